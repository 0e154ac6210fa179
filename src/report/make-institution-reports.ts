import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { dimensionText } from '../quantity/convert.js';
import type { Factor } from '../factors/factor.js';
import type { Library } from '../factors/library.js';
import { GWP_EDITIONS } from '../input/product-file.js';
import { checkLedger } from '../input/check-ledger.js';
import type { BomReading } from '../input/bom-table.js';
import type { InstitutionProfile } from '../input/institution-profile.js';
import type { Ledger, LedgerLine } from '../input/ledger-line.js';
import type { ProfileInput } from '../input/read-institution-profile.js';
import { readLedger } from '../input/read-ledger.js';
import { stemOf, type Source } from '../input/source.js';
import { keyOf, type FactorSource } from '../institution/emissions.js';
import { COAL_EQUIVALENTS, INSTITUTION_RULES } from '../institution/known-rules.js';
import { metricsOf, type InstitutionMetrics } from '../institution/metrics.js';
import { strayLines, type Leaf } from '../institution/year-sums.js';
import { buildInstitutionReport } from './build-institution-report.js';
import { writeReport, type WrittenReport } from './digest.js';
import { aggregateOf } from './institution-aggregate.js';
import { INSTITUTION_SET_SCHEMA, type InstitutionMethod, type InstitutionReport, type InstitutionSetReport } from './institution-report.js';

export interface InstitutionRequest {
  readonly ledger: Source;
  /** As readInstitutionProfile gives it. */
  readonly profile?: ProfileInput;
  readonly library: Library;
  /** Names the factor of avoided emissions, in place of the profile's. */
  readonly avoidedFactor?: string;
  readonly reading?: BomReading;
}

export interface MadeInstitutionReports {
  readonly reports: readonly InstitutionReport[];
  /** Of a ledger of several institutions. */
  readonly set?: InstitutionSetReport;
  /** The bytes of the one report, or of the set. */
  readonly pieces: WrittenReport['pieces'];
}

/** A factor of avoided emissions is old when its year is more than this many years before the period: tanji's own choice. */
const OLD_YEARS = 3;

/** Reads a ledger, works the metrics of each institution out and seals their reports. Undefined, with the reasons told. */
export function makeInstitutionReports(request: InstitutionRequest, findings: Findings): MadeInstitutionReports | undefined {
  const { library } = request;
  const ledger = readLedger(request.ledger, request.reading ?? {}, findings);
  if (ledger === undefined) return undefined;
  const { profile, defaults } = request.profile === undefined ? undeclared(ledger, findings) : { profile: request.profile.profile, defaults: [] };
  checkLedger(ledger, [profile.period, ...(profile.baseline === undefined ? [] : [profile.baseline])], findings);
  const rule = INSTITUTION_RULES.get(profile.rule ?? 'generic');
  const coefficients = COAL_EQUIVALENTS.get(profile.energy.coefficients);
  const at = (pointer: string) => request.profile?.spot(pointer);
  if (rule === undefined) findings.add(problem('ledger-rule-unknown', { rule: profile.rule ?? '', candidates: [...INSTITUTION_RULES.keys()] }, at('/rule')));
  if (coefficients === undefined) {
    findings.add(problem('ledger-coefficients-unknown', { set: profile.energy.coefficients, candidates: [...COAL_EQUIVALENTS.keys()] }, at('/energy/coefficients')));
  }
  checkYears(ledger, profile, findings);
  if (rule === undefined || coefficients === undefined || findings.unusable) return undefined;

  const groups = new Map<string, LedgerLine[]>();
  for (const line of ledger.lines) {
    const id = line.institution === '' ? profile.id : line.institution;
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [line]);
    else known.push(line);
  }
  for (const { id } of profile.institutions ?? []) if (!groups.has(id)) findings.add(problem('ledger-facts-unused', { institution: id }, at('/institutions')));
  const avoidedName = request.avoidedFactor ?? profile.avoided?.factor;
  const told = new Set<string>();
  const avoided = avoidedName === undefined ? undefined : avoidedFactor(avoidedName, profile, library, findings);
  const made = [...groups].map(([id, lines]) => {
    const used = new Map<string, Factor>();
    const facts = profile.institutions?.find((each) => each.id === id);
    const metrics = metricsOf({
      lines, profile, rule, coefficients,
      factors: factorSource(library, profile, ledger, findings, used, told),
      offsets: (profile.offsets ?? []).filter(({ institution }) => institution === undefined ? groups.size === 1 : institution === id),
      uncounted: (leaf) => { tellOnce(told, `coefficient ${leaf.carrier}`, () => findings.add(problem('ledger-coefficient', { carrier: leaf.carrier, unit: leaf.unit, set: coefficients.id }, spotOf(ledger, leaf)))); },
      ...(facts === undefined ? {} : { facts }),
      ...(avoided === undefined ? {} : { avoided }),
    });
    for (const factor of [metrics.avoided?.factor, metrics.avoided?.newest?.factor]) if (factor !== undefined) used.set(keyOf(factor), factor);
    const unsealed = buildInstitutionReport({
      id, metrics, profile, rule, coefficients, defaults,
      used: [...used.values()], datasets: library.datasets,
      inputs: [ledger.input, ...(request.profile === undefined ? [] : [request.profile.input])],
      ...(facts === undefined ? {} : { facts }),
    });
    const written = writeReport(unsealed);
    return { metrics, report: { ...unsealed, digest: written.digest }, pieces: written.pieces };
  });
  if (findings.unusable) return undefined;
  const [only] = made;
  const reports = made.map(({ report }) => report);
  if (only !== undefined && made.length === 1) return { reports, pieces: only.pieces };
  return { reports, ...setOf(made.map(({ metrics }) => metrics), reports) };
}

