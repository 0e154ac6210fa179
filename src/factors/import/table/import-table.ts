import { severityOf } from '../../../diagnostics/codes.js';
import { Findings } from '../../../diagnostics/findings.js';
import { problem, type Problem } from '../../../diagnostics/problem.js';
import type { BomReading } from '../../../input/bom-table.js';
import { DecimalMarkFinder } from '../../../input/decimal-mark.js';
import { decode } from '../../../input/encoding.js';
import { FaultWatch } from '../../../input/fault-watch.js';
import { isFault, readNumber, type DecimalMark } from '../../../input/number.js';
import type { Source } from '../../../input/source.js';
import { readTable, type Table } from '../../../input/table.js';
import { STAGE_WORDS } from '../../../input/words.js';
import { readWorkbook } from '../../../input/xlsx/read-workbook.js';
import { GWP_SETS, type FactorColumn } from '../../factor.js';
import { asId, idFrom } from '../factor-id.js';
import type { ImportTray } from '../import-tray.js';
import { unitOf } from '../unit-of.js';
import type { ColumnMapping } from './column-mapping.js';
import { isWanted, sourceColumns, type ColumnSource } from './source-columns.js';

const AMOUNTS: ReadonlySet<FactorColumn> = new Set<FactorColumn>([
  'kgco2e', 'fossil', 'biogenic', 'biogenic_removal', 'dluc', 'aircraft', 'gsd',
]);

/** How a table of factors is read. */
export interface TableImport {
  readonly form: 'csv' | 'xlsx';
  /** Columns called as in factors.csv where absent. */
  readonly mapping?: ColumnMapping | undefined;
  readonly reading: BomReading;
}

/** Imports a table of factors, one a row, from a delimited text or a workbook. */
export function importTable(source: Source, how: TableImport, tray: ImportTray, watch: FaultWatch): void {
  const table = readRows(source, how, tray, watch);
  if (table === undefined) return;
  const columns = sourceColumns(table, how.mapping, watch);
  if (watch.failed) return;
  const mark = how.reading.decimalMark ?? settledMark(table, columns);
  table.rows.forEach((_, row) => { addRow({ table, columns, mark, row }, tray); });
}

/** The table; rows that are too short, too long or too large go into the tray, faults of the whole to `watch`. */
function readRows(source: Source, how: TableImport, tray: ImportTray, watch: FaultWatch): Table | undefined {
  const found = new Findings();
  const table = how.form === 'xlsx' ? workbookTable(source, how, new FaultWatch(found)) : textTable(source, how, new FaultWatch(found));
  for (const one of found.all()) {
    if (table !== undefined && severityOf(one.code) === 'error') tray.refuse(placeOf(source.name, one.spot?.line ?? 0), one);
    else watch.add(one);
  }
  return table;
}

function workbookTable(source: Source, { mapping, reading }: TableImport, watch: FaultWatch): Table | undefined {
  const { sheet, allowFormulas } = reading;
  const known = isWanted(mapping);
  const fits = (header: readonly string[]): boolean => header.some(known);
  return readWorkbook(source, { fits, formulas: allowFormulas ?? false, ...(sheet === undefined ? {} : { sheet }) }, watch);
}

function textTable(source: Source, { mapping, reading }: TableImport, watch: FaultWatch): Table | undefined {
  const { encoding, delimiter } = reading;
  const decoded = decode(source, watch, encoding);
  return decoded && readTable(source.name, decoded, { isKnown: isWanted(mapping), ...(delimiter === undefined ? {} : { delimiter }) }, watch);
}

/** From the amounts that a workbook holds as texts, or a delimited text at all. */
function settledMark(table: Table, columns: ReadonlyMap<FactorColumn, ColumnSource>): DecimalMark | undefined {
  const finder = new DecimalMarkFinder();
  for (const column of AMOUNTS) {
    const source = columns.get(column);
    if (source === undefined || !('cell' in source)) continue;
    const { cell } = source;
    table.rows.forEach((row, index) => {
      if ((table.kind?.(index, cell) ?? 'text') === 'text') finder.note(row[cell]?.trim() ?? '');
    });
  }
  return finder.settled(table.facts.delimiter ?? ',');
}

interface RowContext {
  readonly table: Table;
  readonly columns: ReadonlyMap<FactorColumn, ColumnSource>;
  readonly mark: DecimalMark | undefined;
  readonly row: number;
}

function addRow(context: RowContext, tray: ImportTray): void {
  const { table, columns, row } = context;
  const { name: file } = table.facts;
  const place = placeOf(file, table.lineOf(row));
  const cells: Partial<Record<FactorColumn, string>> = {};
  const faults: Problem[] = [];
  for (const [column, source] of columns) {
    const read = 'constant' in source ? inColumn(column, source.constant) : readCell(context, column, source.cell);
    if (typeof read !== 'string') faults.push(read);
    else if (read !== '') cells[column] = read;
  }
  const title = cells.name ?? cells.name_zh ?? cells.id ?? place;
  for (const fault of faults) tray.refuse(title, fault);
  if (faults.length > 0) return;
  tray.add({
    gwp: 'unknown',
    source: file,
    locator: place,
    evidence: 'secondary',
    ...cells,
    id: columns.has('id') ? asId(cells.id ?? '') : idFrom(cells.name ?? ''),
  }, (column) => {
    const origin = column === 'gases' ? undefined : columns.get(column);
    return table.spot(row, origin !== undefined && 'cell' in origin ? origin.cell : -1);
  });
}

/** The cell as factors.csv has it, or what is wrong with it. */
function readCell({ table, mark, row }: RowContext, column: FactorColumn, cell: number): string | Problem {
  const text = table.rows[row]?.[cell]?.trim() ?? '';
  const kind = table.kind?.(row, cell) ?? 'text';
  const args = { column, text: text.slice(0, 200) };
  if (kind === 'error') return problem('cell-error', args, table.spot(row, cell));
  if (!AMOUNTS.has(column)) return kind === 'date' ? problem('cell-date', args, table.spot(row, cell)) : inColumn(column, text);
  if (kind === 'date') return problem('cell-date', args, table.spot(row, cell));
  if (kind === 'formula') return problem('cell-formula-value', args, table.spot(row, cell));
  if (text === '') return '';
  const read = readNumber(text, kind === 'text' ? mark : '.');
  if (!isFault(read)) return read.text;
  if (read.fault === 'number-unclear') return problem(read.fault, { ...args, readings: read.readings }, table.spot(row, cell));
  return problem(read.fault, args, table.spot(row, cell));
}

/** Words that people write in several ways, in the one way of factors.csv; anything else as it stands. */
function inColumn(column: FactorColumn, text: string): string {
  switch (column) {
    case 'unit': return unitOf(text);
    case 'stage': return STAGE_WORDS.find(text) ?? text;
    case 'gwp': return GWP_SETS.find((set) => set.toLowerCase() === text.toLowerCase().replace(/\s/gu, '')) ?? text;
    default: return text;
  }
}

function placeOf(file: string, line: number): string {
  return line === 0 ? file : `${file}:${String(line)}`;
}
