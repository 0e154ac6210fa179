import { Decimal } from 'decimal.js';

const ROUNDING = /^(?:(3) significant digits|(\d{1,2}) decimals), half-even$/;

/**
 * The total as a label shows it. `rounding` is `3 significant digits, half-even` or `N decimals, half-even`;
 * undefined for anything else. The mode is named at each rounding, whatever the total's constructor is set to.
 */
export function displayed(total: Decimal, rounding: string): Decimal | undefined {
  const [, digits, decimals] = ROUNDING.exec(rounding) ?? [];
  if (digits !== undefined) return total.toSignificantDigits(Number(digits), Decimal.ROUND_HALF_EVEN);
  return decimals === undefined ? undefined : total.toDecimalPlaces(Number(decimals), Decimal.ROUND_HALF_EVEN);
}
