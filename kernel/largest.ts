import { Factor } from './factors';
import { hostLarger } from './host';

const LARGEST: i32 = 3;
/** Sizes nearer to each other than this are compared exactly; worked out in doubles they are off by some 2^-51 of them. */
const NEAR: f64 = 1e-12;

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
export let threshold: f64 = -1;

export function clearRanked(): void {
  rankedCount = 0;
  threshold = -1;
}

/** Makes room for a contribution and gives its place to be filled in; null where it is not among the largest. */
export function place(size: f64, mantissa: f64, coefficient: f64, scale: i32): Ranked | null {
  let rank = 0;
  while (rank < rankedCount && !isLarger(size, mantissa, coefficient, scale, unchecked(ranked[rank]))) rank += 1;
  if (rank == LARGEST) return null;
  const last = min(rankedCount, LARGEST - 1);
  const freed = unchecked(ranked[last]);
  for (let at = last; at > rank; at -= 1) unchecked(ranked[at] = unchecked(ranked[at - 1]));
  unchecked(ranked[rank] = freed);
  freed.size = size;
  freed.mantissa = mantissa;
  freed.coefficient = coefficient;
  freed.scale = scale;
  if (rankedCount < LARGEST) rankedCount += 1;
  if (rankedCount == LARGEST) threshold = unchecked(ranked[LARGEST - 1]).size * (1 - NEAR);
  return freed;
}

function isLarger(size: f64, mantissa: f64, coefficient: f64, scale: i32, other: Ranked): bool {
  if (abs(size - other.size) > NEAR * other.size) return size > other.size;
  if (mantissa == other.mantissa && coefficient == other.coefficient && scale == other.scale) return false;
  return hostLarger(mantissa, coefficient, scale, other.mantissa, other.coefficient, other.scale);
}
