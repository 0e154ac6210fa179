import type { Problem } from '../diagnostics/problem.js';
import type { Spot } from '../diagnostics/place.js';
import type { DatasetFacts, Factor, FactorColumn, GASES_COLUMN, GasFactor } from './factor.js';
import type { Replacement } from './replacements.js';

/** A row of factors.csv as it stands; cells carry no blanks around them. */
export interface FactorRow {
  readonly cells: Readonly<Record<FactorColumn, string>>;
  /** The cell of the column `gases`; '' where the dataset has no such column. */
  readonly gases: string;
  /** 1-based line of factors.csv. */
  readonly line: number;
  /** What forbids to trust any cell of the row: it is too short or too long, or a cell is. */
  readonly faults: readonly Problem[];
  spot(column: FactorColumn | typeof GASES_COLUMN): Spot;
}

/** A row read, or what is wrong with it. */
export type FactorReading =
  | { readonly kind: 'sound'; readonly factor: Factor }
  | { readonly kind: 'gases'; readonly factor: GasFactor }
  | { readonly kind: 'unsound'; readonly problems: readonly Problem[] };

/** A dataset whose ids are known to be unique; its rows are read when somebody asks for them. */
export interface Dataset {
  readonly facts: DatasetFacts;
  /** In the order of the file. */
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** The row of an id of this dataset, read; undefined where it has no such id. */
  factor(id: string): FactorReading | undefined;
  /** Every row, in the order of the file. */
  rows(): readonly FactorRow[];
  /** What took the place of factors of earlier editions, as datapackage.json states it. */
  replacements(): readonly Replacement[];
}
