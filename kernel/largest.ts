import { Factor } from './factors';
import { hostLarger } from './host';

const LARGEST: i32 = 3;
/** Sizes nearer to each other than this are compared exactly; worked out in doubles they are off by some 2^-51 of them. */
const NEAR: f64 = 1e-12;
/** The size of none: below any. */
const NONE: f64 = -1;

/** One contribution among the largest: mantissa × coefficient × 10^-scale kg CO2e, and where its cells stand. */
@final
export class Ranked {
  size: f64 = 0;
  mantissa: f64 = 0;
  coefficient: f64 = 0;
  scale: i32 = 0;
  stage: i32 = 0;
  line: i32 = 0;
  itemStart: usize = 0;
  itemEnd: usize = 0;
  componentStart: usize = 0;
  componentEnd: usize = 0;
  factor: Factor | null = null;
}

/** By absolute value; equal ones in the order in which they come. */
export const ranked: StaticArray<Ranked> = [new Ranked(), new Ranked(), new Ranked()];
export let rankedCount: i32 = 0;
/** What a contribution must be near to or above to be among them. */
export let threshold: f64 = NONE;
let first: f64 = NONE;
let second: f64 = NONE;
let third: f64 = NONE;

export function clearRanked(): void {
  rankedCount = 0;
  threshold = NONE;
  first = NONE;
  second = NONE;
  third = NONE;
}

/** Makes room for a contribution and gives its place to be filled in; null where it is not among the largest. */
export function place(size: f64, mantissa: f64, coefficient: f64, scale: i32): Ranked | null {
  const rank = (i32(isNear(size, first)) | i32(isNear(size, second)) | i32(isNear(size, third))) != 0
    ? exactRank(size, mantissa, coefficient, scale)
    : i32(size < first) + i32(size < second) + i32(size < third);
  if (rank == LARGEST) return null;
  const freed = unchecked(ranked[2]);
  const upper = unchecked(ranked[0]);
  const middle = unchecked(ranked[1]);
  unchecked(ranked[0] = select(freed, upper, rank == 0));
  unchecked(ranked[1] = select(upper, select(freed, middle, rank == 1), rank == 0));
  unchecked(ranked[2] = select(freed, middle, rank == 2));
  third = select(size, second, rank == 2);
  second = select(first, select(size, second, rank == 1), rank == 0);
  first = select(size, first, rank == 0);
  freed.size = size;
  freed.mantissa = mantissa;
  freed.coefficient = coefficient;
  freed.scale = scale;
  rankedCount = min(rankedCount + 1, LARGEST);
  threshold = third * (1 - NEAR);
  return freed;
}

// @ts-ignore: decorator
@inline
function isNear(size: f64, other: f64): bool {
  return abs(size - other) <= NEAR * other;
}

function exactRank(size: f64, mantissa: f64, coefficient: f64, scale: i32): i32 {
  let rank = 0;
  while (rank < rankedCount && !isLarger(size, mantissa, coefficient, scale, unchecked(ranked[rank]))) rank += 1;
  return rank;
}

function isLarger(size: f64, mantissa: f64, coefficient: f64, scale: i32, other: Ranked): bool {
  if (!isNear(size, other.size)) return size > other.size;
  if (mantissa == other.mantissa && coefficient == other.coefficient && scale == other.scale) return false;
  return hostLarger(mantissa, coefficient, scale, other.mantissa, other.coefficient, other.scale);
}
