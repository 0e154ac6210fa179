import { Exact } from '../quantity/exact.js';
import type { Contribution } from './report.js';

/** The largest contributions by absolute value, without module D; equal ones in the order of the bill. */
export function largestOf(contributions: readonly Contribution[], most: number): Contribution[] {
  const kept: { contribution: Contribution; size: Exact }[] = [];
  for (const contribution of contributions) {
    if (contribution.stage === 'beyond_boundary') continue;
    const size = Exact.of(contribution.kgco2e).absolute();
    const rank = kept.findIndex((other) => other.size.compare(size) < 0);
    if (rank >= 0) kept.splice(rank, 0, { contribution, size });
    else if (kept.length < most) kept.push({ contribution, size });
    kept.length = Math.min(kept.length, most);
  }
  return kept.map(({ contribution }) => contribution);
}
