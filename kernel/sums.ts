/**
 * Exact running sums of decimals: each is hi × 10^15 + lo, in steps of 10^-18. Every intermediate is an integer of at
 * most 2^53 in a double, so nothing is ever rounded; what does not fit is refused and left to the decimal path.
 */
const PLACES: i32 = 18;
const BASE_DIGITS: i32 = 15;
const BASE: f64 = 1e15;
/** Two of these still add up to an exact integer. */
const MOST: f64 = 4503599627370496;
const SPLIT: f64 = 1e6;
const SPLIT_DIGITS: i32 = 6;
const MOST_SLOTS: i32 = 64;

const TENS: StaticArray<f64> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/** Near enough for a quotient whose rest is kept, and for what is compared within a margin. */
const TENTHS: StaticArray<f64> = [
  1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16, 1e-17, 1e-18,
];

export const hi = new StaticArray<f64>(MOST_SLOTS);
export const lo = new StaticArray<f64>(MOST_SLOTS);
/** The amount worked out last, normalised no further than adding needs. */
export let partHi: f64 = 0;
export let partLo: f64 = 0;

// @ts-ignore: decorator
@inline
function ten(power: i32): f64 {
  return unchecked(TENS[power]);
}

// @ts-ignore: decorator
@inline
export function tenth(power: i32): f64 {
  return unchecked(TENTHS[power]);
}

export function clear(): void {
  memory.fill(changetype<usize>(hi), 0, MOST_SLOTS * sizeof<f64>());
  memory.fill(changetype<usize>(lo), 0, MOST_SLOTS * sizeof<f64>());
}

// @ts-ignore: decorator
@inline
function holds(integer: f64): bool {
  return integer <= MOST && integer >= -MOST;
}

/** Works out a × b × 10^-scale, both integers of at most 2^52 in size. False where it cannot be held exactly. */
export function multiply(a: f64, b: f64, scale: i32): bool {
  if (scale > PLACES) return false;
  const power = PLACES - scale;
  const product = a * b;
  if (holds(product)) return lift(product, power, 0, 0);
  const upper = trunc<f64>(b / SPLIT);
  const high = a * upper;
  const low = a * (b - upper * SPLIT);
  return holds(high) && holds(low) && lift(high, power + SPLIT_DIGITS, 0, 0) && lift(low, power, partHi, partLo);
}

/** Makes the part an integer × 10^power more than hi and lo. The quotient need not be the floor: the rest makes up for it exactly. */
// @ts-ignore: decorator
@inline
function lift(integer: f64, power: i32, ofHi: f64, ofLo: f64): bool {
  if (power > BASE_DIGITS) {
    const high = integer * ten(power - BASE_DIGITS);
    partHi = ofHi + high;
    partLo = ofLo;
    return holds(high) && power - BASE_DIGITS <= 15;
  }
  const high = trunc<f64>(integer * tenth(BASE_DIGITS - power));
  partHi = ofHi + high;
  partLo = ofLo + (integer - high * ten(BASE_DIGITS - power)) * ten(power);
  return true;
}

/** Adds the amount worked out last to a sum. False where the sum grows beyond what is exact. */
export function add(slot: i32): bool {
  return addAmount(slot, partHi, partLo);
}

/** Adds the size of the amount worked out last. */
export function addSize(slot: i32): bool {
  const negative = partHi < 0 || (partHi == 0 && partLo < 0);
  return negative ? addAmount(slot, -partHi, -partLo) : addAmount(slot, partHi, partLo);
}

/** Adds one sum to another, times 1 or -1. */
export function addSum(slot: i32, other: i32, sign: f64): bool {
  return addAmount(slot, sign * unchecked(hi[other]), sign * unchecked(lo[other]));
}

export function isZero(slot: i32): bool {
  return unchecked(hi[slot]) == 0 && unchecked(lo[slot]) == 0;
}

// @ts-ignore: decorator
@inline
function addAmount(slot: i32, byHi: f64, byLo: f64): bool {
  const low = unchecked(lo[slot]) + byLo;
  // The quotient need not be the floor, nor the carry be needed.
  const carry = trunc<f64>(low * 1e-15);
  const high = unchecked(hi[slot]) + byHi + carry;
  unchecked(hi[slot] = high);
  unchecked(lo[slot] = low - carry * BASE);
  return holds(high);
}

/** What `settle` gives: both of one sign, lo below its base. */
export let settledHi: f64 = 0;
export let settledLo: f64 = 0;

export function settle(high: f64, low: f64): void {
  const carry = trunc<f64>(low / BASE);
  high += carry;
  low -= carry * BASE;
  if (high > 0 && low < 0) {
    high -= 1;
    low += BASE;
  } else if (high < 0 && low > 0) {
    high += 1;
    low -= BASE;
  }
  settledHi = high;
  settledLo = low;
}
