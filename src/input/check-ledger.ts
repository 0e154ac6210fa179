import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { conversion } from '../quantity/convert.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Unit } from '../quantity/unit.js';
import type { Days, Ledger, LedgerLine } from './ledger-line.js';
import { dayAfter } from './ledger-period.js';

/** Digits of a sum that a finding shows. */
const SHOWN_DIGITS = 12;

/** In which a carrier is counted; any unit of its dimension is read. */
const COUNTED_IN: Readonly<Record<string, string>> = {
  electricity: 'kWh', heat: 'MJ', steam: 'MJ', cooling: 'MJ', solar_heat: 'MJ',
  natural_gas: 'm3', biogas: 'm3', water: 'm3',
  lpg: 'kg', lng: 'kg', raw_coal: 'kg', cleaned_coal: 'kg', coke: 'kg', gasoline: 'kg', kerosene: 'kg',
  diesel: 'kg', fuel_oil: 'kg', biomass: 'kg',
};

/** The unit in which a carrier is counted, and how many of it one of a line's unit is; undefined where the unit does not fit. */
export function countedIn(line: Pick<LedgerLine, 'carrier' | 'unit'>): { readonly unit: string; readonly ratio: Exact } | undefined {
  const wanted = Object.hasOwn(COUNTED_IN, line.carrier) ? COUNTED_IN[line.carrier] : undefined;
  if (wanted === undefined) return { unit: line.unit.symbol, ratio: Exact.ONE };
  const ratio = ratioTo(line.unit, wanted);
  return ratio === undefined ? undefined : { unit: wanted, ratio };
}

function ratioTo(unit: Unit, symbol: string): Exact | undefined {
  const read = parseUnit(symbol);
  return read.kind === 'found' ? conversion(unit, read.unit) : undefined;
}

/**
 * What is wrong between the rows of a ledger: units that are not the carrier's, rows and meters twice, gaps and overlaps of a
 * meter's periods within the years that count, PV that is not used and exported as it is generated, and certificates beyond what was taken from the grid.
 */
export function checkLedger(ledger: Ledger, years: readonly Days[], findings: Findings): void {
  for (const line of ledger.lines) {
    if (countedIn(line) === undefined) {
      findings.add(problem('ledger-unit', { unit: line.unit.symbol, carrier: line.carrier, expected: [COUNTED_IN[line.carrier] ?? ''] }, ledger.spot(line, 'unit')));
    }
  }
  if (findings.unusable) return;
  for (const meter of grouped(ledger.lines.filter(({ meter: name }) => name !== undefined), meterOf)) checkMeter(meter, years, ledger, findings);
  checkDoubled(ledger, findings);
  for (const lines of grouped(ledger.lines, ({ institution, site, period }) => key(institution, site, period.start, period.end))) checkPv(lines, ledger, findings);
  for (const lines of grouped(ledger.lines, ({ institution, period }) => key(institution, period.start.slice(0, 4)))) checkCertificates(lines, ledger, findings);
}

function meterOf({ institution, site, meter, carrier, origin }: LedgerLine): string {
  return key(institution, site, meter ?? '', carrier, origin);
}

function checkMeter(lines: readonly LedgerLine[], years: readonly Days[], ledger: Ledger, findings: Findings): void {
  const sorted = [...lines].sort((a, b) => (a.period.start < b.period.start ? -1 : a.period.start > b.period.start ? 1 : a.line - b.line));
  for (const [index, line] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined) continue;
    const meter = line.meter ?? '';
    if (line.period.start <= before.period.end) {
      findings.add(problem('ledger-overlap', { meter, other: before.line, ...before.period }, ledger.spot(line, 'period')));
    } else if (dayAfter(before.period.end, 1) < line.period.start) {
      const gap = { start: dayAfter(before.period.end, 1), end: dayAfter(line.period.start, -1) };
      if (years.some((year) => gap.start <= year.end && gap.end >= year.start)) findings.add(problem('ledger-gap', { meter, ...gap }, ledger.spot(line, 'period')));
    }
  }
}

/** The same row twice, where no meter tells them apart. */
function checkDoubled(ledger: Ledger, findings: Findings): void {
  const first = new Map<string, LedgerLine>();
  for (const line of ledger.lines) {
    if (line.meter !== undefined) continue;
    const { institution, site, period, carrier, origin, factor, amount, unit } = line;
    const row = key(institution, site, period.start, period.end, carrier, origin, factor ?? '', amount.text, unit.symbol);
    const known = first.get(row);
    if (known === undefined) first.set(row, line);
    else findings.add(problem('ledger-doubled', { other: known.line }, ledger.spot(line, 'amount')));
  }
}

function checkPv(lines: readonly LedgerLine[], ledger: Ledger, findings: Findings): void {
  const generated = lines.filter(({ origin }) => origin === 'pv_generated');
  const [first] = generated;
  if (first === undefined) return;
  const of = (origin: LedgerLine['origin']): Exact => kilowattHours(lines.filter((line) => line.origin === origin));
  const [used, exported, made] = [of('pv_used'), of('pv_exported'), kilowattHours(generated)];
  if (used.plus(exported).equals(made)) return;
  const [usedText, exportedText, generatedText] = [used, exported, made].map((amount) => decimalText(amount, SHOWN_DIGITS));
  findings.add(problem('ledger-pv', { used: usedText ?? '', exported: exportedText ?? '', generated: generatedText ?? '' }, ledger.spot(first, 'amount')));
}

function checkCertificates(lines: readonly LedgerLine[], ledger: Ledger, findings: Findings): void {
  const certificates = lines.filter(({ origin }) => origin === 'green_certificate');
  const [first] = certificates;
  if (first === undefined) return;
  const grid = kilowattHours(lines.filter(({ origin }) => origin === 'grid'));
  const backed = kilowattHours(certificates);
  if (backed.compare(grid) <= 0) return;
  const args = { certificates: decimalText(backed, SHOWN_DIGITS), grid: decimalText(grid, SHOWN_DIGITS), year: first.period.start.slice(0, 4) };
  findings.add(problem('ledger-certificates', args, ledger.spot(first, 'amount')));
}

function kilowattHours(lines: readonly LedgerLine[]): Exact {
  return exactSum(lines.map((line) => line.amount.value.times(countedIn(line)?.ratio ?? Exact.ONE)));
}

function grouped(lines: readonly LedgerLine[], keyOf: (line: LedgerLine) => string): Iterable<readonly LedgerLine[]> {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const group = keyOf(line);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [line]);
    else known.push(line);
  }
  return groups.values();
}

function key(...parts: readonly string[]): string {
  return parts.join('\u0000');
}
