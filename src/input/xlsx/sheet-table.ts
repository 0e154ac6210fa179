import type { Spot } from '../../diagnostics/place.js';
import { problem } from '../../diagnostics/problem.js';
import { rowExcerpt } from '../excerpt.js';
import type { FaultWatch } from '../fault-watch.js';
import { indexOf, LONGEST_CELL, type CellKind, type Table } from '../table.js';
import { SheetCells, type SheetRow } from './sheet-cells.js';
import type { Sheet, Workbook } from './workbook-parts.js';

/** Rows × columns of a table: more would not fit in memory, and a few bytes of a workbook could ask for it. */
export const MOST_CELLS = 40_000_000;
const MOST_CELLS_TEXT = '40 000 000 cells';

/** Between the cells of an excerpt. */
const BORDER = '|';

const NO_KINDS: readonly CellKind[] = [];

/** One sheet as a table. Columns beyond the last header with a name are left out, as those without a name are. */
export function sheetTable(workbook: Workbook, sheet: Sheet, input: string, formulas: boolean, watch: FaultWatch): Table | undefined {
  const draft = new Draft();
  const cells = new SheetCells(workbook, { formulas, row: (row) => draft.add(row) });
  const read = workbook.read(sheet.part, cells.handlers);
  const whole: Spot = { input, line: 0, column: 0, sheet: sheet.name };
  if (cells.fault !== undefined) watch.add(problem('workbook-invalid', { part: sheet.part, detail: cells.fault }, whole));
  if (!read || cells.fault !== undefined) return undefined;
  if (draft.tooLarge) {
    watch.add(problem('file-too-large', { file: input, limit: MOST_CELLS_TEXT }, whole));
    return undefined;
  }
  if (draft.header === undefined) {
    watch.add(problem('file-empty', { file: `${input}: ${sheet.name}` }, whole));
    return undefined;
  }
  const { header, rows, lines, kinds } = draft;
  const at = (line: number, row: readonly string[], cell: number): Spot => ({
    input, line, column: cell + 1, sheet: sheet.name, excerpt: rowExcerpt(row, cell, BORDER),
  });
  if (rows.length === 0) {
    watch.add(problem('table-header-only', { file: input }, at(draft.headerLine, header, -1)));
    return undefined;
  }
  for (const { row, cell, length } of draft.tooLong) {
    const args = { column: header[cell] ?? '', length, limit: LONGEST_CELL };
    watch.add(problem('cell-too-long', args, at(lines[row] ?? 0, rows[row] ?? [], cell)));
  }
  const columns = header.filter((name, cell) => name.trim() !== '' && cells.hiddenColumns.has(cell + 1));
  if (draft.hiddenRows > 0 || columns.length > 0) {
    watch.add(problem('rows-hidden', { sheet: sheet.name, rows: draft.hiddenRows, columns }, whole));
  }
  return {
    facts: { name: input, encoding: 'xlsx', sheet: sheet.name, ...(cells.tookFormula ? { formulas: 'stored' } : {}) },
    header,
    rows,
    lineOf: (row) => lines[row] ?? 0,
    rowAt: (line) => indexOf(lines, line),
    spot: (row, cell) => at(lines[row] ?? 0, rows[row] ?? [], cell),
    headerSpot: (cell) => at(draft.headerLine, header, cell),
    kind: (row, cell) => kinds[row]?.[cell] ?? 'text',
  };
}

/** The table as its rows come in. */
class Draft {
  header: string[] | undefined;
  headerLine = 0;
  hiddenRows = 0;
  tooLarge = false;
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly kinds: (readonly CellKind[])[] = [];
  readonly tooLong: { readonly row: number; readonly cell: number; readonly length: number }[] = [];
  /** Rows of one pattern share it: a table has few. */
  readonly #patterns = new Map<string, readonly CellKind[]>();

  add({ line, hidden, cells }: SheetRow): 'stop' | undefined {
    const filled = cells.filter(({ text }) => text.trim() !== '');
    if (filled.length === 0) return undefined;
    const { header } = this;
    const width = header?.length ?? filled.at(-1)?.column ?? 0;
    const row = Array<string>(width).fill('');
    const kinds = Array<CellKind>(width).fill('text');
    let used = false;
    for (const { column, text, kind } of filled) {
      if (column > width) break;
      row[column - 1] = text;
      kinds[column - 1] = kind;
      used = true;
      if (text.length > LONGEST_CELL) this.tooLong.push({ row: this.rows.length, cell: column - 1, length: text.length });
    }
    if (header === undefined) {
      this.header = row;
      this.headerLine = line;
      return undefined;
    }
    if (!used) return undefined;
    this.rows.push(row);
    this.lines.push(line);
    this.kinds.push(this.#shared(kinds));
    if (hidden) this.hiddenRows += 1;
    this.tooLarge = this.rows.length * width > MOST_CELLS;
    return this.tooLarge ? 'stop' : undefined;
  }

  #shared(kinds: readonly CellKind[]): readonly CellKind[] {
    if (kinds.every((kind) => kind === 'text')) return NO_KINDS;
    const key = kinds.join();
    const known = this.#patterns.get(key);
    if (known === undefined) this.#patterns.set(key, kinds);
    return known ?? kinds;
  }
}
