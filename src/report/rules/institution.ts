import type { Findings } from '../../diagnostics/findings.js';
import type { Spot } from '../../diagnostics/place.js';
import { problem } from '../../diagnostics/problem.js';
import { decimalText } from '../../quantity/decimal-text.js';
import type { InstitutionReport, InstitutionSetReport, Metrics } from '../institution-report.js';
import { rewriteReport } from '../digest.js';
import { evaluated } from './formula.js';
import { big, ONE, SumsByName, type Big } from './numbers.js';
import type { Fraction } from './operands.js';
import { UnitRatios } from './unit-ratios.js';

/** Values are kept to 50 significant digits. */
const TOLERANCE = big('1e-40');
const SHOWN_DIGITS = 50;

/** Works the worksheet of an institution out again, from the rows up, and holds every figure against it. */
export function checkInstitution(report: InstitutionReport, spot: Spot, findings: Findings): void {
  checkWorksheet(report, spot, findings);
  checkRows(report, spot, findings);
  checkFigures(report, spot, findings);
}

/** Each report of a set is sealed by itself, and the aggregate adds up. */
export function checkInstitutionSet(set: InstitutionSetReport, spot: Spot, findings: Findings): void {
  for (const report of set.institutions) {
    const { digest } = rewriteReport(report);
    if (digest !== report.digest) findings.add(problem('report-digest', { stated: report.digest, computed: digest }, spot));
    checkInstitution(report, spot, findings);
  }
  const sum = (of: (metrics: Metrics) => string): Big => set.institutions.reduce((total, { metrics }) => total.plus(big(of(metrics))), big('0'));
  const { aggregate } = set;
  for (const [whole, stated, computed] of [
    ['aggregate.institutions', String(aggregate.institutions), big(String(set.institutions.length))],
    ['aggregate.electricity_kwh', aggregate.electricity_kwh, sum(({ energy }) => energy.electricity_kwh)],
    ['aggregate.tce', aggregate.tce, sum(({ energy }) => energy.tce)],
    ['aggregate.emissions.location_based', aggregate.emissions.location_based, sum(({ emissions }) => emissions.total.location_based)],
    ['aggregate.emissions.market_based', aggregate.emissions.market_based, sum(({ emissions }) => emissions.total.market_based)],
  ] as const) {
    if (!isNear(big(stated), { top: computed, bottom: ONE })) findings.add(problem('report-sum', { whole, stated, parts: 'institutions', computed: computed.toFixed() }, spot));
  }
}

function checkWorksheet({ worksheet }: InstitutionReport, spot: Spot, findings: Findings): void {
  const values = new Map<string, Fraction>();
  for (const { id, value, formula, inputs = {} } of worksheet) {
    const computed: Fraction | undefined = formula === undefined
      ? { top: big(value), bottom: ONE }
      : evaluated(formula, (symbol) => (Object.hasOwn(inputs, symbol) ? values.get(inputs[symbol] ?? '') : undefined));
    if (computed === undefined || values.has(id) || !isNear(big(value), computed)) {
      findings.add(problem('report-quantity', { id, stated: value, computed: computed === undefined || values.has(id) ? '' : shown(computed) }, spot));
    }
    if (computed !== undefined && !values.has(id)) values.set(id, computed);
  }
}

/** The sums of rows are those of the inventory, each row converted to the unit its carrier is counted in. */
function checkRows({ worksheet, inventory }: InstitutionReport, spot: Spot, findings: Findings): void {
  const units = new UnitRatios();
  const leaves = new Map(worksheet.filter(({ status }) => status === 'ledger').map((leaf) => [leaf.id, leaf]));
  const sums = new SumsByName();
  const rows = new Map<string, number>();
  for (const { counted_in, amount, unit } of inventory) {
    const leaf = leaves.get(counted_in);
    const ratio = leaf === undefined ? undefined : units.between(unit, leaf.unit);
    if (leaf === undefined || ratio === undefined) {
      findings.add(problem('report-quantity', { id: counted_in, stated: amount, computed: '' }, spot));
      continue;
    }
    sums.add(counted_in, big(amount).times(big(decimalText(ratio, SHOWN_DIGITS))));
    rows.set(counted_in, (rows.get(counted_in) ?? 0) + 1);
  }
  for (const [id, { value, rows: stated }] of leaves) {
    const computed = sums.get(id);
    if (!isNear(big(value), { top: computed, bottom: ONE }) || rows.get(id) !== stated) {
      findings.add(problem('report-sum', { whole: id, stated: value, parts: 'inventory', computed: computed.toFixed() }, spot));
    }
  }
}

