/**
 * Exact running sums of decimals in plain numbers: each is hi × 10^15 + lo, in steps of 10^-18. Every intermediate is
 * an integer of at most 2^53, so nothing is ever rounded; what does not fit is refused and left to the decimal path.
 */
export const PLACES = 18;
const BASE_DIGITS = 15;
const BASE = 1e15;
/** Two of these still add up to an exact integer. */
export const MOST = 2 ** 52;
const SPLIT = 1e6;
const SPLIT_DIGITS = 6;

export const TENS: Float64Array = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${String(power)}`));

export class ScaledSums {
  readonly #hi: Float64Array;
  readonly #lo: Float64Array;
  /** The amount worked out last, normalised no further than adding needs. */
  #partHi = 0;
  #partLo = 0;

  constructor(slots: number) {
    this.#hi = new Float64Array(slots);
    this.#lo = new Float64Array(slots);
  }

  clear(): void {
    this.#hi.fill(0);
    this.#lo.fill(0);
  }

  /** Works out a × b × 10^-scale, both integers of at most 2^52 in size. False where it cannot be held exactly. */
  multiply(a: number, b: number, scale: number): boolean {
    if (scale > PLACES) return false;
    this.#partHi = 0;
    this.#partLo = 0;
    const product = a * b;
    if (product <= MOST && product >= -MOST) return this.#lift(product, PLACES - scale);
    const upper = Math.trunc(b / SPLIT);
    const high = a * upper;
    const low = a * (b - upper * SPLIT);
    return high <= MOST && high >= -MOST && low <= MOST && low >= -MOST
      && this.#lift(high, PLACES - scale + SPLIT_DIGITS) && this.#lift(low, PLACES - scale);
  }

  /** Adds the amount worked out last to a sum. False where the sum grows beyond what is exact. */
  add(slot: number): boolean {
    return this.#addPart(slot, this.#partHi, this.#partLo);
  }

  /** Adds the size of the amount worked out last. */
  addSize(slot: number): boolean {
    const negative = this.#partHi < 0 || (this.#partHi === 0 && this.#partLo < 0);
    return negative ? this.#addPart(slot, -this.#partHi, -this.#partLo) : this.#addPart(slot, this.#partHi, this.#partLo);
  }

  /** Adds one sum to another. */
  addSum(slot: number, other: number): boolean {
    return this.#addPart(slot, this.#hi[other] as number, this.#lo[other] as number);
  }

  /** The steps of 10^-18 of a sum. */
  steps(slot: number): bigint {
    return BigInt(this.#hi[slot] as number) * 1_000_000_000_000_000n + BigInt(this.#lo[slot] as number);
  }

  isZero(slot: number): boolean {
    return this.#hi[slot] === 0 && this.#lo[slot] === 0;
  }

  /** Brings hi and lo to one sign and lo below its base, and gives both. */
  settled(slot: number, into: { hi: number; lo: number }): void {
    let hi = this.#hi[slot] as number;
    let lo = this.#lo[slot] as number;
    const carry = Math.trunc(lo / BASE);
    hi += carry;
    lo -= carry * BASE;
    if (hi > 0 && lo < 0) {
      hi -= 1;
      lo += BASE;
    } else if (hi < 0 && lo > 0) {
      hi += 1;
      lo -= BASE;
    }
    into.hi = hi;
    into.lo = lo;
  }

  /** The amount worked out last, likewise. */
  settledPart(into: { hi: number; lo: number }): void {
    const { length } = this.#hi;
    this.#hi[length - 1] = this.#partHi;
    this.#lo[length - 1] = this.#partLo;
    this.settled(length - 1, into);
  }

  /** Adds an integer × 10^power to the part. The quotient need not be the floor: the rest makes up for it exactly. */
  #lift(integer: number, power: number): boolean {
    if (power >= BASE_DIGITS) {
      const high = integer * (TENS[power - BASE_DIGITS] as number);
      this.#partHi += high;
      return high <= MOST && high >= -MOST && power - BASE_DIGITS <= 15;
    }
    const unit = TENS[BASE_DIGITS - power] as number;
    const high = Math.trunc(integer / unit);
    this.#partHi += high;
    this.#partLo += (integer - high * unit) * (TENS[power] as number);
    return true;
  }

  #addPart(slot: number, partHi: number, partLo: number): boolean {
    const hi = (this.#hi[slot] as number) + partHi;
    const lo = (this.#lo[slot] as number) + partLo;
    if (lo > MOST || lo < -MOST) {
      const carry = Math.trunc(lo / BASE);
      this.#hi[slot] = hi + carry;
      this.#lo[slot] = lo - carry * BASE;
    } else {
      this.#hi[slot] = hi;
      this.#lo[slot] = lo;
    }
    return hi <= MOST && hi >= -MOST;
  }
}
