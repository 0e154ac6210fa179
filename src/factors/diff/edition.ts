import type { Problem } from '../../diagnostics/problem.js';
import type { Dataset } from '../dataset.js';
import { GASES_COLUMN, type Factor, type GasFactor } from '../factor.js';
import { readFactor } from '../read-factor.js';
import type { DiffColumn } from './change.js';

/** A factor of an edition: as it stands, and as it was read. */
export interface EditionFactor {
  readonly id: string;
  readonly cells: Readonly<Record<DiffColumn, string>>;
  readonly read: Factor | GasFactor;
}

/** An edition of a dataset with all its rows read. */
export interface Edition {
  readonly dataset: Dataset;
  /** By id, in the order of the file. */
  readonly factors: ReadonlyMap<string, EditionFactor>;
}

/** Reads every row of a dataset; gives the problems where one cannot be used. */
export function readEdition(dataset: Dataset): Edition | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const factors = new Map<string, EditionFactor>();
  for (const row of dataset.rows()) {
    const reading = readFactor(row, dataset.facts.name);
    if (reading.kind === 'unsound') {
      problems.push(...reading.problems);
    } else {
      const { id } = reading.factor;
      factors.set(id, { id, cells: { ...row.cells, [GASES_COLUMN]: row.gases }, read: reading.factor });
    }
  }
  return problems.length > 0 ? { problems } : { dataset, factors };
}

/** The factor with its kg CO2e; undefined for one that is given as gases. */
export function valued({ read }: EditionFactor): Factor | undefined {
  return 'value' in read ? read : undefined;
}
