import { problem } from '../diagnostics/problem.js';
import type { FaultWatch } from './fault-watch.js';
import type { Table } from './table.js';
import { nameKey } from './words.js';

/** The column a header name stands for; undefined for a name that is not known. */
export type HeaderNames<Column extends string> = (name: string) => Column | undefined;

/** Makes the look-up of header names from the names of each column, its own name included. */
export function headerNames<Column extends string>(
  columns: readonly Column[],
  written: Readonly<Record<Column, readonly string[]>>,
): HeaderNames<Column> {
  // Made when first asked: few commands read every kind of table.
  let byKey: Map<string, Column> | undefined;
  return (name) => {
    byKey ??= new Map(columns.flatMap((column) => [column, ...written[column]].map((each) => [nameKey(each), column])));
    return byKey.get(nameKey(name.slice(0, 80)));
  };
}

/**
 * Where each known column stands (0-based). Adds column-duplicate for a column that is named twice, and one
 * column-ignored note that lists the names not known.
 */
export function findColumns<Column extends string>(
  table: Table,
  names: HeaderNames<Column>,
  watch: FaultWatch,
): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  const ignored: string[] = [];
  table.header.forEach((name, cell) => {
    const column = names(name);
    if (column === undefined) {
      if (name.trim() !== '') ignored.push(name.trim());
      return;
    }
    const first = columns.get(column);
    if (first === undefined) columns.set(column, cell);
    else watch.add(problem('column-duplicate', { column: name.trim(), first: first + 1 }, table.headerSpot(cell)));
  });
  if (ignored.length > 0) watch.add(problem('column-ignored', { columns: ignored }, table.headerSpot(-1)));
  return columns;
}
