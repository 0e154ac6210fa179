import { problem, type Problem } from '../diagnostics/problem.js';
import { isFault, readNumber } from '../input/number.js';
import { STAGES, type Stage } from '../input/vocabulary.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact, MOST_DIGITS } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Unit } from '../quantity/unit.js';
import type { FactorReading, FactorRow } from './dataset.js';
import { GASES_COLUMN, GWP_SETS, type FactorColumn, type GasAmount, type GwpSet, type Origins } from './factor.js';
import { readGases } from './gases-cell.js';

/** The columns that add up to `kgco2e`; `aircraft` is a part of `fossil`. */
export const SPLIT_COLUMNS = ['fossil', 'biogenic', 'biogenic_removal', 'dluc'] as const satisfies readonly FactorColumn[];

/** What a row that names gases leaves blank: it follows from the gases and an edition, or would contradict them. */
const BESIDE_GASES = ['kgco2e', ...SPLIT_COLUMNS, 'aircraft', 'gwp'] as const satisfies readonly FactorColumn[];

/** Reads a row into a factor, or tells everything that is wrong with its cells. */
export function readFactor(row: FactorRow, dataset: string): FactorReading {
  if (row.faults.length > 0) return { kind: 'unsound', problems: row.faults };
  const problems: Problem[] = [];
  const id = row.cells.id;
  if (id === '') problems.push(problem('cell-missing', { column: 'id' }, row.spot('id')));
  const stage = readWord<Stage>(row, 'stage', STAGES, problems);
  const gases = row.gases === '' ? undefined : gasesOf(row, problems);
  const gwp = readWord<GwpSet>(row, 'gwp', GWP_SETS, problems);
  if (row.gases === '' && row.cells.gwp === '') problems.push(problem('cell-missing', { column: 'gwp' }, row.spot('gwp')));
  const unit = readUnit(row, problems);
  const value = readAmount(row, 'kgco2e', problems);
  if (row.gases === '' && row.cells.kgco2e === '') problems.push(problem('cell-missing', { column: 'kgco2e' }, row.spot('kgco2e')));
  const origins = readOrigins(row, value, problems);
  checkDay(row, 'valid_from', problems);
  checkDay(row, 'valid_to', problems);
  const gsd = readAmount(row, 'gsd', problems);
  if (gsd !== undefined && gsd.compare(Exact.ONE) < 0) {
    problems.push(problem('number-outside', { column: 'gsd', text: row.cells.gsd, range: '≥ 1' }, row.spot('gsd')));
  }
  if (problems.length > 0 || unit === undefined) return { kind: 'unsound', problems };
  const shared = {
    id,
    dataset,
    unit,
    row: row.cells,
    line: row.line,
    ...(stage === undefined ? {} : { stage }),
    ...(gsd === undefined ? {} : { gsd }),
  };
  if (gases !== undefined) return { kind: 'gases', factor: { ...shared, gases, spot: row.spot(GASES_COLUMN) } };
  if (value === undefined || gwp === undefined) return { kind: 'unsound', problems };
  return { kind: 'sound', factor: { ...shared, value, gwp, ...(origins === undefined ? {} : { origins }) } };
}

function gasesOf(row: FactorRow, problems: Problem[]): readonly GasAmount[] | undefined {
  const beside = BESIDE_GASES.filter((column) => row.cells[column] !== '');
  const first = beside[0];
  if (first !== undefined) problems.push(problem('gases-beside', { id: row.cells.id, columns: beside }, row.spot(first)));
  const reading = readGases(row.gases);
  if (reading.kind === 'sound') return reading.gases;
  for (const fault of reading.faults) problems.push(problem('gases-invalid', fault, row.spot(GASES_COLUMN)));
  return undefined;
}

function readWord<W extends string>(
  row: FactorRow,
  column: FactorColumn,
  words: readonly W[],
  problems: Problem[],
): W | undefined {
  const text = row.cells[column];
  const word = words.find((known) => known === text);
  if (word === undefined && text !== '') {
    problems.push(problem('word-unknown', { column, text, candidates: words }, row.spot(column)));
  }
  return word;
}

