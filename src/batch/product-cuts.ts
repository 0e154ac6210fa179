import { csvRecords } from '../input/csv-records.js';
import { readWhole } from './file-bytes.js';
import type { CsvBill } from './open-bill.js';

const WINDOW = 1 << 13;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * Where the first product begins that stands at or after `wanted`: on the first line from there whose product is not
 * that of the line before. For bills whose lines are records each; where they are not, the readers of the ranges say so.
 */
export function productCut(file: number, bill: CsvBill, wanted: number): number {
  const { body, size } = bill;
  if (wanted <= body.offset) return body.offset;
  if (wanted >= size) return size;
  for (let window = WINDOW; ; window *= 4) {
    const from = Math.max(body.offset, wanted - window);
    const bytes = Buffer.alloc(Math.min(size - from, 2 * window));
    readWhole(file, bytes, from);
    const found = cutIn(bytes, wanted - from, from === body.offset, from + bytes.length >= size, bill);
    if (found !== undefined) return from + found;
  }
}

/** Undefined where the window is too small. */
function cutIn(bytes: Buffer, wanted: number, fromBody: boolean, toEnd: boolean, bill: CsvBill): number | undefined {
  let start = lineBefore(bytes, wanted);
  // A line that names no product is of the one above.
  while (start > 0 && isBlank(bytes, productCell(bytes, start, nextOf(bytes, LINE_FEED, start), true, bill))) start = lineBefore(bytes, start);
  if (start === 0 && !fromBody) return undefined;
  let before = NO_CELL;
  let quote = nextOf(bytes, QUOTE, start);
  for (;;) {
    if (quote < start) quote = nextOf(bytes, QUOTE, start);
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0 && !toEnd) return undefined;
    const stop = end < 0 ? bytes.length : end;
    const cell = productCell(bytes, start, stop, quote < stop, bill);
    if (!isBlank(bytes, cell)) {
      if (start >= wanted && !isSame(bytes, before, cell)) return start;
      before = cell;
    }
    if (end < 0) return bytes.length;
    start = end + 1;
    if (start >= bytes.length) return toEnd ? bytes.length : undefined;
  }
}

/** Where the line begins that has the byte before a place. */
function lineBefore(bytes: Buffer, at: number): number {
  return at < 2 ? 0 : bytes.lastIndexOf(LINE_FEED, at - 2) + 1;
}

/** Where a cell stands among the bytes; its text where it is not there as it stands. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

const NO_CELL: Cell = { start: 0, end: 0 };

/** The product that a line names; blank where it names none, or is no record by itself. */
function productCell(bytes: Buffer, start: number, end: number, mayQuote: boolean, { columns, facts }: CsvBill): Cell {
  const cell = columns.get('product') ?? -1;
  if (mayQuote) {
    const read = csvRecords(bytes.toString('utf8', start, end), facts.delimiter);
    return { start, end, text: 'detail' in read ? '' : read.records[0]?.[cell] ?? '' };
  }
  // As csvRecords has it, which takes longer.
  const delimiter = facts.delimiter.charCodeAt(0);
  let first = start;
  for (let passed = 0; passed < cell; passed += 1) {
    first = bytes.indexOf(delimiter, first) + 1;
    if (first === 0 || first > end) return NO_CELL;
  }
  const last = bytes.indexOf(delimiter, first);
  return { start: first, end: last < 0 || last > end ? end : last };
}

function isSame(bytes: Buffer, one: Cell, other: Cell): boolean {
  if (one.text === undefined && other.text === undefined && bytes.compare(bytes, one.start, one.end, other.start, other.end) === 0) return true;
  return textOf(bytes, one) === textOf(bytes, other);
}

function isBlank(bytes: Buffer, cell: Cell): boolean {
  const first = cell.start < cell.end ? bytes[cell.start] ?? 0 : 0;
  // Some blanks are no ASCII.
  const isSeen = cell.text === undefined && first > 0x20 && first < 0x7f;
  return !isSeen && textOf(bytes, cell) === '';
}

/** Where a byte comes next, or the end. */
function nextOf(bytes: Buffer, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}

function textOf(bytes: Buffer, { start, end, text }: Cell): string {
  return (text ?? bytes.toString('utf8', start, end)).trim();
}
