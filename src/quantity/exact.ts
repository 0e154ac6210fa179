/** The longest decimal text that is taken as an amount: digits before and after the point together. */
export const MOST_DIGITS = 400;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;

/**
 * An exact number: numerator × 10^-scale ÷ denominator.
 *
 * Decimals keep a denominator of 1. A ratio that does not end, such as MJ to kWh (5/18), keeps the part of
 * its denominator that is prime to 10, so that nothing is rounded before the report (docs/decisions/0001).
 */
export class Exact {
  static readonly ZERO = new Exact(0n, 0, 1n);
  static readonly ONE = new Exact(1n, 0, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly scale: number,
    /** Positive and prime to 10. */
    readonly denominator: bigint,
  ) {}

  /** Reads a plain decimal such as `-12.50` or `1.5e-3`; undefined for anything else, and beyond MOST_DIGITS. */
  static parse(text: string): Exact | undefined {
    if (text.length > MOST_DIGITS) return undefined;
    const parts = DECIMAL.exec(text);
    if (parts === null) return undefined;
    const whole = parts[2] ?? '';
    const fraction = parts[3] ?? '';
    if (whole === '' && fraction === '') return undefined;
    const exponent = parts[4] === undefined ? 0 : Number(parts[4]);
    if (Math.abs(exponent) > MOST_DIGITS) return undefined;
    const magnitude = BigInt(whole + fraction);
    const scale = fraction.length - exponent;
    const shifted = scale < 0 ? magnitude * powerOfTen(-scale) : magnitude;
    return new Exact(parts[1] === '-' ? -shifted : shifted, scale < 0 ? 0 : scale, 1n);
  }

  /** A decimal written in the code; throws a RangeError where the text is no decimal. */
  static of(text: string): Exact {
    const read = Exact.parse(text);
    if (read === undefined) throw new RangeError(`not a decimal: ${text}`);
    return read;
  }