function readUnit(row: FactorRow, problems: Problem[]): Unit | undefined {
  const text = row.cells.unit;
  if (text === '') {
    problems.push(problem('cell-missing', { column: 'unit' }, row.spot('unit')));
    return undefined;
  }
  const answer = parseUnit(text);
  if (answer.kind === 'found') return answer.unit;
  const code = answer.kind === 'ambiguous' ? 'unit-ambiguous' : 'unit-unknown';
  problems.push(problem(code, { unit: text, candidates: answer.candidates }, row.spot('unit')));
  return undefined;
}

/** Shorter than the limits of a cell, without an exponent: most amounts are, and need no second look. */
const WITHIN_RANGE = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/** A dataset is written for machines: plain decimals only, so that no reading of it can be in doubt. */
function readAmount(row: FactorRow, column: FactorColumn, problems: Problem[]): Exact | undefined {
  const text = row.cells[column];
  if (text === '') return undefined;
  const amount = Exact.parse(text);
  if (amount !== undefined && WITHIN_RANGE.test(text)) return amount;
  const read = readNumber(text, '.');
  if (isFault(read) && read.fault === 'number-out-of-range') {
    problems.push(problem('number-out-of-range', { column, text }, row.spot(column)));
    return undefined;
  }
  if (amount === undefined) problems.push(problem('number-invalid', { column, text }, row.spot(column)));
  return amount;
}

/** Days are compared as text when a factor is judged expired, so they have one form. */
function checkDay(row: FactorRow, column: 'valid_from' | 'valid_to', problems: Problem[]): void {
  const text = row.cells[column];
  if (text === '' || isDay(text)) return;
  problems.push(problem('date-invalid', { column, text }, row.spot(column)));
}

/** Whether a text is a day of the calendar in the form of ISO 8601, `2025-12-31`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The split of a factor: where any part is stated, the parts that are not are zero, and the sum must prove it. */
function readOrigins(row: FactorRow, value: Exact | undefined, problems: Problem[]): Origins | undefined {
  const before = problems.length;
  const [fossil, biogenicEmissions, biogenicRemovals, dluc] =
    SPLIT_COLUMNS.map((column) => readAmount(row, column, problems));
  const aircraft = readAmount(row, 'aircraft', problems);
  if (problems.length > before) return undefined;
  const id = row.cells.id;
  if (aircraft !== undefined && !within(aircraft, fossil)) {
    const args = { id, aircraft: row.cells.aircraft, fossil: row.cells.fossil };
    problems.push(problem('factor-aircraft', args, row.spot('aircraft')));
  }
  if (biogenicRemovals !== undefined && biogenicRemovals.compare(Exact.ZERO) > 0) {
    const args = { column: 'biogenic_removal', text: row.cells.biogenic_removal, range: '≤ 0' };
    problems.push(problem('number-outside', args, row.spot('biogenic_removal')));
  }
  const parts = [fossil, biogenicEmissions, biogenicRemovals, dluc].filter((part) => part !== undefined);
  if (parts.length === 0 || value === undefined) return undefined;
  const sum = parts.reduce((total, part) => total.plus(part), Exact.ZERO);
  if (!sum.equals(value)) {
    const args = { id, sum: everyDigit(sum), total: everyDigit(value) };
    problems.push(problem('factor-split', args, row.spot('kgco2e')));
  }
  return {
    fossil: fossil ?? Exact.ZERO,
    biogenicEmissions: biogenicEmissions ?? Exact.ZERO,
    biogenicRemovals: biogenicRemovals ?? Exact.ZERO,
    dluc: dluc ?? Exact.ZERO,
    aircraft: aircraft ?? Exact.ZERO,
  };
}

/** Whether aircraft emissions lie between nothing and all of the fossil part. */
function within(aircraft: Exact, fossil: Exact | undefined): boolean {
  if (aircraft.isZero) return true;
  return !aircraft.isNegative && fossil !== undefined && aircraft.compare(fossil) <= 0;
}

/** Unrounded, so that two amounts that differ never look the same. */
function everyDigit(amount: Exact): string {
  return decimalText(amount, 2 * MOST_DIGITS);
}
