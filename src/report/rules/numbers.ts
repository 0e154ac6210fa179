import { Decimal } from 'decimal.js';

/**
 * Decimals that no sum of report amounts can outgrow: the schema allows 400 characters.
 * Deliberately not the engine's own arithmetic, so that a fault there cannot hide here.
 */
export const Big = Decimal.clone({
  precision: 1000,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Big = Decimal;

export const ZERO = new Big(0);
export const ONE = new Big(1);
const HALF = new Big('0.5');

export function big(text: string): Big {
  return new Big(text);
}

/** Whether `stated` is top ÷ bottom rounded half to even; by multiplication alone, since division of long numbers is slow. */
export function isQuotient(stated: string, top: Big, bottom: Big, places: number): boolean {
  const value = big(stated);
  if (value.decimalPlaces() > places) return false;
  const away = value.times(bottom).minus(top).abs();
  const half = bottom.abs().times(HALF).times(new Big(10).pow(-places));
  const side = away.comparedTo(half);
  return side < 0 || (side === 0 && value.times(new Big(10).pow(places)).mod(2).isZero());
}

/** top ÷ bottom rounded half to even, as text for a message. */
export function quotientText(top: Big, bottom: Big, places: number): string {
  return top.div(bottom).toDecimalPlaces(places).toFixed();
}

export class SumsByName {
  readonly #sums = new Map<string, Big>();

  add(name: string, amount: Big): void {
    const before = this.#sums.get(name);
    this.#sums.set(name, before === undefined ? amount : before.plus(amount));
  }

  get(name: string): Big {
    return this.#sums.get(name) ?? ZERO;
  }

  names(): IterableIterator<string> {
    return this.#sums.keys();
  }
}
