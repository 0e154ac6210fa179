import type { Exact } from './exact.js';

/**
 * Rounds parts to whole steps of 10^-places that add up to `whole` steps: each is its floor or one step more, and the
 * steps more go to the largest remainders (largest-remainder method of Hamilton: M. Balinski and H. P. Young, Fair
 * Representation, 1982). Among equal remainders `tie` decides, by the parts' indices, else the earlier part.
 * Parts of whole steps stay as they are while others can move. Throws a RangeError where `whole` is out of reach.
 */
export function apportion(
  whole: bigint,
  parts: readonly Exact[],
  places: number,
  tie: (a: number, b: number) => number = (a, b) => a - b,
): bigint[] {
  const steps: bigint[] = [];
  const contenders: Contender[] = [];
  const settled: Contender[] = [];
  let missing = whole;
  for (const [index, part] of parts.entries()) {
    const { steps: floor, rest, bottom } = part.floorInSteps(places);
    steps.push(floor);
    missing -= floor;
    (rest === 0n ? settled : contenders).push({ index, rest, bottom, near: (rest << NEAR_BITS) / bottom });
  }
  if (missing < 0n || missing > BigInt(parts.length)) throw new RangeError(`${parts.length} parts cannot add up to ${whole}`);
  if (missing === 0n) return steps;
  contenders.sort((a, b) => largerRestFirst(a, b) || tie(a.index, b.index));
  for (const { index } of [...contenders, ...settled].slice(0, Number(missing))) steps[index] = (steps[index] ?? 0n) + 1n;
  return steps;
}

/** What is left of a part above its whole steps: rest ÷ bottom of one step. */
interface Contender {
  readonly index: number;
  readonly rest: bigint;
  readonly bottom: bigint;
  /** rest ÷ bottom to NEAR_BITS binary places: settles nearly every comparison without multiplying long numbers. */
  readonly near: bigint;
}

const NEAR_BITS = 128n;

function largerRestFirst(a: Contender, b: Contender): number {
  if (a.near !== b.near) return a.near > b.near ? -1 : 1;
  const left = a.bottom === b.bottom ? a.rest : a.rest * b.bottom;
  const right = a.bottom === b.bottom ? b.rest : b.rest * a.bottom;
  return left > right ? -1 : left < right ? 1 : 0;
}
