import { decimalText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import type { AmountRule, BomCells } from './bom-cells.js';
import type { Amount, BomLine } from './bom-line.js';
import { LOSS_BASIS_WORDS } from './words.js';

/** Significant digits of the two results a problem shows. */
const SHOWN_DIGITS = 12;

const RATE: AmountRule = { percent: true, range: { text: '≥ 0', holds: (rate) => !rate.value.isNegative } };
const BELOW_ONE = '0 ≤ loss < 1';
/** A loss of 5 is most likely meant as 5 %. Machining may lose more than it puts out: then it is written with the sign. */
const PERCENT = /[%％]$/u;

/** A loss and what it is a share of. A loss of 0 needs no basis: either way nothing is added. */
export function readLoss(cells: BomCells, quantity: Amount | undefined): BomLine['loss'] {
  const rateText = cells.text('loss');
  const basisText = cells.text('loss_basis');
  if (rateText === '' && basisText === '') return undefined;
  const rate = cells.amountWithin('loss', rateText, RATE);
  const basis = cells.word('loss_basis', basisText, LOSS_BASIS_WORDS);
  if (rateText === '') {
    cells.fail('loss_basis', 'loss-missing', { basis: basis ?? basisText });
    return undefined;
  }
  if (rate === undefined) return undefined;
  if (rate.value.compare(Exact.ONE) >= 0 && !(basis === 'of_output' && PERCENT.test(rateText))) {
    cells.fail('loss', 'number-outside', { column: 'loss', text: rateText, range: BELOW_ONE });
    return undefined;
  }
  if (basisText === '') {
    if (!rate.value.isZero) cells.fail('loss', 'loss-basis-missing', { loss: rateText, ...bothResults(rate, quantity) });
    return undefined;
  }
  return basis === undefined ? undefined : { rate, basis };
}

function bothResults(rate: Amount, quantity: Amount | undefined): { ofInput: string; ofOutput: string } {
  const kept = Exact.ONE.minus(rate.value);
  const added = Exact.ONE.plus(rate.value);
  if (quantity === undefined) {
    return { ofInput: `quantity ÷ ${shown(kept)}`, ofOutput: `quantity × ${shown(added)}` };
  }
  return { ofInput: shown(quantity.value.dividedBy(kept)), ofOutput: shown(quantity.value.times(added)) };
}

function shown(value: Exact): string {
  return decimalText(value, SHOWN_DIGITS);
}
