import { LARGEST } from './batch-record.js';
import type { PlainFactor } from './plain-factors.js';

/** One contribution among the largest: mantissa × coefficient × 10^-scale kg CO2e, and where its cells stand. */
export interface RankedLine {
  size: number;
  mantissa: number;
  coefficient: number;
  scale: number;
  stage: number;
  line: number;
  itemStart: number;
  itemEnd: number;
  componentStart: number;
  componentEnd: number;
  factor: PlainFactor | undefined;
}

/** Sizes nearer to each other than this are compared exactly; a product of two integers in a double is off by 2^-53 of it. */
const NEAR = 1e-12;

/** Keeps the largest contributions of a product, by absolute value; equal ones in the order in which they come. */
export class LargestLines {
  count = 0;
  readonly lines: RankedLine[] = Array.from({ length: LARGEST }, () => ({
    size: 0, mantissa: 0, coefficient: 0, scale: 0, stage: 0, line: 0, itemStart: 0, itemEnd: 0, componentStart: 0, componentEnd: 0, factor: undefined,
  }));
  /** What a contribution must be near to or above to be among them. */
  threshold = -1;

  clear(): void {
    this.count = 0;
    this.threshold = -1;
  }

  /** Makes room for a contribution and gives its place to be filled in; undefined where it is not among the largest. */
  place(size: number, mantissa: number, coefficient: number, scale: number): RankedLine | undefined {
    const { lines, count } = this;
    let rank = 0;
    while (rank < count && !isLarger(size, mantissa, coefficient, scale, lines[rank] as RankedLine)) rank += 1;
    if (rank === LARGEST) return undefined;
    const last = Math.min(count, LARGEST - 1);
    const freed = lines[last] as RankedLine;
    for (let at = last; at > rank; at -= 1) lines[at] = lines[at - 1] as RankedLine;
    lines[rank] = freed;
    freed.size = size;
    freed.mantissa = mantissa;
    freed.coefficient = coefficient;
    freed.scale = scale;
    if (count < LARGEST) this.count = count + 1;
    if (this.count === LARGEST) this.threshold = (lines[LARGEST - 1] as RankedLine).size * (1 - NEAR);
    return freed;
  }
}

function isLarger(size: number, mantissa: number, coefficient: number, scale: number, other: RankedLine): boolean {
  if (Math.abs(size - other.size) > NEAR * other.size) return size > other.size;
  const mine = magnitude(mantissa, coefficient) * 10n ** BigInt(other.scale);
  return mine > magnitude(other.mantissa, other.coefficient) * 10n ** BigInt(scale);
}

function magnitude(mantissa: number, coefficient: number): bigint {
  const product = BigInt(mantissa) * BigInt(coefficient);
  return product < 0n ? -product : product;
}
