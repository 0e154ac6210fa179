import { isUtf8 } from 'node:buffer';
import { nearest } from '../diagnostics/candidates.js';
import { problem } from '../diagnostics/problem.js';
import type { FaultWatch } from './fault-watch.js';
import type { Source } from './source.js';

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The text of an input, without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const BY_NAME: ReadonlyMap<string, Encoding> = new Map([
  ...ENCODINGS.map((encoding) => [encoding, encoding] as const),
  ['utf8', 'utf-8'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  // GB18030 holds both of its forerunners.
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
]);

/**
 * Bytes to text. Without a name, the byte order mark decides, then NUL bytes (UTF-16), then strict UTF-8, then strict
 * GB18030. Adds encoding-unknown or encoding-unreadable and gives undefined where the text cannot be had.
 */
export function decode(source: Source, watch: FaultWatch, named?: string): DecodedText | undefined {
  const spot = { input: source.name, line: 0, column: 0 };
  const wanted = named === undefined ? detect(source.bytes) : BY_NAME.get(named.toLowerCase());
  if (named !== undefined && wanted === undefined) {
    watch.add(problem('encoding-unknown', { encoding: named, candidates: known(named) }, spot));
    return undefined;
  }
  const text = wanted === undefined ? undefined : strictly(source.bytes, wanted);
  if (wanted === undefined || text === undefined) {
    watch.add(problem('encoding-unreadable', { encoding: named ?? wanted ?? 'utf-8 / utf-16 / gb18030' }, spot));
    return undefined;
  }
  const encoding = wanted === 'utf-8' && hasMark(source.bytes, UTF8_MARK) ? 'utf-8-bom' : wanted;
  return { text, encoding };
}

function known(named: string): readonly string[] {
  const near = nearest(named, BY_NAME.keys());
  return near.length > 0 ? near : ENCODINGS;
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

function detect(bytes: Uint8Array): Encoding | undefined {
  if (hasMark(bytes, UTF8_MARK)) return 'utf-8-bom';
  if (hasMark(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (hasMark(bytes, [0xfe, 0xff])) return 'utf-16be';
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return looksWestern(bytes) ? undefined : 'gb18030';
}

function hasMark(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

const SAMPLE = 65_536;
// Tab, LF, CR, comma, semicolon. With their bytes swapped they are letters of scripts no bill is written in.
const BORDERS = new Set([0x09, 0x0a, 0x0d, 0x2c, 0x3b]);

/** NUL bytes beside delimiters and line ends; counting NUL alone would be misled by U+4E00 一. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (!bytes.includes(0)) return undefined;
  let little = 0;
  let big = 0;
  for (let index = 0; index + 1 < Math.min(bytes.length, SAMPLE); index += 2) {
    const [first, second] = [bytes[index] ?? 0, bytes[index + 1] ?? 0];
    if (second === 0 && BORDERS.has(first)) little += 1;
    if (first === 0 && BORDERS.has(second)) big += 1;
  }
  if (little === big) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/**
 * Windows-1252 text such as `Stück` also decodes as GB18030, into wrong characters. There an accented letter stands
 * before an ASCII letter, or beside another in a pair that is no common character. In Chinese text the second byte of
 * nearly every character is above ASCII, and most characters are among the common ones: GB/T 2312 rows 1 to 9 (signs)
 * and 16 to 55 (level 1).
 */
function looksWestern(bytes: Uint8Array): boolean {
  let pairs = 0;
  let asciiSecond = 0;
  let common = 0;
  for (let index = 0; index + 1 < bytes.length; index += 1) {
    const first = bytes[index] ?? 0;
    if (first < 0x80) continue;
    index += 1;
    const second = bytes[index] ?? 0;
    // A digit is the second of four bytes.
    if (second >= 0x30 && second <= 0x39) {
      index += 2;
      continue;
    }
    pairs += 1;
    if (second < 0x80) asciiSecond += 1;
    else if ((first >= 0xa1 && first <= 0xa9) || (first >= 0xb0 && first <= 0xd7)) common += 1;
  }
  return 4 * asciiSecond > pairs || 2 * common < pairs;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (text.includes('\0')) return undefined;
  // TextDecoder leaves the mark of GB18030 in place.
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