function setOf(metrics: readonly InstitutionMetrics[], institutions: readonly InstitutionReport[]): { set: InstitutionSetReport; pieces: WrittenReport['pieces'] } {
  const unsealed = { schema: INSTITUTION_SET_SCHEMA, aggregate: aggregateOf(metrics), institutions } as const;
  const { pieces, digest } = writeReport(unsealed);
  return { set: { ...unsealed, digest }, pieces };
}

/** Without a profile: the last year of the ledger, the first as baseline where there are two, and one set of coefficients. */
function undeclared(ledger: Ledger, findings: Findings): { profile: InstitutionProfile; defaults: InstitutionMethod['defaults'] } {
  const years = [...new Set(ledger.lines.map(({ period }) => period.start.slice(0, 4)))].sort();
  const span = (year: string): { start: string; end: string } => ({ start: `${year}-01-01`, end: `${year}-12-31` });
  const [first = '1970', last = first] = [years[0], years.at(-1)];
  const name = stemOf(ledger.input.name);
  findings.add(problem('ledger-undeclared', span(last)));
  return {
    profile: {
      id: name, names: { en: name, zh: name }, period: span(last), ...(first === last ? {} : { baseline: span(first) }),
      energy: { coefficients: 'gb-t-2589', electricity: 'calorific' },
    },
    defaults: [
      { member: 'period', value: last, rule: 'no profile: the last year of the ledger' },
      ...(first === last ? [] : [{ member: 'baseline', value: first, rule: 'no profile: the first year of the ledger' }]),
      { member: 'energy.coefficients', value: 'gb-t-2589', rule: 'no profile' },
      { member: 'energy.electricity', value: 'calorific', rule: 'no profile' },
    ],
  };
}

function checkYears(ledger: Ledger, { period, baseline }: InstitutionProfile, findings: Findings): void {
  const { outside, straddling } = strayLines(ledger, [period, ...(baseline === undefined ? [] : [baseline])]);
  for (const line of straddling) findings.add(problem('ledger-straddles', line.period, ledger.spot(line, 'period')));
  if (outside.length > 0) findings.add(problem('ledger-outside', { rows: outside.length, ...period }));
  for (const span of [period, ...(baseline === undefined ? [] : [baseline])]) {
    if (!ledger.lines.some((line) => line.period.start >= span.start && line.period.end <= span.end)) findings.add(problem('ledger-empty-period', span));
  }
}

