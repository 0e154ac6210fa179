import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/quantity/apportion.js';
import { Exact } from '../../src/quantity/exact.js';
import { ExactSum } from '../../src/quantity/sum.js';
import { amounts } from './arbitrary.js';
import { fraction, less } from './fraction.js';

function sumOf(parts: readonly Exact[]): Exact {
  const sum = new ExactSum();
  for (const part of parts) sum.add(part);
  return sum.total();
}

const total = (steps: readonly bigint[]): bigint => steps.reduce((sum, step) => sum + step, 0n);

describe('apportioning', () => {
  it('adds up to the whole, each part less than a step away, exact parts unmoved', () => {
    fc.assert(fc.property(fc.array(amounts, { minLength: 1, maxLength: 15 }), fc.integer({ min: 0, max: 30 }), (parts, places) => {
      const whole = sumOf(parts).inSteps(places);
      const steps = apportion(whole, parts, places);
      expect(total(steps)).toBe(whole);
      for (const [index, part] of parts.entries()) {
        const away = Exact.scaled(steps[index] ?? 0n, places).minus(part);
        expect(away.absolute().compare(Exact.scaled(1n, places))).toBe(-1);
      }
    }));
  });

  it('leaves no part behind that has more left over than one that was moved up', () => {
    fc.assert(fc.property(fc.array(amounts, { minLength: 2, maxLength: 8 }), fc.integer({ min: 0, max: 6 }), (parts, places) => {
      const steps = apportion(sumOf(parts).inSteps(places), parts, places);
      const floors = parts.map((part) => part.floorInSteps(places));
      const moved = floors.filter((floor, index) => steps[index] !== floor.steps);
      const left = floors.filter((floor, index) => steps[index] === floor.steps);
      for (const up of moved) for (const down of left) expect(less(fraction(up.rest, up.bottom), fraction(down.rest, down.bottom))).toBe(false);
    }));
  });

  it.each([
    // thirds of 1.00: 0.333… each, floors 33, one step to give, to the earliest
    [100n, ['1/3', '1/3', '1/3'], [34n, 33n, 33n]],
    // remainders 0.2, 0.7, 0.1 of a step: the second takes the missing one
    [6n, ['0.012', '0.027', '0.021'], [1n, 3n, 2n]],
    // floors of -0.005 and 0.015 are -1 and 1, the sum is 1: the remainders tie and the earlier takes it
    [1n, ['-0.005', '0.015'], [0n, 1n]],
    // a whole of either neighbour of the exact sum 0.035 can be reached without moving 0.02
    [3n, ['0.02', '0.015'], [2n, 1n]],
    [4n, ['0.02', '0.015'], [2n, 2n]],
    // unavoidable: one step more than parts that are whole steps
    [4n, ['0.01', '0.02'], [2n, 2n]],
    [0n, [], []],
  ])('%s from %s gives %s', (whole, parts, steps) => {
    const exact = parts.map((part) => {
      const [top = '', bottom = '1'] = part.split('/');
      return Exact.of(top).dividedBy(Exact.of(bottom));
    });
    expect(apportion(whole, exact, 2)).toEqual(steps);
  });

  it('lets the caller decide between equal remainders', () => {
    const third = Exact.of('1').dividedBy(Exact.of('3'));
    const twoSixths = Exact.of('2').dividedBy(Exact.of('6'));
    expect(apportion(1n, [third, twoSixths, third], 0, (a, b) => b - a)).toEqual([0n, 0n, 1n]);
    expect(apportion(2n, [third, twoSixths, third], 0, (a, b) => b - a)).toEqual([0n, 1n, 1n]);
  });

  it.each([[-1n], [3n]])('refuses a whole out of reach: %s', (whole) => {
    expect(() => apportion(whole, [Exact.ZERO, Exact.ZERO], 0)).toThrow(RangeError);
  });
});
