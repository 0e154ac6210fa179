import { divideHalfEven, Exact, powerOfTen } from './exact.js';

/** Significant digits of an amount in a report (DESIGN: rounded once, half to even). */
export const REPORT_DIGITS = 50;

/** The steps × 10^-places as plain decimal text: no exponent, no trailing zeros, no minus zero. */
export function stepsText(steps: bigint, places: number): string {
  const negative = steps < 0n;
  const digits = (negative ? -steps : steps).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  let end = digits.length;
  while (end > whole.length && digits.charCodeAt(end - 1) === 48) end -= 1;
  const text = end > whole.length ? `${whole}.${digits.slice(whole.length, end)}` : whole;
  return negative && steps !== 0n ? `-${text}` : text;
}

/** An amount as decimal text: exact where it ends within `digits` significant digits, else rounded half to even. */
export function decimalText(amount: Exact, digits: number = REPORT_DIGITS): string {
  if (amount.numerator === 0n) return '0';
  if (amount.denominator === 1n && bits(amount.absolute().numerator) <= digits * BITS_OF_A_DIGIT) {
    return stepsText(amount.numerator, amount.scale);
  }
  const sized = amount.absolute();
  const spare = 2;
  const fine = digits - estimatedDigits(sized) + spare;
  if (fine <= spare) {
    const places = placesWithin(amount, digits);
    return stepsText(amount.inSteps(places), places);
  }
  // One long division to a few digits more than wanted; the last rounding then works on a short number.
  const { steps, rest } = sized.floorInSteps(fine);
  const drop = Math.min(fine, Math.max(0, steps.toString().length - digits));
  const sticky = rest === 0n ? 0n : 1n;
  const rounded = divideHalfEven(steps * 2n + sticky, 2n * powerOfTen(drop));
  return stepsText(amount.isNegative ? -rounded : rounded, fine - drop);
}

/** How many decimal places an amount of this size has within `digits` significant digits. */
export function placesWithin(amount: Exact, digits: number): number {
  return Math.max(0, digits - integerDigits(amount));
}

/** Digits before the decimal point: 3 for 123.4, 0 for 0.5, -1 for 0.05; 0 for zero. */
function integerDigits(amount: Exact): number {
  if (amount.numerator === 0n) return 0;
  const size = amount.absolute();
  let digits = estimatedDigits(size);
  while (size.compare(tenTo(digits)) >= 0) digits += 1;
  while (size.compare(tenTo(digits - 1)) < 0) digits -= 1;
  return digits;
}

/** integerDigits of a positive amount from binary lengths: at most two short, at most two too many. */
function estimatedDigits(size: Exact): number {
  return Math.floor((bits(size.numerator) - bits(size.denominator)) * LOG10_OF_2) - size.scale;
}

const LOG10_OF_2 = Math.log10(2);
/** Fewer than log2(10): a number of so many bits a digit has no more digits. */
const BITS_OF_A_DIGIT = 3.32;

/** Binary length, within four bits: hexadecimal text is made in linear time, decimal text is not. */
function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

function tenTo(exponent: number): Exact {
  return exponent >= 0 ? Exact.scaled(powerOfTen(exponent), 0) : Exact.scaled(1n, -exponent);
}