  /** numerator × 10^-scale, for callers that count in scaled integers. */
  static scaled(numerator: bigint, scale: number, denominator = 1n): Exact {
    return new Exact(numerator, scale, denominator);
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  get isNegative(): boolean {
    return this.numerator < 0n;
  }

  negated(): Exact {
    return new Exact(-this.numerator, this.scale, this.denominator);
  }

  absolute(): Exact {
    return this.numerator < 0n ? this.negated() : this;
  }

  plus(other: Exact): Exact {
    const [left, right, scale] = aligned(this, other);
    if (this.denominator === other.denominator) return new Exact(left + right, scale, this.denominator);
    const shared = sharedFactor(this.denominator, other.denominator);
    const [lift, otherLift] = [other.denominator / shared, this.denominator / shared];
    return new Exact(left * lift + right * otherLift, scale, this.denominator * lift);
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    const denominator =
      this.denominator === 1n ? other.denominator
      : other.denominator === 1n ? this.denominator
      : this.denominator * other.denominator;
    return new Exact(this.numerator * other.numerator, this.scale + other.scale, denominator);
  }

  /** Throws a RangeError on division by zero; callers refuse such input beforehand. */
  dividedBy(other: Exact): Exact {
    if (other.numerator === 0n) throw new RangeError('division by zero');
    let prime = other.numerator < 0n ? -other.numerator : other.numerator;
    let twos = 0;
    let fives = 0;
    while (prime % 2n === 0n) {
      prime /= 2n;
      twos += 1;
    }
    while (prime % 5n === 0n) {
      prime /= 5n;
      fives += 1;
    }
    // 1 ÷ (2^twos × 5^fives) as a power of ten: the missing twos or fives go up into the numerator.
    const tens = Math.max(twos, fives);
    const lifted = this.numerator * other.denominator * 2n ** BigInt(tens - twos) * 5n ** BigInt(tens - fives);
    const scale = this.scale - other.scale + tens;
    const signed = other.numerator < 0n ? -lifted : lifted;
    return new Exact(
      scale < 0 ? signed * powerOfTen(-scale) : signed,
      Math.max(scale, 0),
      this.denominator * prime,
    );
  }

  /** The same value with the least denominator. */
  reduced(): Exact {
    if (this.denominator === 1n) return this;
    const common = greatestCommonDivisor(this.numerator, this.denominator);
    return common === 1n ? this : new Exact(this.numerator / common, this.scale, this.denominator / common);
  }

  compare(other: Exact): -1 | 0 | 1 {
    let [left, right] = aligned(this, other);
    if (this.denominator !== other.denominator) {
      left *= other.denominator;
      right *= this.denominator;
    }
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  /** The value in whole steps of 10^-places, half to even. */
  inSteps(places: number): bigint {
    const shift = places - this.scale;
    const top = shift >= 0 ? this.numerator * powerOfTen(shift) : this.numerator;
    const bottom = shift >= 0 ? this.denominator : this.denominator * powerOfTen(-shift);
    return bottom === 1n ? top : divideHalfEven(top, bottom);
  }

  /** The value in whole steps of 10^-places, rounded towards minus infinity, and what is left: rest ÷ bottom of a step. */
  floorInSteps(places: number): { steps: bigint; rest: bigint; bottom: bigint } {
    const shift = places - this.scale;
    const top = shift >= 0 ? this.numerator * powerOfTen(shift) : this.numerator;
    const bottom = shift >= 0 ? this.denominator : this.denominator * powerOfTen(-shift);
    if (bottom === 1n) return { steps: top, rest: 0n, bottom };
    const quotient = top / bottom;
    const rest = top - quotient * bottom;
    return rest < 0n ? { steps: quotient - 1n, rest: rest + bottom, bottom } : { steps: quotient, rest, bottom };
  }

  /** Whether the value has a decimal that ends, and the places it needs. */
  get places(): number | undefined {
    if (this.denominator !== 1n && this.numerator % this.denominator !== 0n) return undefined;
    let digits = this.numerator / this.denominator;
    let scale = this.scale;
    if (digits === 0n) return 0;
    while (scale > 0 && digits % 10n === 0n) {
      digits /= 10n;
      scale -= 1;
    }
    return scale;
  }
}

/** Powers of ten are kept in two tables: one by one up to STRIDE, then every STRIDE-th, up to some 65,000 digits. */
const STRIDE = 512;
const STRIDES_KEPT = 128;
const TENS: bigint[] = [1n];
const STRIDES: bigint[] = [1n];

/** 10^exponent for a whole exponent of 0 or more. */
export function powerOfTen(exponent: number): bigint {
  const strides = Math.floor(exponent / STRIDE);
  if (strides === 0) return kept(TENS, exponent, 10n);
  if (strides > STRIDES_KEPT) return 10n ** BigInt(exponent);
  return kept(STRIDES, strides, kept(TENS, STRIDE, 10n)) * kept(TENS, exponent % STRIDE, 10n);
}

/** The index-th power of `base` from its table, which grows as needed. */
function kept(table: bigint[], index: number, base: bigint): bigint {
  for (let last = table.length; last <= index; last += 1) table.push((table[last - 1] ?? 1n) * base);
  return table[index] ?? 1n;
}

/** top ÷ bottom (bottom positive) to the nearest integer, ties to even. */
export function divideHalfEven(top: bigint, bottom: bigint): bigint {
  let quotient = top / bottom;
  let rest = top - quotient * bottom;
  if (rest < 0n) {
    quotient -= 1n;
    rest += bottom;
  }
  const twice = rest * 2n;
  if (twice > bottom || (twice === bottom && quotient % 2n !== 0n)) quotient += 1n;
  return quotient;
}

/** Positive, for a and b not both 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

/** Beyond this size Euclid's steps cost more than they save. */
const EUCLID_LIMIT = 1n << 2048n;

/** A common divisor of two denominators: the smaller where it divides the larger, else the greatest while that is cheap. */
function sharedFactor(a: bigint, b: bigint): bigint {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (small < EUCLID_LIMIT) return greatestCommonDivisor(large, small);
  return large % small === 0n ? small : 1n;
}

function aligned(a: Exact, b: Exact): [bigint, bigint, number] {
  if (a.scale === b.scale) return [a.numerator, b.numerator, a.scale];
  if (a.scale > b.scale) return [a.numerator, b.numerator * powerOfTen(a.scale - b.scale), a.scale];
  return [a.numerator * powerOfTen(b.scale - a.scale), b.numerator, b.scale];
}
