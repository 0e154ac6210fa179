import { Exact } from '../quantity/exact.js';
import type { BomLine } from '../input/bom-line.js';

/**
 * The quantity that has to go in for one parent unit: the cell, its loss and its share.
 * A loss of the input divides by (1 − loss), a loss of the output multiplies by (1 + loss) (DESIGN section 4).
 */
export function lineAmount(line: BomLine): Exact {
  let amount = line.quantity.value;
  if (line.loss !== undefined) {
    const { rate, basis } = line.loss;
    amount = basis === 'of_input' ? amount.dividedBy(Exact.ONE.minus(rate.value)) : amount.times(Exact.ONE.plus(rate.value));
  }
  return line.share === undefined ? amount : amount.times(line.share.value);
}
