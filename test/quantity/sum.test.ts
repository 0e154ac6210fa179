import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/quantity/decimal-text.js';
import { Exact } from '../../src/quantity/exact.js';
import { ExactSum } from '../../src/quantity/sum.js';
import { amounts } from './arbitrary.js';
import { add, fraction, fractionOf } from './fraction.js';

function sum(list: readonly Exact[]): Exact {
  const running = new ExactSum();
  for (const amount of list) running.add(amount);
  return running.total();
}

describe('an exact sum', () => {
  it('is that of fractions', () => {
    fc.assert(fc.property(fc.array(amounts, { maxLength: 12 }), (list) => {
      expect(fractionOf(sum(list))).toEqual(list.map(fractionOf).reduce(add, fraction(0n)));
    }));
  });

  it('does not depend on the order', () => {
    const shuffled = fc.array(amounts, { maxLength: 20 }).chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })));
    fc.assert(fc.property(shuffled, ([list, other]) => {
      const [one, two] = [sum(list), sum(other)];
      expect(two).toEqual(one);
      expect(decimalText(two)).toBe(decimalText(one));
    }));
  });

  it('loses nothing where floating point would', () => {
    expect(decimalText(sum(['1e30', '0.1', '0.2', '-1e30'].map(Exact.of)))).toBe('0.3');
  });

  it('of nothing is zero', () => {
    expect(sum([]).isZero).toBe(true);
  });

  it('can be asked along the way', () => {
    const running = new ExactSum();
    running.add(Exact.of('1.5'));
    expect(decimalText(running.total())).toBe('1.5');
    running.add(Exact.of('1').dividedBy(Exact.of('3')));
    running.add(Exact.of('1').dividedBy(Exact.of('6')));
    expect(running.total().equals(Exact.of('2'))).toBe(true);
  });
});
