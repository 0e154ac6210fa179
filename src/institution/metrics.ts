import type { Factor } from '../factors/factor.js';
import type { InstitutionFacts, InstitutionProfile, Offset } from '../input/institution-profile.js';
import type { LedgerLine } from '../input/ledger-line.js';
import { Exact } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';
import { Sheet } from '../sectors/sheet.js';
import { avoidedOf, type Avoided } from './avoided.js';
import { changeOf, type Change } from './change.js';
import { emissionsOf, type EmissionsOfYear, type FactorSource } from './emissions.js';
import { coefficientsOf, energyOf, type EnergyOfYear } from './energy.js';
import type { CoalEquivalents, InstitutionRule } from './institution-rule.js';
import { renewableShares, type RenewableShares } from './renewable-share.js';
import { yearSums, type Leaf, type YearName, type YearSums } from './year-sums.js';

export const CLAIM_LEVELS = ['none', 'reduced', 'offset'] as const;
export type ClaimLevel = (typeof CLAIM_LEVELS)[number];

/** All metrics of one institution in one year; amounts are ids of the sheet. */
export interface YearMetrics {
  readonly sums: YearSums;
  readonly energy: EnergyOfYear;
  readonly renewable: RenewableShares;
  readonly emissions: EmissionsOfYear;
  readonly intensities: readonly Intensity[];
}

/** Of energy or emissions, per person, m2, bed or student. */
export interface Intensity {
  readonly per: FactName;
  readonly electricity: string;
  readonly energy: string;
  readonly emissions: string;
}

const FACTS = {
  persons: { unit: 'person', names: { en: 'persons', zh: '用能人数' } },
  area: { unit: 'm2', names: { en: 'floor area', zh: '建筑面积' } },
  beds: { unit: 'bed', names: { en: 'beds', zh: '床位' } },
  students: { unit: 'student', names: { en: 'students', zh: '学生' } },
} as const;
export type FactName = keyof typeof FACTS;

export interface InstitutionMetrics {
  readonly sheet: Sheet;
  readonly report: YearMetrics;
  readonly baseline?: YearMetrics;
  readonly change?: Change;
  /** Percentage points, ids of the sheet. */
  readonly renewable_change?: { readonly by_electricity?: string; readonly by_energy?: string };
  readonly avoided?: Avoided;
  readonly offsets: readonly Offset[];
  /** kg CO2e, id of the sheet. */
  readonly offset_total: string;
  readonly claim: ClaimLevel;
}

/** What the metrics are worked out from. */
export interface MetricsRequest {
  readonly lines: readonly LedgerLine[];
  readonly profile: InstitutionProfile;
  readonly facts?: InstitutionFacts;
  readonly rule: InstitutionRule;
  readonly coefficients: CoalEquivalents;
  readonly factors: FactorSource;
  readonly offsets: readonly Offset[];
  readonly avoided?: { readonly factor: Factor; readonly newest?: Factor };
  /** A carrier without a coefficient. */
  readonly uncounted: (leaf: Leaf) => void;
}

/** The metrics of one institution, all on one worksheet of formulas. */
export function metricsOf(request: MetricsRequest): InstitutionMetrics {
  const { profile, rule } = request;
  // Every denominator is asked for 0 before it divides.
  const sheet = new Sheet((id, formula) => { throw new RangeError(`${id} = ${formula} divides by zero`); });
  const report = yearOf('report', profile.period, request, sheet);
  const baseline = profile.baseline === undefined ? undefined : yearOf('baseline', profile.baseline, request, sheet);
  const change = baseline === undefined ? undefined : changeOf(report.emissions, baseline.emissions, sheet);
  const offsets = request.offsets.filter(({ year }) => year === profile.period.start.slice(0, 4));
  const tonnes = sheet.enter({
    id: 'offsets.tonnes', names: { en: 'credits retired for the year', zh: '当年注销的减排量' }, unit: 't',
    value: exactSum(offsets.map((offset) => Exact.of(offset.tonnes))), status: 'given',
  });
  const offset_total = sheet.derive('offsets.kgco2e', { names: { en: 'credits retired, kg', zh: '注销的减排量（kg）' }, unit: 'kg', formula: 'tonnes * 1000', inputs: { tonnes } });
  const avoided = request.avoided === undefined ? undefined : avoidedOf(report.sums, request.avoided.factor, request.avoided.newest, sheet);
  return {
    sheet, report, offsets, offset_total,
    ...(baseline === undefined ? {} : { baseline, renewable_change: renewableChange(report, baseline, sheet) }),
    ...(change === undefined ? {} : { change }),
    ...(avoided === undefined ? {} : { avoided }),
    claim: claimOf(rule, report, baseline, offset_total, sheet),
  };
}

