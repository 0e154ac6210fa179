import { Exact } from './exact.js';

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
  if (amount.denominator === 1n) {
    const size = amount.numerator.toString().length - (amount.numerator < 0n ? 1 : 0);
    if (size <= digits) return stepsText(amount.numerator, amount.scale);
  }
  const places = placesFor(amount, digits);
  return stepsText(amount.inSteps(places), places);
}

/** How many decimal places leave `digits` significant digits; exact values keep what they need, if that is less. */
export function placesFor(amount: Exact, digits: number = REPORT_DIGITS): number {
  const wanted = placesWithin(amount, digits);
  const needed = amount.places;
  return needed === undefined ? wanted : Math.min(needed, wanted);
}

/** How many decimal places an amount of this size has within `digits` significant digits. */
export function placesWithin(amount: Exact, digits: number): number {
  return Math.max(0, digits - integerDigits(amount));
}

/** Digits before the decimal point: 3 for 123.4, 0 for 0.5, -1 for 0.05; 0 for zero. */
function integerDigits(amount: Exact): number {
  if (amount.numerator === 0n) return 0;
  const top = amount.absolute();
  let guess = length(top.numerator) - length(top.denominator) - top.scale;
  // numerator/denominator lies within one digit of the difference of their lengths
  if (top.compare(Exact.ONE.times(tenTo(guess))) >= 0) guess += 1;
  return guess;
}

function length(value: bigint): number {
  return value.toString().length;
}

function tenTo(exponent: number): Exact {
  return exponent >= 0 ? Exact.scaled(10n ** BigInt(exponent), 0) : Exact.scaled(1n, -exponent);
}
