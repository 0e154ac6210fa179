import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault, readNumber, type DecimalMark } from '../../src/input/number.js';
import { Exact } from '../../src/quantity/exact.js';

function text(cell: string, ...how: [mark?: DecimalMark | undefined, percent?: boolean]): string {
  const read = readNumber(cell, how.length === 0 ? '.' : how[0], how[1] === true);
  return isFault(read) ? read.fault : read.text;
}

describe('readNumber', () => {
  it.each<[string, DecimalMark | undefined, string]>([
    ['12', undefined, '12'], ['-0', '.', '0'], ['-0.00', '.', '0.00'], ['1.50', '.', '1.50'], ['007.5', '.', '7.5'],
    ['.5', '.', '0.5'], ['5.', '.', '5'], ['+3', '.', '3'], [' 3 ', '.', '3'], ['−4', '.', '-4'],
    ['１２．５', '.', '12.5'], ['－１，２３４．５', '.', '-1234.5'], ['\u30003\u00a0', '.', '3'],
    ['1,234.5', '.', '1234.5'], ['1.234,5', ',', '1234.5'], ['1 234,5', ',', '1234.5'], ["1'234'567.5", '.', '1234567.5'],
    ['1\u202f234,5', ',', '1234.5'], ['1,5', ',', '1.5'], ['1.234', ',', '1234'], ['1,234', '.', '1234'],
    ['1,5', undefined, '1.5'], ['1.5', undefined, '1.5'], ['1.234.567', undefined, '1234567'], ['0,125', undefined, '0.125'],
    ['1.5e3', '.', '1500'], ['1,5E-3', ',', '0.0015'], ['2e+2', '.', '200'], ['0e0', '.', '0'],
  ])('reads %j with the mark %j as %s', (cell, mark, expected) => {
    expect(text(cell, mark)).toBe(expected);
  });

  it.each([
    '', '-', '+', '.', ',', '1.2.3', '1,2,3', '12,34.5', '1,234,56', '0,123', '1,234 567', '1 2', '1,,234', '1.5,3',
    'NaN', 'Infinity', '0x10', '1_000', '1e', 'e5', '1e3.5', '1,234e5', '--1', '1-', '(5)', '5 kg', '五', '1。5', '5%', '５％',
    '٣', '1e5%', '=1',
  ])('refuses %j', (cell) => {
    expect(text(cell)).toBe('number-invalid');
  });

  it('takes a percent sign only where the column does, and divides exactly', () => {
    expect(text('5%', '.', true)).toBe('0.05');
    expect(text('１２．５％', '.', true)).toBe('0.125');
    expect(text('-0,1 %', ',', true)).toBe('-0.001');
    expect(text('5%%', '.', true)).toBe('number-invalid');
    expect(text('%', '.', true)).toBe('number-invalid');
  });

  it('names both readings where nothing settled the mark', () => {
    expect(readNumber('-1,234', undefined)).toEqual({ fault: 'number-unclear', readings: ['-1234', '-1.234'] });
    expect(readNumber('1.234', undefined)).toEqual({ fault: 'number-unclear', readings: ['1.234', '1234'] });
  });

  it('keeps to its limits', () => {
    const digits = '9'.repeat(100);
    expect(text(digits)).toBe(digits);
    expect(text(`${digits}9`)).toBe('number-out-of-range');
    expect(text(`0.${digits}`)).toBe('number-out-of-range');
    expect(text('1e60')).toBe(`1${'0'.repeat(60)}`);
    expect(text('1e61')).toBe('number-out-of-range');
    expect(text('1e-61')).toBe('number-out-of-range');
    expect(text('1e999999999999999999999')).toBe('number-out-of-range');
    expect(text(`-${'1'.repeat(99_999)}`)).toBe('number-out-of-range');
  });

  it('reads one value from every way of writing it', () => {
    const amount = fc.record({
      negative: fc.boolean(), whole: fc.bigInt({ min: 0n, max: 10n ** 20n }), fraction: fc.stringMatching(/^\d{1,12}$/),
    });
    fc.assert(fc.property(amount, ({ negative, whole, fraction }) => {
      const sign = negative ? '-' : '';
      const value = Exact.of(`${sign}${String(whole)}.${fraction}`);
      const groups = (mark: string): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, mark);
      const wide = (plain: string): string => plain.replace(/[-\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      const written: [string, DecimalMark][] = [
        [`${sign}${String(whole)}.${fraction}`, '.'],
        [`${sign}${String(whole)},${fraction}`, ','],
        [`${sign}${groups(',')}.${fraction}`, '.'],
        [`${sign}${groups('.')},${fraction}`, ','],
        [`${sign}${groups(' ')},${fraction}`, ','],
        [`${sign}${groups("'")}.${fraction}`, '.'],
        [wide(`${sign}${groups(',')}.${fraction}`), '.'],
        [`${sign.replace('-', '−')}${String(whole)}${fraction}e-${String(fraction.length)}`, '.'],
      ];
      for (const [cell, mark] of written) {
        const read = readNumber(cell, mark);
        expect(isFault(read) ? `${cell}: ${read.fault}` : read.value.equals(value)).toBe(true);
        if (!isFault(read)) expect(Exact.of(read.text).equals(value)).toBe(true);
      }
    }));
  });

  it('gives a plain decimal or a fault, whatever the cell', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'0123456789.,\' -+eE%％１．，−xN'), maxLength: 12 });
    fc.assert(fc.property(cell, fc.constantFrom('.' as const, ',' as const, undefined), (written, mark) => {
      const read = readNumber(written, mark, true);
      if (isFault(read)) return;
      expect(read.text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
      expect(Exact.of(read.text).equals(read.value)).toBe(true);
    }), { numRuns: 2000 });
  });
});
