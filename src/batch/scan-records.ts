import { readSync } from 'node:fs';

/** A record of a file, in bytes that are good until the next one is asked for. */
export interface ScannedRecord {
  readonly bytes: Uint8Array;
  /** In `bytes`, without the line end. */
  readonly start: number;
  readonly end: number;
  /** Where it begins in the file, and where the next one does. */
  readonly offset: number;
  readonly next: number;
  /** 1-based physical line on which it begins, and how many lines it takes. */
  readonly line: number;
  readonly lines: number;
  readonly quoted: boolean;
  readonly ending: 'LF' | 'CRLF' | 'CR' | '';
}

const BLOCK = 1 << 20;
/** A record beyond this is an open quotation mark that swallowed the file. */
export const LONGEST_RECORD = 64 << 20;

/**
 * The records between two offsets of a file, as csv-records.ts cuts them: a record ends with the first line by which its
 * quotation marks are even in number; LF, CRLF and CR in any mix. A record longer than LONGEST_RECORD ends the scan.
 */
export function* scanRecords(file: number, from: number, to: number, firstLine: number): Generator<ScannedRecord> {
  let bytes = new Uint8Array(Math.min(BLOCK, to - from));
  let base = from;
  let filled = 0;
  let start = 0;
  let line = firstLine;
  const fill = (): boolean => {
    if (base + filled >= to) return false;
    if (start > 0) {
      bytes.copyWithin(0, start, filled);
      base += start;
      filled -= start;
      start = 0;
    }
    if (filled === bytes.length) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
    const read = readSync(file, bytes, filled, Math.min(bytes.length - filled, to - base - filled), base + filled);
    filled += read;
    return read > 0;
  };
  for (;;) {
    let at = start;
    let open = false;
    let quoted = false;
    let lines = 1;
    let ending: ScannedRecord['ending'] = '';
    let end = -1;
    let next = -1;
    for (;;) {
      if (at >= filled) {
        const before = at - start;
        if (!fill() || filled - start > LONGEST_RECORD) {
          end = filled;
          next = filled;
          break;
        }
        at = start + before;
        continue;
      }
      const byte = bytes[at] as number;
      if (byte === 0x22) {
        open = !open;
        quoted = true;
      } else if (byte === 0x0a || byte === 0x0d) {
        if (byte === 0x0d && at + 1 >= filled) {
          const before = at - start;
          if (fill()) {
            at = start + before;
            continue;
          }
        }
        const both = byte === 0x0d && at + 1 < filled && bytes[at + 1] === 0x0a;
        if (!open) {
          ending = byte === 0x0a ? 'LF' : both ? 'CRLF' : 'CR';
          end = at;
          next = at + (both ? 2 : 1);
          break;
        }
        lines += 1;
        if (both) at += 1;
      }
      at += 1;
    }
    if (end === start && next === start) return;
    yield { bytes, start, end, offset: base + start, next: base + next, line, lines, quoted, ending };
    if (end - start > LONGEST_RECORD) return;
    line += lines;
    start = next;
  }
}

/** The text of a record. */
export function textOf({ bytes, start, end }: ScannedRecord): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}
