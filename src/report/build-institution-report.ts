import type { Factor } from '../factors/factor.js';
import type { DatasetFacts } from '../factors/factor.js';
import { countedIn } from '../input/check-ledger.js';
import type { InputFacts } from '../input/bom-line.js';
import type { InstitutionFacts, InstitutionProfile } from '../input/institution-profile.js';
import { sha256 } from '../input/sha256.js';
import { isConsumed } from '../institution/energy.js';
import { keyOf } from '../institution/emissions.js';
import type { CoalEquivalents, InstitutionRule } from '../institution/institution-rule.js';
import type { InstitutionMetrics, YearMetrics } from '../institution/metrics.js';
import type { Share } from '../institution/renewable-share.js';
import type { YearSums } from '../institution/year-sums.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import { ExactSum } from '../quantity/sum.js';
import type { Sheet, SheetQuantity } from '../sectors/sheet.js';
import { ENGINE_RULES } from './build-report.js';
import { canonicalText } from './canonical.js';
import {
  INSTITUTION_SCHEMA, type EmissionFigures, type EnergyFigures, type InstitutionMethod, type InstitutionReport, type InventoryRow, type Metrics,
  type PartOfCarrier, type ShareFigures, type WorksheetQuantity,
} from './institution-report.js';
import { datasetFactor } from './report-factors.js';
import type { ReportInput } from './report.js';

export interface InstitutionSources {
  readonly id: string;
  readonly metrics: InstitutionMetrics;
  readonly profile: InstitutionProfile;
  readonly facts?: InstitutionFacts;
  readonly rule: InstitutionRule;
  readonly coefficients: CoalEquivalents;
  readonly used: readonly Factor[];
  readonly datasets: readonly DatasetFacts[];
  readonly inputs: readonly InputFacts[];
  readonly defaults: InstitutionMethod['defaults'];
}

/** The report of one institution, but for its digest. No clock, no path, no locale enters it. */
export function buildInstitutionReport(sources: InstitutionSources): Omit<InstitutionReport, 'digest'> {
  const { id, metrics, profile, facts, rule, coefficients, used } = sources;
  const { sheet } = metrics;
  const named = facts?.names ?? (id === profile.id ? profile.names : { en: id, zh: id });
  const datasets = new Set(used.map(({ dataset }) => dataset));
  return {
    schema: INSTITUTION_SCHEMA,
    institution: {
      id, names: named,
      ...(profile.region === undefined ? {} : { region: profile.region }),
      ...(facts?.kind === undefined ? {} : { kind: facts.kind }),
    },
    period: profile.period,
    ...(profile.baseline === undefined ? {} : { baseline: profile.baseline }),
    method: {
      rule: { id: rule.id, version: rule.version, sha256: sha256(new TextEncoder().encode(canonicalText(rule))), not_found: rule.not_found },
      coefficients: { id: coefficients.id, source: coefficients.source },
      electricity: profile.energy.electricity,
      ...(profile.gwp === undefined ? {} : { gwp_edition: profile.gwp }),
      defaults: sources.defaults,
    },
    metrics: metricsMember(metrics, profile, rule),
    worksheet: sheet.quantities.map(quantityMember),
    inventory: [metrics.report, metrics.baseline].flatMap((year) => (year === undefined ? [] : inventoryOf(year.sums))).sort((a, b) => a.line - b.line),
    factors: [...used].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(datasetFactor),
    datasets: sources.datasets.filter(({ name }) => datasets.has(name)).map(({ name, version, sha256: digest }) => ({ name, version, sha256: digest }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    inputs: sources.inputs.map(inputMember),
    engine: { name: 'tanji', rules: ENGINE_RULES },
  };
}

function metricsMember(metrics: InstitutionMetrics, profile: InstitutionProfile, rule: InstitutionRule): Metrics {
  const { sheet, report, baseline, change, avoided, offsets, offset_total, claim, renewable_change } = metrics;
  const text = textOf(sheet);
  return {
    energy: energyFigures(report, profile, sheet),
    ...(baseline === undefined ? {} : { energy_baseline: energyFigures(baseline, profile, sheet) }),
    renewable_share: {
      by_electricity: shareFigures(report.renewable.by_electricity, baseline?.renewable.by_electricity, renewable_change?.by_electricity, ELECTRICITY, 'kWh', sheet),
      by_energy: shareFigures(report.renewable.by_energy, baseline?.renewable.by_energy, renewable_change?.by_energy, ENERGY, 'kgce', sheet),
    },
    emissions: emissionFigures(report, sheet),
    ...(baseline === undefined ? {} : { emissions_baseline: emissionFigures(baseline, sheet) }),
    intensities: report.intensities.map(({ per, electricity, energy, emissions }) => ({ per, kwh: text(electricity), kgce: text(energy), kgco2e: text(emissions) })),
    ...(change === undefined ? {} : { change: { total: text(change.total), activity: text(change.activity), factor: text(change.factor), boundary: text(change.boundary) } }),
    ...(avoided === undefined ? {} : { avoided: {
      kwh: text(avoided.kwh), kgco2e: text(avoided.avoided), tonnes: tonnes(sheet, avoided.avoided),
      factor: keyOf(avoided.factor), kind: avoided.kind, region: avoided.factor.row.region, year: avoided.factor.row.year,
      ...(avoided.newest === undefined ? {} : { newest: {
        factor: keyOf(avoided.newest.factor), year: avoided.newest.factor.row.year, kgco2e: text(avoided.newest.avoided), tonnes: tonnes(sheet, avoided.newest.avoided),
      } }),
    } }),
    offsets: { kgco2e: text(offset_total), entries: offsets },
    claim: { level: claim, text: rule.claim.find(({ level }) => level === claim)?.text ?? { en: claim, zh: claim } },
    ...(profile.certification === undefined ? {} : { certification: profile.certification }),
  };
}

const ELECTRICITY = { en: 'renewable electricity ÷ electricity consumed', zh: '可再生电量÷用电量' };
const ENERGY = { en: 'renewable energy ÷ all energy, in coal equivalent', zh: '可再生能源÷综合能耗（折标煤）' };

function textOf(sheet: Sheet): (id: string) => string {
  return (id) => decimalText(sheet.value(id));
}

function tonnes(sheet: Sheet, id: string): string {
  return decimalText(sheet.value(id).times(Exact.of('0.001')));
}

function energyFigures({ sums, energy }: YearMetrics, profile: InstitutionProfile, sheet: Sheet): EnergyFigures {
  const text = textOf(sheet);
  return {
    electricity_kwh: text(energy.electricity), kwh: text(energy.kwh), gj: text(energy.gj), tce: text(energy.tce),
    coefficients: profile.energy.coefficients, electricity: profile.energy.electricity,
    by_carrier: energy.carriers.map(({ carrier, unit, amount, kgce, gj }) => ({ carrier, amount: text(amount), unit, gj: text(gj), kgce: text(kgce) })),
    by_month: partsOf(sums, ({ period: { start, end } }) => (start.slice(0, 7) === end.slice(0, 7) ? start.slice(0, 7) : `${start}/${end}`)),
    by_site: partsOf(sums, ({ site }) => site),
  };
}

/** What is consumed by carrier and by something of the rows; the parts of a carrier add up to its amount. */
function partsOf({ leaves }: YearSums, keyOfLine: (line: YearSums['leaves'][number]['lines'][number]) => string): PartOfCarrier[] {
  const parts = new Map<string, { of: string; carrier: string; unit: string; sum: ExactSum }>();
  for (const leaf of leaves) {
    if (!isConsumed(leaf)) continue;
    for (const line of leaf.lines) {
      const of = keyOfLine(line);
      const key = `${of}\u0000${leaf.carrier}`;
      const part = parts.get(key) ?? { of, carrier: leaf.carrier, unit: leaf.unit, sum: new ExactSum() };
      parts.set(key, part);
      part.sum.add(line.amount.value.times(countedIn(line)?.ratio ?? Exact.ONE));
    }
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { of, carrier, unit, sum }]) => ({ of, carrier, amount: decimalText(sum.total()), unit }));
}

