import type { Spot } from '../../../diagnostics/place.js';
import { problem } from '../../../diagnostics/problem.js';
import { Exact } from '../../../quantity/exact.js';
import { idFrom } from '../factor-id.js';
import { DEFAULT_IMPACT, isKgCo2e } from '../impact.js';
import type { FactorCells, ImportTray } from '../import-tray.js';
import { machineDivisor, machineNumber, plainAmount } from '../machine-number.js';
import { isUnit, unitOf } from '../unit-of.js';
import { climateResults, type ClimateResults } from './indicators.js';
import { stageOf } from './module-stage.js';
import { nameIn, type IlcdProcess, type IlcdResult, type ModuleAmount } from './process.js';

export interface IlcdOptions {
  /** For data sets whose own unit cannot be known. */
  readonly unit?: string | undefined;
  /** The LCIA method, in its own words; that of EN 15804 or `climate change` where absent. */
  readonly impact?: string | undefined;
}

/** Puts one factor for each module of a process data set into the tray. `entry` is the file it stands in. */
export function addProcess(process: IlcdProcess, entry: string, options: IlcdOptions, tray: ImportTray): void {
  const spot: Spot = { input: entry, line: 0, column: 0 };
  const title = titleOf(process, entry);
  const climate = climateResults(process, options.impact);
  if (!('total' in climate)) {
    const impact = options.impact ?? DEFAULT_IMPACT;
    const reason = climate.length === 0
      ? problem('import-result-missing', { impact }, spot)
      : problem('import-impact-unclear', { impact, candidates: climate }, spot);
    return tray.refuse(title, reason);
  }
  const { unit: resultUnit } = climate.total;
  if (resultUnit !== '' && !isKgCo2e(resultUnit)) {
    return tray.refuse(title, problem('import-result-unit', { unit: resultUnit }, spot));
  }
  const { reference } = process;
  const unit = isUnit(reference.unit) ? reference.unit : options.unit ?? reference.unit;
  if (unit === '') return tray.refuse(title, problem('import-unit-missing', {}, spot));
  const amount = machineDivisor(reference.amount, '/exchanges/exchange/meanAmount', spot);
  const perAmount = machineDivisor(reference.perAmount, '/flowProperties/flowProperty/meanValue', spot);
  if (!(amount instanceof Exact)) return tray.refuse(title, amount);
  if (!(perAmount instanceof Exact)) return tray.refuse(title, perAmount);
  const declared = { amount: amount.times(perAmount), unit: unitOf(unit) };
  for (const module of climate.total.amounts) addModule({ process, climate, declared, entry, title, spot }, module, tray);
}

interface ModuleContext {
  readonly process: IlcdProcess;
  readonly climate: ClimateResults;
  readonly declared: { readonly amount: Exact; readonly unit: string };
  readonly entry: string;
  readonly title: string;
  readonly spot: Spot;
}

function addModule(context: ModuleContext, at: ModuleAmount, tray: ImportTray): void {
  const { process, climate, declared, entry, title, spot } = context;
  const value = machineNumber(at.text, pathOf(at), spot);
  const label = [at.module, at.scenario].filter((text) => text !== '').join(', ');
  if (!(value instanceof Exact)) return tray.refuse(label === '' ? title : `${title}, ${label}`, value);
  const whole = plainAmount(value.dividedBy(declared.amount));
  const split = splitOf(climate, at, declared.amount, whole);
  tray.add({
    id: idFrom(nameIn(process, 'en'), process.uuid.slice(0, 8), at.module, at.scenario),
    name: [nameIn(process, 'en') === '' ? title : nameIn(process, 'en'), label].filter((text) => text !== '').join(', '),
    name_zh: nameIn(process, 'zh') === '' ? '' : [nameIn(process, 'zh'), label].filter((text) => text !== '').join('，'),
    category: process.category,
    stage: stageOf(at.module),
    unit: declared.unit,
    kgco2e: whole,
    ...split.cells,
    gwp: climate.gwp,
    region: process.location,
    year: process.referenceYear,
    // A data set is valid until the end of the year it names.
    valid_to: /^\d{4}$/.test(process.validUntil) ? `${process.validUntil}-12-31` : '',
    boundary: at.module === '' ? '' : `module ${label} (EN 15804)`,
    source: `ILCD data set ${process.uuid}${process.version === '' ? '' : `, version ${process.version}`}`,
    publisher: process.publisher === '' ? process.owner : process.publisher,
    url: process.address === '' ? `urn:uuid:${process.uuid}` : process.address,
    locator: [entry, climate.total.names[0] ?? climate.total.method, label].filter((text) => text !== '').join('; '),
    evidence: 'primary',
    notes: [declaredNote(declared), split.note].filter((text) => text !== '').join(' '),
  }, () => spot);
}

/** Which amount is meant, as the path of a member. */
function pathOf({ module, scenario }: ModuleAmount): string {
  return module === '' ? '/LCIAResult/meanAmount' : `/LCIAResult/amount ${[module, scenario].join(' ').trim()}`;
}

function declaredNote({ amount, unit }: { amount: Exact; unit: string }): string {
  if (amount.equals(Exact.ONE)) return '';
  return `Stated per ${plainAmount(amount)} ${unit}.`;
}

/** GWP-fossil, -biogenic and -luluc where they add up to the whole; a note of them where they do not. */
function splitOf({ parts }: ClimateResults, at: ModuleAmount, per: Exact, whole: string): { cells: FactorCells; note: string } {
  if (parts === undefined) return { cells: {}, note: '' };
  const [fossil, biogenic, luluc] = [parts.fossil, parts.biogenic, parts.luluc].map((part) => amountOf(part, at));
  if (fossil === undefined || biogenic === undefined || luluc === undefined) return { cells: {}, note: '' };
  const [fossilText, biogenicText, lulucText] = [fossil, biogenic, luluc].map((part) => plainAmount(part.dividedBy(per)));
  const sum = [fossilText, biogenicText, lulucText].reduce((total, text) => total.plus(Exact.parse(text ?? '') ?? Exact.ZERO), Exact.ZERO);
  if (!sum.equals(Exact.of(whole))) {
    return { cells: {}, note: `Stated parts do not add up: fossil ${fossilText ?? ''}, biogenic ${biogenicText ?? ''}, luluc ${lulucText ?? ''}.` };
  }
  // The indicator is the balance of uptake and release: a negative one can only stand as a removal.
  const cells = biogenic.isNegative ? { biogenic_removal: biogenicText ?? '' } : { biogenic: biogenicText ?? '' };
  return { cells: { fossil: fossilText ?? '', ...cells, dluc: lulucText ?? '' }, note: '' };
}

function amountOf(result: IlcdResult, { module, scenario }: ModuleAmount): Exact | undefined {
  const found = result.amounts.find((one) => one.module === module && one.scenario === scenario);
  const read = found === undefined ? undefined : machineNumber(found.text, '', { input: '', line: 0, column: 0 });
  return read instanceof Exact ? read : undefined;
}

function titleOf(process: IlcdProcess, entry: string): string {
  const name = nameIn(process, 'en') || nameIn(process, 'zh') || [...process.names.values()][0] || process.uuid;
  return name === '' ? entry : name;
}
