import { Exact, powerOfTen } from './exact.js';

/** An exact running sum. The order in which amounts are added changes neither the value nor the text of it. */
export class ExactSum {
  /** One running numerator per denominator, so that the common case of plain decimals stays one addition. */
  readonly #parts = new Map<bigint, { numerator: bigint; scale: number }>();

  add(amount: Exact): void {
    const part = this.#parts.get(amount.denominator);
    if (part === undefined) {
      this.#parts.set(amount.denominator, { numerator: amount.numerator, scale: amount.scale });
    } else if (part.scale === amount.scale) {
      part.numerator += amount.numerator;
    } else if (part.scale > amount.scale) {
      part.numerator += amount.numerator * powerOfTen(part.scale - amount.scale);
    } else {
      part.numerator = part.numerator * powerOfTen(amount.scale - part.scale) + amount.numerator;
      part.scale = amount.scale;
    }
  }

  total(): Exact {
    const parts = [...this.#parts]
      .map(([denominator, part]) => Exact.scaled(part.numerator, part.scale, denominator))
      .sort((a, b) => (a.denominator < b.denominator ? -1 : a.denominator > b.denominator ? 1 : 0));
    return addInHalves(parts, 0, parts.length);
  }
}

/** The exact sum of amounts. */
export function exactSum(amounts: Iterable<Exact>): Exact {
  const sum = new ExactSum();
  for (const amount of amounts) sum.add(amount);
  return sum.total();
}

/** Halving keeps the operands of one size, so that thousands of unlike denominators stay affordable. */
function addInHalves(parts: readonly Exact[], from: number, to: number): Exact {
  if (to - from === 0) return Exact.ZERO;
  if (to - from === 1) return parts[from] ?? Exact.ZERO;
  const middle = (from + to) >> 1;
  return addInHalves(parts, from, middle).plus(addInHalves(parts, middle, to));
}
