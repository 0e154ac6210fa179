import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, placesWithin, stepsText } from '../../src/quantity/decimal-text.js';
import { Exact } from '../../src/quantity/exact.js';
import { amounts, decimalTexts } from './arbitrary.js';
import { fractionOf } from './fraction.js';

const Precise = Decimal.clone({ precision: 400, toExpNeg: -9e15, toExpPos: 9e15, rounding: Decimal.ROUND_HALF_EVEN });

describe('decimal text', () => {
  it('rounds half to even at 50 digits, as decimal.js does', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 70n), max: 10n ** 70n }), fc.integer({ min: 20, max: 120 }), (digits, scale) => {
      const text = `${digits}e-${scale}`;
      expect(decimalText(Exact.of(text))).toBe(new Precise(text).toSignificantDigits(50, Decimal.ROUND_HALF_EVEN).plus(0).toFixed());
    }));
  });

  it('rounds ratios that do not end, as decimal.js does', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (top, bottom) => {
      const wanted = new Precise(top.toString()).dividedBy(bottom.toString()).toSignificantDigits(50, Decimal.ROUND_HALF_EVEN).plus(0);
      expect(decimalText(Exact.of(top.toString()).dividedBy(Exact.of(bottom.toString())))).toBe(wanted.toFixed());
    }));
  });

  it.each([
    // a tie at the 51st digit goes to the even 50th
    [`1.${'0'.repeat(48)}25`, `1.${'0'.repeat(48)}2`],
    [`1.${'0'.repeat(48)}35`, `1.${'0'.repeat(48)}4`],
    [`-1.${'0'.repeat(48)}25`, `-1.${'0'.repeat(48)}2`],
    [`1.${'0'.repeat(48)}251`, `1.${'0'.repeat(48)}3`],
    [`9.${'9'.repeat(60)}`, '10'],
    [`0.${'9'.repeat(51)}`, '1'],
    ['100.00', '100'],
    ['-0.500', '-0.5'],
    ['-0.0', '0'],
    ['1e-60', `0.${'0'.repeat(59)}1`],
    // whole numbers keep all their digits, so that parts in whole steps can close
    [`1${'0'.repeat(54)}1`, `1${'0'.repeat(54)}1`],
  ])('of %s is %s', (text, written) => {
    expect(decimalText(Exact.of(text))).toBe(written);
  });

  it('reads back as the same amount where the decimal ends within the digits', () => {
    fc.assert(fc.property(decimalTexts, (text) => {
      const amount = Exact.of(text);
      const written = decimalText(amount, 200);
      expect(written).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/u);
      expect(fractionOf(Exact.of(written))).toEqual(fractionOf(amount));
    }));
  });

  it('is one text for one value, however the value came about', () => {
    fc.assert(fc.property(amounts, fc.constantFrom('3', '7', '0.09', '1e5', '2e-7'), (amount, factor) => {
      const detour = amount.times(Exact.of(factor)).dividedBy(Exact.of(factor));
      expect(decimalText(detour)).toBe(decimalText(amount));
    }));
  });
});

describe('places', () => {
  it.each([['123.4', 47], ['0.5', 50], ['0.05', 51], ['1', 49], ['0.999', 50], ['10', 48], ['1e60', 0]])('within 50 digits of %s: %i', (text, places) => {
    expect(placesWithin(Exact.of(text), 50)).toBe(places);
  });

});

describe('text of steps', () => {
  it.each([[0n, 0, '0'], [-0n, 3, '0'], [5n, 0, '5'], [5n, 3, '0.005'], [-1200n, 2, '-12'], [-1n, 2, '-0.01'], [1050n, 3, '1.05']])(
    '%s × 10^-%i is %s',
    (steps, places, text) => {
      expect(stepsText(steps, places)).toBe(text);
    },
  );
});

describe('decimalText with few digits', () => {
  // Digits before the point are never dropped: 24021.78 to 4 digits is the whole number next to it.
  it.each([['24021.7763973', '24022'], ['10138.3558', '10138'], ['999.96', '1000'], ['0.00123456', '0.001235']])('%s', (text, expected) => {
    expect(decimalText(Exact.of(text), 4)).toBe(expected);
  });

  it('agrees with decimal.js for any number of digits', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 25 }), (top, scale, digits) => {
      const value = new Precise(top.toString()).div(new Precise(10).pow(scale));
      const whole = value.trunc().toFixed().length;
      const expected = whole > digits && value.gte(1)
        ? value.toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN)
        : value.toSignificantDigits(digits, Decimal.ROUND_HALF_EVEN);
      expect(decimalText(Exact.scaled(top, scale), digits)).toBe(expected.toFixed());
    }));
  });
});
