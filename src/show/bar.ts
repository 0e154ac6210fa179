import { Exact } from '../quantity/exact.js';

const WIDTH = 20;

/**
 * Bars for amounts, drawn to the largest of them by absolute value; anything but zero shows at least half a block.
 * Removals are shaded: without colour they would look like emissions.
 */
export function bars(amounts: readonly string[]): string[] {
  const sizes = amounts.map((text) => Exact.of(text).absolute());
  const largest = sizes.reduce((most, size) => (size.compare(most) > 0 ? size : most), Exact.ZERO);
  return sizes.map((size, index) => {
    if (size.isZero) return '';
    const blocks = Number(size.times(Exact.of(String(WIDTH))).dividedBy(largest).inSteps(0));
    if (blocks === 0) return '▌';
    return (amounts[index]?.startsWith('-') === true ? '▒' : '█').repeat(blocks);
  });
}
