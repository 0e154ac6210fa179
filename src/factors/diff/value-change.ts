import { conversion } from '../../quantity/convert.js';
import { decimalText, stepsText } from '../../quantity/decimal-text.js';
import { Exact } from '../../quantity/exact.js';
import type { Factor } from '../factor.js';
import type { ValueChange } from './change.js';

const HUNDRED = Exact.of('100');
const PERCENT_PLACES = 4;

/** How the value of a factor changed, on the unit of the old one. */
export function valueChange(old: Factor, next: Factor): ValueChange {
  const converted = valuePer(old, next);
  const difference = converted?.minus(old.value);
  const percent = difference === undefined ? undefined : percentOf(difference, old.value);
  return {
    old: exactText(old.value),
    old_unit: old.row.unit,
    new: exactText(next.value),
    new_unit: next.row.unit,
    ...(difference === undefined ? {} : { difference: exactText(difference) }),
    ...(percent === undefined ? {} : { percent }),
  };
}

/** kg CO2e of `next` per one unit of `old`; undefined where their dimensions differ. */
export function valuePer(old: Factor, next: Factor): Exact | undefined {
  const ratio = conversion(old.unit, next.unit);
  return ratio === undefined ? undefined : next.value.times(ratio);
}

/** Part ÷ |whole| in percent, four decimals, half to even; undefined where the whole is 0. */
export function percentOf(part: Exact, whole: Exact): string | undefined {
  if (whole.isZero) return undefined;
  const ratio = part.times(HUNDRED).dividedBy(whole.absolute());
  return stepsText(ratio.inSteps(PERCENT_PLACES), PERCENT_PLACES);
}

/** Every digit of a decimal that ends; of one that does not, as many as a report keeps. */
export function exactText(amount: Exact): string {
  const least = amount.reduced();
  return least.denominator === 1n ? decimalText(least, Number.POSITIVE_INFINITY) : decimalText(least);
}
