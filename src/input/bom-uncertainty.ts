import { Exact } from '../quantity/exact.js';
import type { AmountRule, BomCells } from './bom-cells.js';
import type { Uncertainty } from './bom-line.js';
import { plainCharacters } from './plain-characters.js';

const PLAIN = /^\d[\d.]*$/;
const PLUS_MINUS = /^(?:±|\+\/?-)\s*/;

const GSD: AmountRule = {
  percent: false,
  range: { text: '≥ 1', holds: (amount) => amount.value.compare(Exact.ONE) >= 0 },
};
const SHARE: AmountRule = {
  percent: true,
  range: { text: '≥ 0', holds: (amount) => !amount.value.isNegative },
};

/** The number in an uncertainty cell, without a leading ±. */
export function uncertaintyNumber(text: string): { readonly plusMinus: boolean; readonly number: string } {
  if (PLAIN.test(text)) return { plusMinus: false, number: text };
  if (text.startsWith('±')) return { plusMinus: true, number: text.slice(1).trimStart() };
  const plain = plainCharacters(text);
  const number = plain.replace(PLUS_MINUS, '');
  return { plusMinus: number.length !== plain.length, number };
}

/** A geometric standard deviation of 1 or more, or a share after ± (`±10%`, `+-0.1`). */
export function readUncertainty(cells: BomCells): Uncertainty | undefined {
  const text = cells.text('uncertainty');
  if (text === '') return undefined;
  const { plusMinus, number } = uncertaintyNumber(text);
  if (number === '') {
    cells.fail('uncertainty', 'number-invalid', { column: 'uncertainty', text });
    return undefined;
  }
  const value = cells.amountWithin('uncertainty', number, plusMinus ? SHARE : GSD);
  return value === undefined ? undefined : { kind: plusMinus ? 'plus_minus' : 'gsd', value };
}
