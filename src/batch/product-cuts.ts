import { csvRecords } from '../input/csv-records.js';
import { readWhole } from './file-bytes.js';
import type { CsvBill } from './open-bill.js';

const WINDOW = 1 << 13;
const QUOTE = 0x22;

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
    const bytes = new Uint8Array(Math.min(size - from, 2 * window));
    readWhole(file, bytes, from);
    const found = cutIn(bytes, wanted - from, from === body.offset, from + bytes.length >= size, bill);
    if (found !== undefined) return from + found;
  }
}

/** Undefined where the window is too small. */
function cutIn(bytes: Uint8Array, wanted: number, fromBody: boolean, toEnd: boolean, bill: CsvBill): number | undefined {
  let start = bytes.lastIndexOf(0x0a, wanted - 1 > 0 ? wanted - 2 : 0) + 1;
  if (start === 0 && !fromBody) return undefined;
  let before = '';
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 && !toEnd) return undefined;
    const product = productOf(bytes.subarray(start, end < 0 ? bytes.length : end), bill);
    if (start >= wanted && product !== '' && product !== before) return start;
    if (product !== '') before = product;
    if (end < 0) return bytes.length;
    start = end + 1;
    if (start >= bytes.length) return toEnd ? bytes.length : undefined;
  }
}

/** The product that a line names; '' where it names none, or is no record by itself. */
function productOf(line: Uint8Array, { columns, facts }: CsvBill): string {
  const cell = columns.get('product') ?? -1;
  if (line.includes(QUOTE)) {
    const read = csvRecords(textOf(line), facts.delimiter);
    return 'detail' in read ? '' : read.records[0]?.[cell]?.trim() ?? '';
  }
  // As csvRecords has it, which takes longer.
  const delimiter = facts.delimiter.charCodeAt(0);
  let start = 0;
  for (let before = 0; before < cell; before += 1) {
    start = line.indexOf(delimiter, start) + 1;
    if (start === 0) return '';
  }
  const end = line.indexOf(delimiter, start);
  return textOf(line.subarray(start, end < 0 ? line.length : end)).trim();
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
