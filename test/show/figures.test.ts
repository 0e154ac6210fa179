import { expect, it, test } from 'vitest';
import { bars } from '../../src/show/bar.js';
import { alignedLines } from '../../src/show/columns.js';
import { nameIn, sharePercent, shortAmount, shortPercent } from '../../src/show/figures.js';

it.each([
  ['1.23456', '1.235'], ['1.2345', '1.234'], ['-0.000123456', '-0.0001235'], ['98765.4', '98765'], ['0', '0'], ['1.5', '1.5'],
])('%s in short is %s', (amount, short) => {
  expect(shortAmount(amount)).toBe(short);
});

test('percentages and shares keep one decimal', () => {
  expect(shortPercent('45.7447')).toBe('45.7 %');
  expect(shortPercent('-0.25')).toBe('-0.2 %');
  expect(sharePercent('0.444444')).toBe('44.4 %');
  expect(sharePercent('1')).toBe('100 %');
});

test('bars are drawn to the largest amount', () => {
  // 20 blocks for 4; 1 is a quarter, −2 a half, 0.01 is 0.05 of a block
  expect(bars(['4', '1', '-2', '0.01', '0'])).toEqual(['█'.repeat(20), '█'.repeat(5), '▒'.repeat(10), '▌', '']);
  expect(bars(['0', '0'])).toEqual(['', '']);
  expect(bars([])).toEqual([]);
});

test('a name falls back to the other language', () => {
  expect(nameIn({ zh: '茶', en: 'tea' }, 'en')).toBe('tea');
  expect(nameIn({ en: 'tea' }, 'zh')).toBe('tea');
});

test('paint takes no room in a column', () => {
  const red = (text: string, row: number, column: number): string => (row === 1 && column === 0 ? `\u001b[31m${text}\u001b[39m` : text);
  expect(alignedLines([['long', 'x'], ['a', 'y'], ['', 'z']], ['left', 'left'], red)).toEqual(['long  x', '\u001b[31ma\u001b[39m     y', '      z']);
});
