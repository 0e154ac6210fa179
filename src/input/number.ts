import { decimalText } from '../quantity/decimal-text.js';
import { Exact, MOST_DIGITS } from '../quantity/exact.js';
import type { Amount } from './bom-line.js';
import { plainCharacters } from './plain-characters.js';

export type DecimalMark = '.' | ',';

/** Limits on a number in a cell: more is a slip of the keyboard or an attack, and a report could not show it. */
export const MOST_CELL_DIGITS = 100;
export const LARGEST_EXPONENT = 60;

export type NumberFault =
  | { readonly fault: 'number-invalid' }
  | { readonly fault: 'number-out-of-range' }
  | { readonly fault: 'number-unclear'; readonly readings: readonly string[] };

const INVALID: NumberFault = { fault: 'number-invalid' };
const OUT_OF_RANGE: NumberFault = { fault: 'number-out-of-range' };

const PLAIN_INTEGER = /^-?(?:0|[1-9]\d{0,29})$/;
const PLAIN_POINT = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,29})?$/;
const PARTS = /^([+-]?)([0-9.,' ]+)(?:[eE]([+-]?\d+))?$/;
const DIGITS = /^\d*$/;
const GROUPED = /^[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*$/;

/**
 * The amount a cell holds. `mark` is the decimal mark of the file; where nothing settled it, both readings are tried.
 * Thousands are grouped by `.`, `,`, `'` or a blank, in threes throughout or not at all. A percent sign divides by 100.
 */
export function readNumber(cell: string, mark: DecimalMark | undefined, mayPercent = false): Amount | NumberFault {
  if (mark === '.' ? PLAIN_POINT.test(cell) : PLAIN_INTEGER.test(cell)) return plainAmount(cell);
  let body = plainCharacters(cell).trim();
  const percent = body.endsWith('%');
  if (percent) {
    if (!mayPercent) return INVALID;
    body = body.slice(0, -1).trimEnd();
  }
  const parts = PARTS.exec(body);
  const sign = parts?.[1] === '-' ? '-' : '';
  const mantissa = parts?.[2] ?? '';
  const exponent = parts?.[3];
  const readings = new Set<string>();
  for (const tried of mark === undefined ? (['.', ','] as const) : [mark]) {
    const plain = ungrouped(mantissa, tried, exponent === undefined);
    if (plain !== undefined) readings.add(plain);
  }
  const [reading, ...others] = readings;
  if (reading === undefined) return INVALID;
  if (others.length > 0) return { fault: 'number-unclear', readings: [...readings].map((plain) => sign + plain) };
  if (reading.length - (reading.includes('.') ? 1 : 0) > MOST_CELL_DIGITS) return OUT_OF_RANGE;
  const power = Number(exponent ?? 0);
  if (Math.abs(power) > LARGEST_EXPONENT) return OUT_OF_RANGE;
  if (exponent === undefined && !percent) return plainAmount(sign + reading);
  const value = Exact.of(`${sign}${reading}e${String(percent ? power - 2 : power)}`);
  return { value, text: decimalText(value, MOST_DIGITS) };
}

export function isFault(read: Amount | NumberFault): read is NumberFault {
  return 'fault' in read;
}

function plainAmount(text: string): Amount {
  const value = Exact.of(text);
  return { value, text: value.isZero && text.startsWith('-') ? text.slice(1) : text };
}

/** Digits with `.` as the decimal mark and no groups; undefined where the text cannot be read with this mark. */
function ungrouped(text: string, mark: DecimalMark, mayGroup: boolean): string | undefined {
  const at = text.indexOf(mark);
  const whole = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? '' : text.slice(at + 1);
  if (!DIGITS.test(fraction) || (whole === '' && fraction === '')) return undefined;
  if (!DIGITS.test(whole) && !(mayGroup && GROUPED.test(whole))) return undefined;
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return `${digits === '' ? '0' : digits}${fraction === '' ? '' : `.${fraction}`}`;
}
