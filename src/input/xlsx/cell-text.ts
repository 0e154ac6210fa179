import { decimalText } from '../../quantity/decimal-text.js';
import { Exact } from '../../quantity/exact.js';

/** What Excel keeps of a number that is typed, and shows of one (Excel specifications and limits: number precision). */
export const EXCEL_DIGITS = 15;

/**
 * The number of a cell as its spreadsheet shows it. Files hold the binary number with up to 17 digits
 * (0.30000000000000004); it is rounded to 15 significant digits, half to even. Whole numbers keep their digits.
 */
export function numberText(value: string): string {
  if (!value.includes('.') || significantDigits(value) <= EXCEL_DIGITS) return value;
  const number = Exact.parse(value);
  return number === undefined ? value : decimalText(number, EXCEL_DIGITS);
}

function significantDigits(value: string): number {
  return value.replace(/[eE].*$/u, '').replace(/\D/gu, '').replace(/^0+/u, '').length;
}

/** Text as it is meant: characters that XML cannot hold are written `_x000B_` (ECMA-376, ST_Xstring). */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
