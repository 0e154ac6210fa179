import type { Problem } from '../../diagnostics/problem.js';
import type { FactorColumn } from '../factor.js';
import type { FactorRow } from '../dataset.js';
import { FACTOR_COLUMNS } from '../factor.js';

export type FactorCells = Readonly<Partial<Record<FactorColumn, string>>>;

/** What could not be imported: its name, and why; the reason's spot is its place. */
export interface Refusal {
  readonly name: string;
  readonly reason: Problem;
}

/** Gathers what an import reads: rows of factors in the order of the input, and what became none. */
export class ImportTray {
  readonly rows: FactorRow[] = [];
  readonly refusals: Refusal[] = [];

  /** `spot` tells where a cell was read. */
  add(cells: FactorCells, spot: FactorRow['spot']): void {
    const whole = Object.fromEntries(FACTOR_COLUMNS.map((column) => [column, onOneLine(cells[column] ?? '')]));
    this.rows.push({ cells: whole as Record<FactorColumn, string>, gases: '', line: 0, faults: [], spot });
  }

  refuse(name: string, reason: Problem): void {
    this.refusals.push({ name, reason });
  }
}

/** Descriptions run over several lines; a cell of a table that people open in spreadsheets does not. */
function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
