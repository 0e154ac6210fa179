import type { Bytes } from './word-table.js';

const PLAIN = 0;
const DELIMITER = 1;
const LINE_FEED = 2;
const CARRIAGE_RETURN = 3;
const QUOTE = 4;
const ODD = 5;

/** What `scan` gives where a line is no record of its own, or not by itself. */
export const NO_PLAIN_LINE = -1;

/**
 * Finds the edges of the cells of one line after another, in bytes. A line that a quoted line break, a stray quotation
 * mark or a lone CR makes more than a plain record is not taken.
 */
export class RecordEdges {
  /** Of the cells of the line scanned last, without quotation marks and blanks (U+0020) around them. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many cells the line has; those beyond the known columns are counted only. */
  cells = 0;
  /** A cell holds a control character or a doubled quotation mark, or a cell beyond the known columns is not blank. */
  odd = false;
  readonly #kinds = new Uint8Array(256);

  constructor(delimiter: string, private readonly columns: number) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.#kinds.fill(ODD, 0, 0x20);
    this.#kinds[0x0a] = LINE_FEED;
    this.#kinds[0x0d] = CARRIAGE_RETURN;
    this.#kinds[0x22] = QUOTE;
    this.#kinds[delimiter.charCodeAt(0)] = DELIMITER;
  }

  /** Scans the line that begins at `from`; gives where the next one begins, or NO_PLAIN_LINE. `to` is the end of the bytes. */
  scan(bytes: Bytes, from: number, to: number): number {
    const kinds = this.#kinds;
    const { starts, ends, columns } = this;
    let cell = 0;
    let start = from;
    let at = from;
    let odd = false;
    for (;;) {
      let end: number;
      let kind = LINE_FEED;
      if (at < to && bytes[at] === 0x22) {
        start = at + 1;
        at = start;
        for (;;) {
          if (at >= to) return NO_PLAIN_LINE;
          const byte = bytes[at] as number;
          if (byte === 0x22) {
            if (at + 1 >= to || bytes[at + 1] !== 0x22) break;
            odd = true;
            at += 2;
            continue;
          }
          const inner = kinds[byte] as number;
          if (inner === LINE_FEED || inner === CARRIAGE_RETURN) return NO_PLAIN_LINE;
          if (inner === ODD) odd = true;
          at += 1;
        }
        end = at;
        at += 1;
        if (at < to) {
          kind = kinds[bytes[at] as number] as number;
          if (kind !== DELIMITER && kind !== LINE_FEED && kind !== CARRIAGE_RETURN) return NO_PLAIN_LINE;
        }
      } else {
        while (at < to) {
          kind = kinds[bytes[at] as number] as number;
          if (kind === PLAIN) at += 1;
          else if (kind === ODD) {
            odd = true;
            at += 1;
          } else break;
        }
        if (at >= to) kind = LINE_FEED;
        else if (kind === QUOTE) return NO_PLAIN_LINE;
        end = at;
      }
      if (start < end && (bytes[start] === 0x20 || bytes[end - 1] === 0x20)) {
        while (start < end && bytes[end - 1] === 0x20) end -= 1;
        while (start < end && bytes[start] === 0x20) start += 1;
      }
      if (cell < columns) {
        starts[cell] = start;
        ends[cell] = end;
      } else if (start < end) odd = true;
      cell += 1;
      if (kind === DELIMITER) {
        at += 1;
        start = at;
        continue;
      }
      this.cells = cell;
      this.odd = odd;
      if (at >= to) return to;
      if (kind === LINE_FEED) return at + 1;
      return at + 1 < to && bytes[at + 1] === 0x0a ? at + 2 : NO_PLAIN_LINE;
    }
  }
}
