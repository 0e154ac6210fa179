import type { BomColumn } from '../input/bom-line.js';
import { includedStages } from '../input/boundary-stages.js';
import { declaresProducts } from '../input/declaring-columns.js';
import type { DecimalMark } from '../input/number.js';
import type { DeclaredUnit } from '../input/product-file.js';
import type { Stage } from '../input/vocabulary.js';
import { declarationOf } from '../report/make-report.js';
import { lockFaults, type BatchJob } from './batch-job.js';
import { plainColumns, type PlainColumns } from './plain-columns.js';
import { PlainFactors } from './plain-factors.js';

const ONE_PIECE = { kind: 'declared', amount: '1', unit: 'piece' } as const;

/** By what the plain lane of a bill goes. */
export interface PlainWork {
  readonly columns: PlainColumns;
  readonly factors: PlainFactors;
  /** The stages of the declared boundary, module D apart; undefined where none is declared: then those that occur are listed. */
  readonly stages: readonly Stage[] | undefined;
  readonly unit: DeclaredUnit;
  /** Whether `1.5` is a number here; else whole numbers alone are plain. */
  readonly mayPoint: boolean;
}

/** Undefined where the lines of a bill ask for more than the plain lane can do. */
export function plainWorkOf(
  bill: { readonly name: string; readonly columns: ReadonlyMap<BomColumn, number>; readonly width: number },
  mark: DecimalMark | undefined,
  job: BatchJob,
): PlainWork | undefined {
  const columns = plainColumns(bill.columns, bill.width);
  // Models add lines, rules judge whole footprints, a table or the bill itself declares each product otherwise, and a warning that counts as an error has words.
  if (columns === undefined || job.products !== undefined || declaresProducts(bill.columns) || job.full || job.sector !== undefined || job.denied.size > 0 || mark === ',') return undefined;
  const file = job.template?.product;
  const declaration = declarationOf(file, { ...(job.gwp === undefined ? {} : { gwp: job.gwp }) }, undefined);
  const locked = new Set(job.library.datasets.filter((dataset) => lockFaults(job, [dataset]).length > 0).map(({ name }) => name));
  const place = { input: bill.name, column: columns.factor + 1 };
  return {
    columns,
    factors: new PlainFactors(job.library, declaration, locked, place),
    stages: file === undefined ? undefined : includedStages(file.boundary),
    unit: file?.unit ?? ONE_PIECE,
    mayPoint: mark === '.',
  };
}
