import type { Spot } from '../../diagnostics/place.js';
import { problem, type Problem } from '../../diagnostics/problem.js';
import { isFault, readNumber } from '../../input/number.js';
import { decimalText } from '../../quantity/decimal-text.js';
import { Exact, MOST_DIGITS } from '../../quantity/exact.js';

/** xs:double and JSON alike; a comma, which people may mean either way, is in neither. */
const MACHINE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** An amount of a format for machines, or why it is none. `member` names it in the problem: a path beginning with `/`. */
export function machineNumber(text: string, member: string, spot: Spot): Exact | Problem {
  if (text === '') return problem('cell-missing', { column: member }, spot);
  if (!MACHINE.test(text)) return problem('number-invalid', { column: member, text: text.slice(0, 200) }, spot);
  const read = readNumber(text, '.');
  return isFault(read) ? problem('number-out-of-range', { column: member, text: text.slice(0, 200) }, spot) : read.value;
}

/** As `machineNumber`, for what an amount is divided by. */
export function machineDivisor(text: string, member: string, spot: Spot): Exact | Problem {
  const read = machineNumber(text, member, spot);
  if (!(read instanceof Exact) || (!read.isZero && !read.isNegative)) return read;
  return problem('number-outside', { column: member, text, range: '> 0' }, spot);
}

/** An amount as factors.csv takes it: plain, exact to 50 significant digits where a division does not end. */
export function plainAmount(amount: Exact): string {
  return amount.places === undefined ? decimalText(amount) : decimalText(amount, MOST_DIGITS);
}
