import type { DatasetsDiff, FactorChange } from '../factors/diff/change.js';
import type { Edition, EditionFactor } from '../factors/diff/edition.js';
import { exactText, percentOf, valuePer } from '../factors/diff/value-change.js';
import type { Factor } from '../factors/factor.js';
import { Exact } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';
import { closedDifferences, type ClosedGroup } from './closed-differences.js';
import type { ContributionName, DiffEffect, EffectOn, FactorEffect, Obstacle, Shift } from './effect.js';
import { lineOperands } from './operand-nodes.js';
import type { Contribution, FootprintReport } from './report.js';
import { weighAsReported } from './weigh-as-reported.js';

/**
 * Works out each contribution of a changed factor anew: its quantity, through the report's own steps, times the new
 * value. The report must hold, and must have been made with the old edition.
 */
export function diffEffect(diff: DatasetsDiff, older: Edition, newer: Edition, report: FootprintReport): DiffEffect {
  const changes = new Map<string, FactorChange>();
  for (const change of diff.changes) if (change.verb !== 'create') changes.set(`${diff.old.name}:${change.id}`, change);
  const outcomeOf = outcomes(older, newer, report);
  const inside: Touched[] = [];
  const beyond: Touched[] = [];
  for (const [index, contribution] of report.inventory.contributions.entries()) {
    const change = changes.get(contribution.factor);
    if (change === undefined) continue;
    const outcome = outcomeOf(change, contribution);
    (contribution.stage === 'beyond_boundary' ? beyond : inside).push({ index, contribution, change, outcome });
  }
  const { total, beyond_boundary } = report.result;
  const { id, names } = report.product;
  return {
    digest: report.digest,
    product: { id, names },
    unit: report.unit,
    total: effectOn(total, inside),
    ...(beyond_boundary === undefined ? {} : { beyond_boundary: effectOn(beyond_boundary, beyond) }),
  };
}

interface Touched {
  readonly index: number;
  readonly contribution: Contribution;
  readonly change: FactorChange;
  /** By how many kg CO2e the contribution changes, or why nobody can say. */
  readonly outcome: Exact | Obstacle;
}

function outcomes(older: Edition, newer: Edition, report: FootprintReport) {
  const weigh = weighAsReported(report);
  const valued = (one: EditionFactor | undefined): Factor | undefined => {
    if (one === undefined) return undefined;
    return 'value' in one.read ? one.read : weigh(one.read);
  };
  return (change: FactorChange, contribution: Contribution): Exact | Obstacle => {
    if (change.verb === 'delete' || change.verb === 'split') return change.verb;
    const old = valued(older.factors.get(change.id));
    const next = valued(newer.factors.get(change.verb === 'replace' ? change.to : change.id));
    if (old === undefined || next === undefined) return 'gases';
    if (mayMove(old, next, contribution)) return 'stage';
    const value = valuePer(old, next);
    return value === undefined ? 'unit' : activityOf(contribution, report).times(value.minus(old.value));
  };
}

/** A line that names no stage has its factor's; the report does not say which of the two it was. */
function mayMove(old: Factor, next: Factor, { stage }: Contribution): boolean {
  if (stage !== old.stage || old.stage === next.stage) return false;
  return old.stage === 'beyond_boundary' || next.stage === 'beyond_boundary';
}

/** In the unit of the factor that the report used. */
function activityOf(contribution: Contribution, { inventory }: FootprintReport): Exact {
  let activity = Exact.ONE;
  for (const { operator, value } of lineOperands(contribution, inventory.assemblies)) {
    activity = operator === 'divide' ? activity.dividedBy(Exact.of(value)) : activity.times(Exact.of(value));
  }
  return activity;
}

function effectOn(stated: string, touched: readonly Touched[]): EffectOn {
  const computed = touched.flatMap((one) => (one.outcome instanceof Exact ? [{ ...one, difference: one.outcome }] : []));
  const open = touched.flatMap((one) => (one.outcome instanceof Exact ? [] : [{ ...one, reason: one.outcome }]));
  const groups = grouped(computed, ({ contribution }) => contribution.factor);
  const closed = closedDifferences(groups.map(({ all }) => all.map(({ difference }) => difference)));
  return {
    ...shift(Exact.of(stated), closed.whole),
    factors: groups.map((group, index) => factorEffect(group, closed.groups[index])),
    not_computable: grouped(open, ({ contribution, reason }) => `${reason} ${contribution.factor}`).map(({ first, all }) => ({
      factor: first.contribution.factor,
      reason: first.reason,
      kgco2e: exactText(statedSum(all)),
      contributions: all.map((one) => ({ ...nameOf(one), kgco2e: one.contribution.kgco2e })),
    })),
  };
}

interface Group<T> {
  readonly first: T;
  readonly all: readonly T[];
}

/** In the order in which the first of each comes up. */
function grouped<T>(members: readonly T[], key: (one: T) => string): Group<T>[] {
  const groups = new Map<string, { first: T; all: T[] }>();
  for (const one of members) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), { first: one, all: [one] });
    else group.all.push(one);
  }
  return [...groups.values()];
}

function factorEffect({ first, all }: Group<Touched>, closed: ClosedGroup | undefined): FactorEffect {
  const { contribution, change } = first;
  return {
    verb: change.verb,
    factor: contribution.factor,
    ...(change.verb === 'replace' ? { to: change.to } : {}),
    ...shift(statedSum(all), closed?.whole ?? Exact.ZERO),
    contributions: all.map((one, index) => ({
      ...nameOf(one),
      ...shift(Exact.of(one.contribution.kgco2e), closed?.parts[index] ?? Exact.ZERO),
    })),
  };
}

function nameOf({ index, contribution: { item, place } }: Touched): ContributionName {
  return { index, item, place };
}

function statedSum(group: readonly Touched[]): Exact {
  return exactSum(group.map(({ contribution }) => Exact.of(contribution.kgco2e)));
}

function shift(old: Exact, difference: Exact): Shift {
  const percent = percentOf(difference, old);
  return {
    old: exactText(old),
    new: exactText(old.plus(difference)),
    difference: exactText(difference),
    ...(percent === undefined ? {} : { percent }),
  };
}
