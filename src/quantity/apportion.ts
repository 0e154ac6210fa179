import type { Exact } from './exact.js';

/**
 * Rounds parts to whole steps of 10^-places that add up to `whole` steps: each is its floor or one step more, and the
 * steps more go to the largest remainders, earlier parts first among equals (largest-remainder method of Hamilton:
 * M. Balinski and H. P. Young, Fair Representation, 1982). Parts of whole steps stay as they are while others can move.
 * Throws a RangeError where `whole` is out of reach.
 */
export function apportion(whole: bigint, parts: readonly Exact[], places: number): bigint[] {
  const steps: bigint[] = [];
  const remainders: Exact[] = [];
  let missing = whole;
  for (const part of parts) {
    const floor = part.floorInSteps(places);
    steps.push(floor.steps);
    remainders.push(floor.remainder);
    missing -= floor.steps;
  }
  if (missing < 0n || missing > BigInt(parts.length)) throw new RangeError(`${parts.length} parts cannot add up to ${whole}`);
  if (missing === 0n) return steps;
  const largestFirst = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  for (const { index } of largestFirst.slice(0, Number(missing))) steps[index] = (steps[index] ?? 0n) + 1n;
  return steps;
}
