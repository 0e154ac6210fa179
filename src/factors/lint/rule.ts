import type { Code } from '../../diagnostics/codes.js';
import type { Problem } from '../../diagnostics/problem.js';
import type { FactorReading, FactorRow } from '../dataset.js';

/** A row under inspection, with what reading it gave. */
export interface LintedRow {
  readonly row: FactorRow;
  readonly reading: FactorReading;
}

/** A rule sees all rows of one dataset, in the order of the file, and names every breach of it. */
export interface LintRule {
  readonly codes: readonly Code[];
  check(rows: readonly LintedRow[]): Iterable<Problem>;
}
