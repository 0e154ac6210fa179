import { Decimal } from 'decimal.js';
import { expect, it, test } from 'vitest';
import { displayed } from '../../src/report/label-rounding.js';

const THREE = '3 significant digits, half-even';

it.each([
  // half goes to the even neighbour: 2.125 lies between 2.12 and 2.13
  ['2.125', THREE, '2.12'],
  ['2.135', THREE, '2.14'],
  ['2.1250000000000000000000000000001', THREE, '2.13'],
  ['1234.5', THREE, '1230'],
  ['1235', THREE, '1240'],
  ['0.00098765', THREE, '0.000988'],
  ['999.9', THREE, '1000'],
  ['-2.135', THREE, '-2.14'],
  ['0', THREE, '0'],
  ['2.5', '0 decimals, half-even', '2'],
  ['3.5', '0 decimals, half-even', '4'],
  ['-0.25', '1 decimals, half-even', '-0.2'],
  ['1234.5678', '2 decimals, half-even', '1234.57'],
  ['1', '10 decimals, half-even', '1'],
])('%s by "%s" is %s', (total, rounding, shown) => {
  expect(displayed(new Decimal(total), rounding)?.toFixed()).toBe(shown);
});

test('no other rule is known', () => {
  for (const rounding of ['', '2 significant digits, half-even', '2 decimals', '2 decimals, half-up', '100 decimals, half-even', ' 2 decimals, half-even']) {
    expect(displayed(new Decimal('1'), rounding)).toBeUndefined();
  }
});
