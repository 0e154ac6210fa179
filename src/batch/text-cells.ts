import { FORMULA } from '../input/bom-cells.js';
import { componentPath } from '../input/bom-row.js';
import { canonicalText } from '../report/canonical.js';
import type { ByteWriter } from './byte-writer.js';
import type { Bytes } from './word-table.js';

const MOST_KEPT = 10_000;

/**
 * Whether the reference reader takes the text of a cell as it stands: no blank beyond U+0020 before it and no formula.
 * In doubt it says no.
 */
export function isPlainStart(bytes: Bytes, start: number): boolean {
  const first = bytes[start] as number;
  switch (first) {
    case 0x2b: case 0x2d: case 0x3d: case 0x40: return false;
    // U+00A0, U+1680, U+2000 to U+205F, U+3000, U+FEFF, and full-width = and @ (U+FF1D, U+FF20).
    case 0xc2: return bytes[start + 1] !== 0xa0;
    case 0xe1: return bytes[start + 1] !== 0x9a;
    case 0xe2: return bytes[start + 1] !== 0x80 && bytes[start + 1] !== 0x81;
    case 0xe3: return bytes[start + 1] !== 0x80 || bytes[start + 2] !== 0x80;
    case 0xef: return bytes[start + 1] !== 0xbb && (bytes[start + 1] !== 0xbc || (bytes[start + 2] !== 0x9d && bytes[start + 2] !== 0xa0));
    default: return true;
  }
}

/** Whether a cell may end in a blank beyond U+0020; in doubt it says yes. */
function mayEndBlank(bytes: Bytes, end: number): boolean {
  if ((bytes[end - 1] as number) < 0x80) return false;
  const last = bytes[end - 1];
  const before = bytes[end - 2];
  const lead = bytes[end - 3];
  return (before === 0xc2 && last === 0xa0) || (lead === 0xe1 && before === 0x9a) || (lead === 0xe3 && before === 0x80 && last === 0x80)
    || (lead === 0xe2 && (before === 0x80 || before === 0x81)) || (lead === 0xef && before === 0xbb);
}

/** A cell as the reference reader has it; undefined where that is a formula. */
export function trimmedText(bytes: Bytes, start: number, end: number): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8').trim();
  return FORMULA.test(text) ? undefined : text;
}

/** Writes cells as JSON strings. */
export class TextCells {
  readonly #paths = new Map<string, Uint8Array>();

  /** The trimmed text. */
  text(bytes: Bytes, start: number, end: number, out: ByteWriter): void {
    if (this.#isBare(bytes, start, end, false)) this.#bare(bytes, start, end, out);
    else out.text(canonicalText(trimmedText(bytes, start, end) ?? ''));
  }

  /** The component path. */
  path(bytes: Bytes, start: number, end: number, out: ByteWriter): void {
    if (this.#isBare(bytes, start, end, true)) {
      this.#bare(bytes, start, end, out);
      return;
    }
    const text = trimmedText(bytes, start, end) ?? '';
    let json = this.#paths.get(text);
    if (json === undefined) {
      if (this.#paths.size >= MOST_KEPT) this.#paths.clear();
      json = Buffer.from(canonicalText(componentPath(text)), 'utf8');
      this.#paths.set(text, json);
    }
    out.put(json);
  }

  #bare(bytes: Bytes, start: number, end: number, out: ByteWriter): void {
    out.byte(0x22);
    out.putRange(bytes, start, end);
    out.byte(0x22);
  }

  /** Whether the bytes of the cell are those of its JSON string. */
  #isBare(bytes: Bytes, start: number, end: number, path: boolean): boolean {
    if (start === end) return true;
    if (!isPlainStart(bytes, start) || mayEndBlank(bytes, end)) return false;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte < 0x20 || byte === 0x22 || byte === 0x5c) return false;
      if (path && (byte === 0x2f || byte === 0xef)) {
        if (byte === 0xef || at === start || at === end - 1 || !joins(bytes[at - 1] as number) || !joins(bytes[at + 1] as number)) return false;
      }
    }
    return true;
  }
}

/** A character that neither is a blank nor another separator. */
function joins(byte: number): boolean {
  return byte > 0x20 && byte < 0x80 && byte !== 0x2f;
}