function shareFigures(own: Share, before: Share | undefined, change: string | undefined, definition: ShareFigures['definition'], unit: ShareFigures['unit'], sheet: Sheet): ShareFigures {
  const text = textOf(sheet);
  return {
    definition, unit, numerator: text(own.numerator), denominator: text(own.denominator),
    ...(own.share === undefined ? {} : { share: text(own.share) }),
    parts: own.parts.map(({ origin, amount }) => ({ origin, amount: text(amount) })),
    ...(before?.share === undefined ? {} : { baseline_share: text(before.share) }),
    ...(change === undefined ? {} : { change_percentage_points: text(change) }),
  };
}

function emissionFigures({ emissions }: YearMetrics, sheet: Sheet): EmissionFigures {
  const text = textOf(sheet);
  const both = (views: { readonly location_based: string; readonly market_based: string }): EmissionFigures['total'] => ({
    location_based: text(views.location_based), market_based: text(views.market_based),
  });
  return { scope_1: text(emissions.scope_1), scope_2: both(emissions.scope_2), scope_3: text(emissions.scope_3), total: both(emissions.total) };
}

function quantityMember({ id, names, unit, value, status, given, formula, citation, rows }: SheetQuantity): WorksheetQuantity {
  return {
    id, names, unit, status,
    value: decimalText(value),
    ...(given === undefined ? {} : { given }),
    ...(rows === undefined ? {} : { rows }),
    ...(formula === undefined ? {} : { formula: formula.formula, inputs: formula.inputs }),
    ...(citation === undefined ? {} : { source: { title: citation.source, evidence: citation.evidence, ...(citation.locator === undefined ? {} : { locator: citation.locator }) } }),
  };
}

function inventoryOf({ leaves }: YearSums): InventoryRow[] {
  return leaves.flatMap(({ id, lines }) => lines.map((line) => ({
    line: line.line, site: line.site, start: line.period.start, end: line.period.end, carrier: line.carrier, origin: line.origin,
    amount: line.amount.text, unit: line.unit.symbol,
    ...(line.meter === undefined ? {} : { meter: line.meter }),
    counted_in: id,
  })));
}

function inputMember({ name, role, sha256: digest, rows, encoding, delimiter, decimalMark, newline, sheet, formulas }: InputFacts): ReportInput {
  return {
    name, role, sha256: digest, rows, encoding,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimalMark === undefined ? {} : { decimal_mark: decimalMark }),
    ...(newline === undefined ? {} : { newline }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(formulas === undefined ? {} : { formulas }),
  };
}
