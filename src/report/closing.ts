import { placesWithin, REPORT_DIGITS } from '../quantity/decimal-text.js';
import { apportion } from '../quantity/apportion.js';
import { Exact } from '../quantity/exact.js';
import { exactSum, ExactSum } from '../quantity/sum.js';
import type { Footprint, LineContribution } from '../footprint/footprint.js';
import { STAGES, type Stage } from '../input/vocabulary.js';

/** kg CO2e in whole steps of 10^-places. */
export interface ClosedAmounts {
  readonly places: number;
  readonly total: bigint;
  readonly byStage: ReadonlyMap<Stage, bigint>;
  /** One a contribution, in their order. */
  readonly contributions: readonly bigint[];
  /** One a contribution; undefined where the factor states no split. */
  readonly origins: readonly (ClosedOrigins | undefined)[];
}

export interface ClosedOrigins {
  readonly fossil: bigint;
  readonly biogenicEmissions: bigint;
  readonly biogenicRemovals: bigint;
  readonly dluc: bigint;
  readonly aircraft: bigint;
}

/**
 * The one rounding of a report. Amounts whose decimals end are kept as they are. Where some do not, or pass
 * REPORT_DIGITS significant digits of the sum of absolute contributions, the total is rounded half to even at
 * that last place, and stages, contributions and origins take whole steps of it that add up to it exactly
 * (largest remainders first), so that every part of a report closes to the digit (docs/decisions/0003).
 */
export function closedAmounts(footprint: Footprint): ClosedAmounts {
  const { contributions } = footprint;
  const origins = contributions.map(originsOf);
  const gross = new ExactSum();
  let needed = footprint.total.scale;
  let ends = true;
  const consider = (amount: Exact): void => {
    if (amount.scale > needed) needed = amount.scale;
    if (amount.denominator !== 1n) ends = false;
  };
  for (const { kgco2e } of contributions) {
    gross.add(kgco2e.absolute());
    consider(kgco2e);
  }
  for (const parts of origins) parts?.forEach(consider);
  const places = placesWithin(gross.total(), REPORT_DIGITS);
  if (ends && needed <= places) return exactly(contributions, origins, needed);
  return rounded(contributions, origins, places);
}

type OriginAmounts = readonly [fossil: Exact, emissions: Exact, removals: Exact, dluc: Exact, aircraft: Exact];

function originsOf({ factor, activity }: LineContribution): OriginAmounts | undefined {
  if (factor.origins === undefined) return undefined;
  const { fossil, biogenicEmissions, biogenicRemovals, dluc, aircraft } = factor.origins;
  return [
    activity.times(fossil), activity.times(biogenicEmissions), activity.times(biogenicRemovals),
    activity.times(dluc), activity.times(aircraft),
  ];
}

function exactly(
  contributions: readonly LineContribution[],
  origins: readonly (OriginAmounts | undefined)[],
  places: number,
): ClosedAmounts {
  const steps = contributions.map(({ kgco2e }) => kgco2e.inSteps(places));
  const byStage = new Map<Stage, bigint>();
  for (const [index, { stage }] of contributions.entries()) byStage.set(stage, (byStage.get(stage) ?? 0n) + (steps[index] ?? 0n));
  return {
    places,
    total: totalOf(byStage),
    byStage,
    contributions: steps,
    origins: origins.map((parts) => parts && named(parts.map((part) => part.inSteps(places)))),
  };
}

function rounded(
  contributions: readonly LineContribution[],
  origins: readonly (OriginAmounts | undefined)[],
  places: number,
): ClosedAmounts {
  const members = membersByStage(contributions);
  const sums = new Map([...members].map(([stage, indices]) => [stage, exactSum(indices.map((at) => amountAt(contributions, at)))]));
  const inside = [...sums].filter(([stage]) => stage !== 'beyond_boundary');
  const total = exactSum(inside.map(([, sum]) => sum)).inSteps(places);
  const stageSteps = apportion(total, inside.map(([, sum]) => sum), places);
  const byStage = new Map(inside.map(([stage], index) => [stage, stageSteps[index] ?? 0n]));
  const beyond = sums.get('beyond_boundary');
  if (beyond !== undefined) byStage.set('beyond_boundary', beyond.inSteps(places));

  const steps: bigint[] = new Array<bigint>(contributions.length).fill(0n);
  for (const [stage, indices] of members) {
    const tie = (a: number, b: number): number => byContent(contributions[indices[a] ?? 0], contributions[indices[b] ?? 0]);
    const shares = apportion(byStage.get(stage) ?? 0n, indices.map((at) => amountAt(contributions, at)), places, tie);
    for (const [rank, at] of indices.entries()) steps[at] = shares[rank] ?? 0n;
  }
  return {
    places,
    total,
    byStage,
    contributions: steps,
    origins: origins.map((parts, index) => parts && splitOf(steps[index] ?? 0n, parts, places)),
  };
}

/** Indices of the contributions of each stage, in the order of STAGES. */
function membersByStage(contributions: readonly LineContribution[]): Map<Stage, number[]> {
  const members = new Map<Stage, number[]>(STAGES.map((stage) => [stage, []]));
  for (const [index, { stage }] of contributions.entries()) members.get(stage)?.push(index);
  for (const stage of STAGES) if (members.get(stage)?.length === 0) members.delete(stage);
  return members;
}

/** Equal remainders are told apart by content, so that the order of the lines decides nothing. */
function byContent(a: LineContribution | undefined, b: LineContribution | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return compareText(a.component, b.component) || compareText(a.line.item, b.line.item)
    || compareText(a.factor.key, b.factor.key) || compareText(a.line.quantity.text, b.line.quantity.text)
    || compareText(a.line.unit.symbol, b.line.unit.symbol) || Number(a.leg) - Number(b.leg);
}

function splitOf(whole: bigint, parts: OriginAmounts, places: number): ClosedOrigins {
  const [fossil, emissions, removals, dluc, aircraft] = parts;
  const split = named([...apportion(whole, [fossil, emissions, removals, dluc], places), aircraft.inSteps(places)]);
  const passes = split.fossil < 0n ? split.aircraft < split.fossil : split.aircraft > split.fossil;
  return passes ? { ...split, aircraft: split.fossil } : split;
}

function named(steps: readonly bigint[]): ClosedOrigins {
  const [fossil = 0n, biogenicEmissions = 0n, biogenicRemovals = 0n, dluc = 0n, aircraft = 0n] = steps;
  return { fossil, biogenicEmissions, biogenicRemovals, dluc, aircraft };
}

function totalOf(byStage: ReadonlyMap<Stage, bigint>): bigint {
  let total = 0n;
  for (const [stage, steps] of byStage) if (stage !== 'beyond_boundary') total += steps;
  return total;
}

function amountAt(contributions: readonly LineContribution[], index: number): Exact {
  return contributions[index]?.kgco2e ?? Exact.ZERO;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
