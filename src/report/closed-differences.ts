import { apportion } from '../quantity/apportion.js';
import { placesWithin, REPORT_DIGITS } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';

/** Decimals that add up: the parts to the whole of their group. */
export interface ClosedGroup {
  readonly whole: Exact;
  readonly parts: readonly Exact[];
}

/** The groups' wholes add up to the whole. */
export interface ClosedDifferences {
  readonly whole: Exact;
  readonly groups: readonly ClosedGroup[];
}

/**
 * Differences as decimals that close, by the rule of closing.ts: kept as they are where their decimals end; else the
 * whole is rounded half to even at REPORT_DIGITS significant digits of all of them together, and groups and parts take
 * whole steps of that last place.
 */
export function closedDifferences(groups: readonly (readonly Exact[])[]): ClosedDifferences {
  const all = groups.flat();
  const ends = all.map(({ places }) => places);
  const limit = placesWithin(exactSum(all.map((part) => part.absolute())), REPORT_DIGITS);
  const longest = ends.reduce<number>((most, places) => Math.max(most, places ?? 0), 0);
  const places = ends.includes(undefined) ? limit : longest;
  const sums = groups.map((parts) => exactSum(parts));
  const steps = exactSum(sums).inSteps(places);
  const shares = apportion(steps, sums, places);
  return {
    whole: Exact.scaled(steps, places),
    groups: groups.map((parts, index) => {
      const share = shares[index] ?? 0n;
      return {
        whole: Exact.scaled(share, places),
        parts: apportion(share, parts, places).map((part) => Exact.scaled(part, places)),
      };
    }),
  };
}
