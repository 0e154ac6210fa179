import { problem } from '../../../diagnostics/problem.js';
import type { FaultWatch } from '../../../input/fault-watch.js';
import type { Table } from '../../../input/table.js';
import { nameKey } from '../../../input/words.js';
import { FACTOR_COLUMNS, type FactorColumn } from '../../factor.js';
import type { ColumnMapping } from './column-mapping.js';

/** Where a factor's column comes from: a cell (0-based) of each row, or one text. */
export type ColumnSource = { readonly cell: number } | { readonly constant: string };

const COMPULSORY: readonly FactorColumn[] = ['unit', 'kgco2e'];

/**
 * Finds the columns of a mapping in a table; without a mapping those that are called as in factors.csv. Adds
 * column-missing, and column-duplicate where a header stands twice.
 */
export function sourceColumns(table: Table, mapping: ColumnMapping | undefined, watch: FaultWatch): ReadonlyMap<FactorColumn, ColumnSource> {
  const sources = new Map<FactorColumn, ColumnSource>();
  for (const column of FACTOR_COLUMNS) {
    const wanted = mapping === undefined ? column : mapping.columns[column];
    if (wanted === undefined) continue;
    if (typeof wanted !== 'string') {
      sources.set(column, wanted);
      continue;
    }
    const [cell, second] = cellsCalled(table.header, wanted);
    if (cell !== undefined) sources.set(column, { cell });
    else if (mapping !== undefined || COMPULSORY.includes(column)) {
      watch.add(problem('column-missing', { column: wanted, found: table.header }, table.headerSpot(-1)));
    }
    if (cell !== undefined && second !== undefined) {
      watch.add(problem('column-duplicate', { column: wanted, first: cell + 1 }, table.headerSpot(second)));
    }
  }
  return sources;
}

/** Whether a header has every column that a mapping names: settles the delimiter and the sheet. */
export function isWanted(mapping: ColumnMapping | undefined): (name: string) => boolean {
  const names = mapping === undefined ? FACTOR_COLUMNS : Object.values(mapping.columns).filter((wanted) => typeof wanted === 'string');
  const keys = new Set(names.map(nameKey));
  return (name) => keys.has(nameKey(name));
}

/** Headers called exactly so; else those that differ by case, width and blanks only. */
function cellsCalled(header: readonly string[], wanted: string): number[] {
  const cells = [...header.keys()];
  const exact = cells.filter((cell) => header[cell]?.trim() === wanted.trim());
  return exact.length > 0 ? exact : cells.filter((cell) => nameKey(header[cell] ?? '') === nameKey(wanted));
}