function factorSource(library: Library, profile: InstitutionProfile, ledger: Ledger, findings: Findings, used: Map<string, Factor>, told: Set<string>): FactorSource {
  return {
    find(reference, leaf) {
      const answer = library.find(reference, profile.gwp);
      if (answer.kind === 'found') {
        used.set(keyOf(answer.factor), answer.factor);
        return answer.factor;
      }
      tellOnce(told, `factor ${reference}`, () => {
        const spot = spotOf(ledger, leaf);
        if (answer.kind === 'unsound') for (const found of answer.problems) findings.add(found);
        else if (answer.kind === 'unweighed') findings.add(problem('gwp-unnamed', { factor: reference, editions: GWP_EDITIONS }, spot));
        else findings.add(problem(answer.kind === 'ambiguous' ? 'factor-ambiguous' : 'factor-not-found', { factor: reference, candidates: answer.candidates }, spot));
      });
      return undefined;
    },
    missing(carrier, year, leaf) {
      tellOnce(told, `missing ${carrier} ${year}`, () => findings.add(problem('ledger-factor-missing', { carrier, year }, spotOf(ledger, leaf))));
    },
    unfit(factor, leaf) {
      const line = leaf.lines[0];
      const dimension = line === undefined ? '' : dimensionText(line.unit.dimension);
      tellOnce(told, `unfit ${keyOf(factor)} ${leaf.unit}`, () => findings.add(problem('unit-dimension', {
        unit: leaf.unit, dimension, other: factor.unit.symbol, otherDimension: dimensionText(factor.unit.dimension), otherPlace: keyOf(factor),
      }, spotOf(ledger, leaf))));
    },
    residualAbsent(factor) {
      tellOnce(told, `residual ${factor}`, () => findings.add(problem('ledger-location-as-market', { factor })));
    },
  };
}

function spotOf(ledger: Ledger, { lines }: Leaf): ReturnType<Ledger['spot']> | undefined {
  const [first] = lines;
  return first === undefined ? undefined : ledger.spot(first, 'carrier');
}

function tellOnce(told: Set<string>, key: string, tell: () => void): void {
  if (told.has(key)) return;
  told.add(key);
  tell();
}

function avoidedFactor(name: string, profile: InstitutionProfile, library: Library, findings: Findings): { factor: Factor; newest?: Factor } | undefined {
  const answer = library.find(name, profile.gwp);
  if (answer.kind !== 'found') {
    findings.add(problem('factor-not-found', { factor: name, candidates: 'candidates' in answer ? answer.candidates : [] }));
    return undefined;
  }
  const { factor } = answer;
  const newest = newestLike(factor, library);
  const year = profile.period.start.slice(0, 4);
  if (/^\d{4}$/u.test(factor.row.year) && Number(year) - Number(factor.row.year) > OLD_YEARS) {
    findings.add(problem('avoided-factor-old', { factor: keyOf(factor), year: factor.row.year, period: year, newest: newest === undefined ? '' : keyOf(newest) }));
  }
  return { factor, ...(newest === undefined ? {} : { newest }) };
}

/** The newest factor of the same dataset, category and id but for the year at its end; undefined where this is it. */
function newestLike(factor: Factor, library: Library): Factor | undefined {
  const stem = factor.id.replace(/-\d{4}$/u, '');
  const dataset = library.loaded.find(({ facts }) => facts.name === factor.dataset);
  const newer = (dataset?.ids ?? []).filter((id) => id.replace(/-\d{4}$/u, '') === stem && id > factor.id).sort().at(-1);
  const answer = newer === undefined ? undefined : library.find(`${factor.dataset}:${newer}`);
  return answer?.kind === 'found' && answer.factor.row.category === factor.row.category ? answer.factor : undefined;
}
