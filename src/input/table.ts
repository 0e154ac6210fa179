import type { Spot } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import type { InputFacts } from './bom-line.js';
import { csvRecords, type CsvRecords, type QuoteFault } from './csv-records.js';
import { detectDelimiter, type Delimiter } from './delimiter.js';
import type { DecodedText } from './encoding.js';
import { cutAround, rowExcerpt } from './excerpt.js';
import type { FaultWatch } from './fault-watch.js';
import { linesOf } from './line-breaks.js';
import { newlineOf } from './newline.js';

/** The longest cell that is taken, in UTF-16 units. */
export const LONGEST_CELL = 100_000;

/** How a table was read. */
export interface TableFacts {
  readonly name: string;
  readonly encoding: string;
  /** These two of a delimited text, the sheet of a workbook. */
  readonly delimiter?: Delimiter;
  readonly newline?: NonNullable<InputFacts['newline']>;
  readonly sheet?: string;
  /** `stored`: values that formulas had when the workbook was saved are among the cells. */
  readonly formulas?: 'stored';
}

/** What a workbook tells of a cell beside its text; `formula`: the text is a value that a formula once had. */
export type CellKind = 'text' | 'number' | 'date' | 'error' | 'formula';

/** A table: a header, and rows each as long as the header or longer by blank cells only. */
export interface Table {
  readonly facts: TableFacts;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The 1-based physical line on which a row (0-based) begins. */
  lineOf(row: number): number;
  /** The row that begins on a physical line; undefined where none does. */
  rowAt(line: number): number | undefined;
  /** Where a cell (0-based) of a row stands; the whole row for a cell of -1. */
  spot(row: number, cell: number): Spot;
  headerSpot(cell: number): Spot;
  /** Of a workbook; a delimited text holds nothing but text. */
  kind?(row: number, cell: number): CellKind;
}

export interface TableOptions {
  readonly delimiter?: Delimiter;
  /** Whether a header name is one the reader knows: settles the delimiter. */
  readonly isKnown: (name: string) => boolean;
  /** Whether a header without rows is a table. */
  readonly mayBeBare?: boolean;
}

/**
 * Reads a delimited text. Blank lines and rows of blank cells are skipped, but count as lines. Adds table-quote,
 * table-header-only, row-ragged and cell-too-long; rows at fault are left out. Undefined where there is no table.
 */
export function readTable(name: string, decoded: DecodedText, options: TableOptions, watch: FaultWatch): Table | undefined {
  const { text, encoding } = decoded;
  const delimiter = options.delimiter ?? detectDelimiter(/[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '', options.isKnown);
  const read = csvRecords(text, delimiter);
  if ('detail' in read) {
    watch.add(problem('table-quote', { detail: read.detail }, quoteSpot(name, text, delimiter, read)));
    return undefined;
  }
  const start = read.records.findIndex((record) => !isBlank(record));
  const cells = read.records[start];
  if (cells === undefined) {
    watch.add(problem('file-empty', { file: name }, { input: name, line: 0, column: 0 }));
    return undefined;
  }
  const header = { cells, line: read.lines[start] ?? 0 };
  const facts = { name, encoding, delimiter, newline: newlineOf(text) };
  const body = { records: read.records.slice(start + 1), lines: read.lines.slice(start + 1) };
  if (options.mayBeBare !== true && body.records.every(isBlank)) {
    watch.add(problem('table-header-only', { file: name }, spotIn(facts, header.line, cells, -1)));
    return undefined;
  }
  return tableOf(facts, header, body, watch);
}

/** A stretch of a delimited text whose header was read before. */
export interface Stretch {
  readonly facts: TableFacts & Required<Pick<TableFacts, 'delimiter'>>;
  readonly header: TableHeader;
  readonly text: string;
  /** The line of the input on which a 1-based line of the stretch stands. */
  readonly lineInInput: (line: number) => number;
}

export interface TableHeader {
  readonly cells: readonly string[];
  /** 1-based line of the input. */
  readonly line: number;
}

/** The rows of a stretch as a table of their own. Adds what readTable adds; undefined where quotation marks are out of place. */
export function readStretch({ facts, header, text, lineInInput }: Stretch, watch: FaultWatch): Table | undefined {
  const read = csvRecords(text, facts.delimiter);
  if ('detail' in read) {
    const spot = quoteSpot(facts.name, text, facts.delimiter, read);
    watch.add(problem('table-quote', { detail: read.detail }, { ...spot, line: lineInInput(spot.line) }));
    return undefined;
  }
  return tableOf(facts, header, { records: read.records, lines: read.lines.map(lineInInput) }, watch);
}

/** The records below a header. */
function tableOf(
  facts: TableFacts & Required<Pick<TableFacts, 'delimiter'>>,
  header: TableHeader,
  { records, lines: starts }: CsvRecords,
  watch: FaultWatch,
): Table {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for (const [index, record] of records.entries()) {
    if (isBlank(record)) continue;
    const line = starts[index] ?? 0;
    if (isRagged(record, header.cells.length)) {
      watch.add(problem('row-ragged', { expected: header.cells.length, found: record.length }, spotIn(facts, line, record, -1)));
      continue;
    }
    const long = record.findIndex((cell) => cell.length > LONGEST_CELL);
    if (long >= 0) {
      const length = record[long]?.length ?? 0;
      watch.add(problem('cell-too-long', { column: header.cells[long] ?? '', length, limit: LONGEST_CELL }, spotIn(facts, line, record, long)));
      continue;
    }
    rows.push(record);
    lines.push(line);
  }
  return {
    facts,
    header: header.cells,
    rows,
    lineOf: (row) => lines[row] ?? 0,
    rowAt: (line) => indexOf(lines, line),
    spot: (row, cell) => spotIn(facts, lines[row] ?? 0, rows[row] ?? [], cell),
    headerSpot: (cell) => spotIn(facts, header.line, header.cells, cell),
  };
}

function spotIn({ name, delimiter = ',' }: TableFacts, line: number, cells: readonly string[], cell: number): Spot {
  return { input: name, line, column: cell + 1, excerpt: rowExcerpt(cells, cell, delimiter) };
}

function isBlank(record: readonly string[]): boolean {
  for (const cell of record) {
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

/** Spreadsheets leave blank cells at the end of a row; anything else out of line may have shifted the cells. */
function isRagged(record: readonly string[], expected: number): boolean {
  return record.length !== expected && (record.length < expected || !isBlank(record.slice(expected)));
}

export function indexOf(ascending: readonly number[], wanted: number): number | undefined {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function quoteSpot(name: string, text: string, delimiter: Delimiter, fault: QuoteFault): Spot {
  const line = linesOf(text)[fault.line - 1] ?? '';
  let begin = 0;
  for (let cell = 0; cell < fault.cell; cell += 1) begin = cellEnd(line, begin, delimiter) + 1;
  begin = Math.min(begin, line.length);
  const length = (fault.detail === 'stray' ? cellEnd(line, begin, delimiter) : line.length) - begin;
  return { input: name, line: fault.line, column: fault.cell + 1, excerpt: cutAround(line, begin, length) };
}

/** Where the cell that begins at `start` ends; a delimiter between quotation marks is a part of it. */
function cellEnd(line: string, start: number, delimiter: Delimiter): number {
  const quoted = /"(?:[^"]|"")*"/y;
  quoted.lastIndex = start;
  const end = line.indexOf(delimiter, start + (quoted.exec(line)?.[0].length ?? 0));
  return end < 0 ? line.length : end;
}
