import type { Decimal } from 'decimal.js';

const ROUNDING = /^(?:(3) significant digits|(\d{1,2}) decimals), half-even$/;

/**
 * The total as a label shows it. `rounding` is `3 significant digits, half-even` or `N decimals, half-even`;
 * undefined for anything else. Half to even by the rounding mode of the total's own constructor would be a
 * hidden choice, so the mode is named here.
 */
export function displayed(total: Decimal, rounding: string): Decimal | undefined {
  const [, digits, decimals] = ROUNDING.exec(rounding) ?? [];
  const halfEven = 6; // Decimal.ROUND_HALF_EVEN
  if (digits !== undefined) return total.toSignificantDigits(Number(digits), halfEven);
  return decimals === undefined ? undefined : total.toDecimalPlaces(Number(decimals), halfEven);
}
