import { problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/candidates.js';
import type { FaultWatch } from '../fault-watch.js';
import type { Source } from '../source.js';
import type { Table } from '../table.js';
import { SheetCells, type SheetRow } from './sheet-cells.js';
import { sheetTable } from './sheet-table.js';
import { openWorkbook, type Sheet, type Workbook } from './workbook-parts.js';

export interface WorkbookOptions {
  /** The sheet to read; where absent, the visible one whose first row fits. */
  readonly sheet?: string;
  /** Takes the values stored beside formulas. */
  readonly formulas?: boolean;
  /** Whether a header has the columns wanted: settles the sheet. */
  readonly fits: (header: readonly string[]) => boolean;
}

export type WorkbookReader = typeof readWorkbook;

/**
 * Reads one sheet of an Excel workbook as a table: its first row with anything in it is the header. Adds the problems
 * of the archive, xml-invalid, workbook-invalid, sheet-not-found, sheet-unclear, table-header-only, cell-too-long, and
 * the note rows-hidden. Undefined where there is no table.
 */
export function readWorkbook(source: Source, options: WorkbookOptions, watch: FaultWatch): Table | undefined {
  const workbook = openWorkbook(source, watch);
  if (workbook === undefined) return undefined;
  const sheet = options.sheet === undefined
    ? fittingSheet(workbook, source.name, options.fits, watch)
    : namedSheet(workbook, source.name, options.sheet, watch);
  return sheet === undefined ? undefined : sheetTable(workbook, sheet, source.name, options.formulas ?? false, watch);
}

function namedSheet({ sheets }: Workbook, input: string, wanted: string, watch: FaultWatch): Sheet | undefined {
  const key = wanted.toLowerCase();
  // As in a spreadsheet, where no two sheets differ by case alone.
  const found = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => name.toLowerCase() === key);
  if (found !== undefined) return found;
  const names = sheets.map(({ name }) => name);
  const near = nearest(wanted, names);
  const candidates = near.length > 0 ? near : names;
  watch.add(problem('sheet-not-found', { sheet: wanted, candidates }, { input, line: 0, column: 0 }));
  return undefined;
}

function fittingSheet(workbook: Workbook, input: string, fits: WorkbookOptions['fits'], watch: FaultWatch): Sheet | undefined {
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  if (visible.length === 1) return visible[0];
  const spot = { input, line: 0, column: 0 };
  const filled: Sheet[] = [];
  const fitting: Sheet[] = [];
  for (const sheet of visible) {
    const header = headerOf(workbook, sheet);
    if (header === undefined) continue;
    filled.push(sheet);
    if (fits(header.cells.map(({ text }) => text))) fitting.push(sheet);
  }
  if (watch.failed) return undefined;
  const candidates = fitting.length > 0 ? fitting : filled;
  if (candidates.length === 0) watch.add(problem('workbook-invalid', { part: '', detail: 'no-sheet' }, spot));
  if (candidates.length > 1) watch.add(problem('sheet-unclear', { candidates: candidates.map(({ name }) => name) }, spot));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The first row with anything in it; undefined where the sheet is empty or (with a problem) cannot be read. */
function headerOf(workbook: Workbook, sheet: Sheet): SheetRow | undefined {
  let header: SheetRow | undefined;
  const cells = new SheetCells(workbook, {
    formulas: true,
    row: (row) => {
      if (row.cells.every(({ text }) => text.trim() === '')) return undefined;
      header = row;
      return 'stop';
    },
  });
  workbook.read(sheet.part, cells.handlers);
  return header;
}