/** Figures are the quantities of the worksheet that they are named for; effects add up, and months and sites to their carrier. */
function checkFigures({ metrics, worksheet }: InstitutionReport, spot: Spot, findings: Findings): void {
  const values = new Map(worksheet.map(({ id, value }) => [id, value]));
  const hold = (whole: string, stated: string | undefined, id: string): void => {
    const computed = values.get(id);
    if (stated !== computed) findings.add(problem('report-sum', { whole, stated: stated ?? '', parts: `worksheet ${id}`, computed: computed ?? '' }, spot));
  };
  for (const [year, energy, emissions] of [['report', metrics.energy, metrics.emissions], ['baseline', metrics.energy_baseline, metrics.emissions_baseline]] as const) {
    if (energy === undefined || emissions === undefined) continue;
    hold('metrics.energy.electricity_kwh', energy.electricity_kwh, `${year}.energy.electricity`);
    for (const name of ['kwh', 'gj', 'tce'] as const) hold(`metrics.energy.${name}`, energy[name], `${year}.energy.${name}`);
    for (const { carrier, amount, kgce, gj } of energy.by_carrier) {
      hold(`metrics.energy.by_carrier ${carrier}`, amount, `${year}.energy.${carrier}`);
      hold(`metrics.energy.by_carrier ${carrier}`, kgce, `${year}.energy.${carrier}.kgce`);
      hold(`metrics.energy.by_carrier ${carrier}`, gj, `${year}.energy.${carrier}.gj`);
      for (const [name, parts] of [['by_month', energy.by_month], ['by_site', energy.by_site]] as const) {
        const sum = parts.filter((part) => part.carrier === carrier).reduce((total, part) => total.plus(big(part.amount)), big('0'));
        if (!isNear(big(amount), { top: sum, bottom: ONE })) findings.add(problem('report-sum', { whole: `metrics.energy.by_carrier ${carrier}`, stated: amount, parts: name, computed: sum.toFixed() }, spot));
      }
    }
    hold('metrics.emissions.scope_1', emissions.scope_1, `${year}.emissions.scope_1`);
    hold('metrics.emissions.scope_3', emissions.scope_3, `${year}.emissions.scope_3`);
    for (const view of ['location_based', 'market_based'] as const) {
      hold(`metrics.emissions.scope_2.${view}`, emissions.scope_2[view], `${year}.emissions.scope_2.${view}`);
      hold(`metrics.emissions.total.${view}`, emissions.total[view], `${year}.emissions.total.${view}`);
    }
  }
  for (const which of ['by_electricity', 'by_energy'] as const) {
    hold(`metrics.renewable_share.${which}`, metrics.renewable_share[which].share, `report.renewable.${which}`);
    hold(`metrics.renewable_share.${which}`, metrics.renewable_share[which].baseline_share, `baseline.renewable.${which}`);
    hold(`metrics.renewable_share.${which}`, metrics.renewable_share[which].change_percentage_points, `change.renewable.${which}`);
  }
  const { change, avoided } = metrics;
  if (change !== undefined) {
    const sum = [change.activity, change.factor, change.boundary].reduce((total, effect) => total.plus(big(effect)), big('0'));
    const size = [change.activity, change.factor, change.boundary, change.total].reduce((total, effect) => total.plus(big(effect).abs()), big('0'));
    const closes = sum.minus(big(change.total)).abs().lessThanOrEqualTo(size.times(TOLERANCE));
    if (!closes) findings.add(problem('report-sum', { whole: 'metrics.change.total', stated: change.total, parts: 'activity, factor, boundary', computed: sum.toFixed() }, spot));
    for (const name of ['total', 'activity', 'factor', 'boundary'] as const) hold(`metrics.change.${name}`, change[name], `change.${name}`);
  }
  if (avoided !== undefined) {
    hold('metrics.avoided.kwh', avoided.kwh, 'avoided.kwh');
    hold('metrics.avoided.kgco2e', avoided.kgco2e, 'avoided.kgco2e');
    if (!big(avoided.tonnes).times(1000).eq(big(avoided.kgco2e))) findings.add(problem('report-sum', { whole: 'metrics.avoided.tonnes', stated: avoided.tonnes, parts: 'kgco2e ÷ 1000', computed: big(avoided.kgco2e).div(1000).toFixed() }, spot));
  }
  hold('metrics.offsets.kgco2e', metrics.offsets.kgco2e, 'offsets.kgco2e');
}

function isNear(stated: Big, { top, bottom }: Fraction): boolean {
  return stated.times(bottom).minus(top).abs().lessThanOrEqualTo(top.abs().times(TOLERANCE));
}

function shown({ top, bottom }: Fraction): string {
  return top.div(bottom).toSignificantDigits(SHOWN_DIGITS).toFixed();
}
