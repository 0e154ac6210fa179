import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfEven, Exact, MOST_DIGITS } from '../../src/quantity/exact.js';
import { amounts, decimalTexts } from './arbitrary.js';
import { add, divide, fraction, fractionOf, less, multiply, readDecimal } from './fraction.js';

const Precise = Decimal.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000 });

describe('reading', () => {
  it('keeps every digit', () => {
    fc.assert(fc.property(decimalTexts, (text) => {
      expect(fractionOf(Exact.of(text))).toEqual(readDecimal(text));
    }));
  });

  it.each(['1.', '.5', '+3', '-0', '1.5e-3', '1E3', '007', '0e400'])('takes %s', (text) => {
    expect(fractionOf(Exact.of(text))).toEqual(readDecimal(text));
  });

  it.each([
    '', '.', '+', '-', 'e5', '.e5', '1e', '1e999999', '1e-999999', '1e401', '1e9999999', '0x10', '0b1', 'NaN', 'Infinity', '１', '٣',
    '1,5', '1 000', ' 1', '1\n', '--1', '+-1', '1.2.3', '1_000', '12n', '50%', '=1+1', '__proto__', '1'.repeat(MOST_DIGITS + 1),
  ])('refuses %j', (text) => {
    expect(Exact.parse(text)).toBeUndefined();
    expect(() => Exact.of(text)).toThrow(RangeError);
  });

  it('has no minus zero', () => {
    expect(Exact.of('-0.00').isNegative).toBe(false);
    expect(Exact.of('-0.00').isZero).toBe(true);
    expect(Exact.of('-0').equals(Exact.ZERO)).toBe(true);
  });
});

describe('arithmetic', () => {
  it('is that of fractions', () => {
    fc.assert(fc.property(amounts, amounts, (a, b) => {
      const [left, right] = [fractionOf(a), fractionOf(b)];
      expect(fractionOf(a.plus(b))).toEqual(add(left, right));
      expect(fractionOf(a.minus(b))).toEqual(add(left, fraction(-right.top, right.bottom)));
      expect(fractionOf(a.times(b))).toEqual(multiply(left, right));
      if (!b.isZero) expect(fractionOf(a.dividedBy(b))).toEqual(divide(left, right));
      expect(a.compare(b)).toBe(less(left, right) ? -1 : less(right, left) ? 1 : 0);
      expect(fractionOf(a.absolute())).toEqual(fraction(left.top < 0n ? -left.top : left.top, left.bottom));
    }));
  });

  it('agrees with decimal.js on decimals', () => {
    const short = fc.tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 40 }));
    fc.assert(fc.property(short, short, ([a, p], [b, q]) => {
      const [left, right] = [new Precise(`${a}e-${p}`), new Precise(`${b}e-${q}`)];
      const [x, y] = [Exact.of(`${a}e-${p}`), Exact.of(`${b}e-${q}`)];
      expect(x.plus(y).equals(Exact.of(left.plus(right).toFixed()))).toBe(true);
      expect(x.times(y).equals(Exact.of(left.times(right).toFixed()))).toBe(true);
      expect(x.compare(y)).toBe(left.comparedTo(right));
    }));
  });

  it('keeps scale and denominator in their form, so that equal denominators mean equal kinds', () => {
    fc.assert(fc.property(amounts, amounts, (a, b) => {
      for (const result of [a.plus(b), a.times(b), b.isZero ? a : a.dividedBy(b), a.reduced()]) {
        expect(result.scale).toBeGreaterThanOrEqual(0);
        expect(result.denominator % 2n === 0n || result.denominator % 5n === 0n || result.denominator <= 0n).toBe(false);
      }
    }));
  });

  it.each([
    // 7 ÷ 2^10 × … by hand: 7/1024 = 0.0068359375; 1/3125 = 0.00032; 3/40 = 0.075
    ['7', '1024', '0.0068359375'],
    ['1', '3125', '0.00032'],
    ['3', '40', '0.075'],
    ['-3', '0.0004', '-7500'],
    ['3', '-8', '-0.375'],
    ['0', '-7', '0'],
  ])('%s ÷ %s ends as %s', (a, b, quotient) => {
    const result = Exact.of(a).dividedBy(Exact.of(b));
    expect(result.equals(Exact.of(quotient))).toBe(true);
    expect(result.isNegative).toBe(quotient.startsWith('-'));
  });

  it('does not divide by zero', () => {
    expect(() => Exact.ONE.dividedBy(Exact.of('0.00'))).toThrow(RangeError);
    expect(() => Exact.ZERO.dividedBy(Exact.ZERO)).toThrow(RangeError);
  });

  it('reduces to the least denominator', () => {
    fc.assert(fc.property(amounts, fc.constantFrom('3', '7', '9', '21', '49'), (a, factor) => {
      const detour = a.times(Exact.of(factor)).dividedBy(Exact.of(factor));
      expect(detour.reduced().denominator).toBe(a.reduced().denominator);
      expect(detour.reduced().equals(a)).toBe(true);
    }));
  });
});

describe('rounding', () => {
  it.each([
    [5n, 2n, 2n], [7n, 2n, 4n], [-5n, 2n, -2n], [-7n, 2n, -4n], [1n, 2n, 0n], [-1n, 2n, 0n], [8n, 3n, 3n], [-8n, 3n, -3n], [7n, 3n, 2n], [0n, 9n, 0n],
  ])('%s/%s to the nearest, ties to even: %s', (top, bottom, nearest) => {
    expect(divideHalfEven(top, bottom)).toBe(nearest);
  });

  it('to steps lies within half a step, ties even', () => {
    fc.assert(fc.property(amounts, fc.integer({ min: 0, max: 45 }), (amount, places) => {
      const steps = amount.inSteps(places);
      const value = multiply(fractionOf(amount), fraction(10n ** BigInt(places)));
      const twice = multiply(add(value, fraction(-steps)), fraction(2n));
      const size = twice.top < 0n ? -twice.top : twice.top;
      expect(size <= twice.bottom).toBe(true);
      if (size === twice.bottom) expect(steps % 2n).toBe(0n);
    }));
  });

  it('down to steps leaves a remainder of less than a step', () => {
    fc.assert(fc.property(amounts, fc.integer({ min: 0, max: 45 }), (amount, places) => {
      const { steps, rest, bottom } = amount.floorInSteps(places);
      const value = multiply(fractionOf(amount), fraction(10n ** BigInt(places)));
      expect(add(fraction(steps), fraction(rest, bottom))).toEqual(value);
      expect(rest >= 0n && rest < bottom).toBe(true);
    }));
  });

  it.each([['-0.1', -1n, 9n], ['-1', -1n, 0n], ['-1.9', -2n, 1n], ['0.9', 0n, 9n]])('down: %s lies above %s by %s tenths', (text, floor, tenths) => {
    const { steps, rest, bottom } = Exact.of(text).floorInSteps(0);
    expect(steps).toBe(floor);
    expect(rest * 10n).toBe(tenths * bottom);
  });

  it('knows the places a decimal needs', () => {
    expect(Exact.of('1.2500').places).toBe(2);
    expect(Exact.of('1200').places).toBe(0);
    expect(Exact.of('0.000').places).toBe(0);
    expect(Exact.of('1').dividedBy(Exact.of('3')).places).toBeUndefined();
    expect(Exact.of('1').dividedBy(Exact.of('3')).times(Exact.of('0.3')).places).toBe(1);
  });
});