function yearOf(name: YearName, span: { start: string; end: string }, request: MetricsRequest, sheet: Sheet): YearMetrics {
  const { profile, coefficients: set, facts } = request;
  const sums = yearSums(name, span, request.lines, sheet);
  const coefficients = coefficientsOf(set, profile.energy, sheet);
  const energy = energyOf(sums, coefficients, sheet, request.uncounted);
  const renewable = renewableShares(sums, energy, coefficients, sheet);
  const emissions = emissionsOf(sums, profile, sheet, request.factors);
  return { sums, energy, renewable, emissions, intensities: intensitiesOf(name, span.start.slice(0, 4), facts, energy, emissions, sheet) };
}

function intensitiesOf(name: YearName, year: string, facts: InstitutionFacts | undefined, energy: EnergyOfYear, emissions: EmissionsOfYear, sheet: Sheet): Intensity[] {
  const of = facts?.years.find((each) => each.year === year);
  return (Object.keys(FACTS) as FactName[]).flatMap((per) => {
    const value = of?.[per];
    if (value === undefined || Exact.of(value).isZero) return [];
    const { unit, names } = FACTS[per];
    const fact = sheet.enter({ id: `${name}.${per}`, names, unit, value: Exact.of(value), status: 'given' });
    const each = (id: string, en: string, zh: string, counted: string, amount: string): string => sheet.derive(`${name}.intensity.${per}.${id}`, {
      names: { en: `${en} per ${unit}`, zh: `${zh}/${names.zh}` }, unit: `${counted}/${unit}`, formula: 'amount / fact', inputs: { amount, fact },
    });
    return [{
      per,
      electricity: each('electricity', 'electricity', '用电', 'kWh', energy.electricity),
      energy: each('energy', 'energy', '综合能耗', 'kgce', energy.kgce),
      emissions: each('emissions', 'scopes 1 and 2, location-based', '范围一与二', 'kg', emissions.total.location_based),
    }];
  });
}

function renewableChange(report: YearMetrics, baseline: YearMetrics, sheet: Sheet): { by_electricity?: string; by_energy?: string } {
  const change = (which: 'by_electricity' | 'by_energy', en: string, zh: string): string | undefined => {
    const [now, before] = [report.renewable[which].share, baseline.renewable[which].share];
    if (now === undefined || before === undefined) return undefined;
    return sheet.derive(`change.renewable.${which}`, { names: { en, zh }, unit: 'percentage points', formula: '(now - before) * 100', inputs: { now, before } });
  };
  const byElectricity = change('by_electricity', 'change of the renewable share by electricity', '可再生能源占比变化（按电量）');
  const byEnergy = change('by_energy', 'change of the renewable share by energy', '可再生能源占比变化（按能耗）');
  return { ...(byElectricity === undefined ? {} : { by_electricity: byElectricity }), ...(byEnergy === undefined ? {} : { by_energy: byEnergy }) };
}

/** By the rule's own words: offset where whole tonnes retired are no fewer, reduced where below the baseline, else none. */
function claimOf(rule: InstitutionRule, report: YearMetrics, baseline: YearMetrics | undefined, offset: string, sheet: Sheet): ClaimLevel {
  const view = rule.counted.view === 'market_based' ? 'market_based' : 'location_based';
  const total = sheet.value(report.emissions.total[view]);
  const retired = sheet.value(offset);
  if (!retired.isZero && retired.compare(total) >= 0) return 'offset';
  return baseline !== undefined && total.compare(sheet.value(baseline.emissions.total[view])) < 0 ? 'reduced' : 'none';
}
