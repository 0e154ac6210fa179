import { dimensionText, conversion } from '../quantity/convert.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact, MOST_DIGITS } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';
import { isFault, readNumber } from '../input/number.js';
import type { Fail } from './fail.js';
import type { Range, ValuedParameter } from './rule.js';

type AmountParameter = Extract<ValuedParameter, { kind: 'amount' | 'ratio' | 'number' }>;

export interface ReadAmount {
  readonly value: Exact;
  readonly unit: string;
  /** As written, where that is not the value in `unit`. */
  readonly given?: string;
}

const WITH_UNIT = /^\s*([+\-0-9.,'\uFF0B\uFF0D\uFF10-\uFF19\uFF0E\uFF0C]+(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/u;

/** Reads `150 g`, `5 %`, `40`. Adds the finding and gives undefined where the text is not the parameter's kind. */
export function readAmount(text: string, parameter: AmountParameter, id: string, pointer: string, fail: Fail): ReadAmount | undefined {
  const [, number = '', unitText = ''] = WITH_UNIT.exec(text) ?? [];
  const invalid = (): undefined => {
    fail('parameter-invalid', { parameter: id, text, expected: parameter.kind === 'amount' ? parameter.unit : parameter.kind }, pointer);
    return undefined;
  };
  const percent = parameter.kind === 'ratio' && (unitText === '%' || unitText === '％');
  if (parameter.kind !== 'amount' && unitText !== '' && !percent) return invalid();
  const read = readNumber(number, '.', false);
  if (isFault(read)) {
    if (read.fault !== 'number-out-of-range') return invalid();
    fail('number-out-of-range', { column: id, text }, pointer);
    return undefined;
  }
  const ratio = parameter.kind === 'amount' ? unitRatio(unitText, parameter.unit, id, text, pointer, fail) : percent ? Exact.of('0.01') : Exact.ONE;
  if (ratio === undefined) return undefined;
  const value = read.value.times(ratio).reduced();
  const whole = parameter.kind === 'number' && parameter.whole === true;
  const outside = outsideOf(value, rangeOf(parameter));
  if (outside !== undefined || (whole && value.places !== 0)) {
    fail('number-outside', { column: id, text, range: outside ?? '0, 1, 2, …' }, pointer);
    return undefined;
  }
  const unit = parameter.kind === 'ratio' ? '' : parameter.unit ?? '';
  const plain = parameter.kind === 'amount' ? `${decimalText(value, MOST_DIGITS)} ${unit}` : decimalText(value, MOST_DIGITS);
  return { value, unit, ...(text === plain ? {} : { given: text }) };
}

/** How many of the parameter's unit one of the written unit is. */
function unitRatio(written: string, unit: string, id: string, text: string, pointer: string, fail: Fail): Exact | undefined {
  if (written === '') {
    fail('parameter-invalid', { parameter: id, text, expected: unit }, pointer);
    return undefined;
  }
  if (written === unit) return Exact.ONE;
  const [from, to] = [parseUnit(written), parseUnit(unit)];
  if (from.kind !== 'found' || to.kind !== 'found') {
    const candidates = from.kind === 'found' || from.candidates.length === 0 ? [unit] : from.candidates;
    fail(from.kind === 'ambiguous' ? 'unit-ambiguous' : 'unit-unknown', { unit: written, candidates }, pointer);
    return undefined;
  }
  const ratio = conversion(from.unit, to.unit);
  if (ratio !== undefined) return ratio;
  fail('unit-dimension', {
    unit: written, dimension: dimensionText(from.unit.dimension),
    other: unit, otherDimension: dimensionText(to.unit.dimension), otherPlace: id,
  }, pointer);
  return undefined;
}

/** A ratio lies between 0 and 1, any other amount is not negative, where nothing else is stated. */
function rangeOf(parameter: AmountParameter): Range {
  const { min, max, above, below } = parameter;
  if (min !== undefined || max !== undefined || above !== undefined || below !== undefined) return parameter;
  return parameter.kind === 'ratio' ? { min: '0', max: '1' } : { min: '0' };
}

function outsideOf(value: Exact, { min, max, above, below }: Range): string | undefined {
  const inside = (min === undefined || value.compare(Exact.of(min)) >= 0)
    && (max === undefined || value.compare(Exact.of(max)) <= 0)
    && (above === undefined || value.compare(Exact.of(above)) > 0)
    && (below === undefined || value.compare(Exact.of(below)) < 0);
  if (inside) return undefined;
  return [
    ...(min === undefined ? [] : [`≥ ${min}`]), ...(above === undefined ? [] : [`> ${above}`]),
    ...(max === undefined ? [] : [`≤ ${max}`]), ...(below === undefined ? [] : [`< ${below}`]),
  ].join(', ');
}
