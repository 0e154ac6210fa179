import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../../src/input/xlsx/cell-text.js';
import { cellPlace, cellRange } from '../../../src/input/xlsx/cell-place.js';
import { columnLetters } from '../../../src/diagnostics/sheet-place.js';
import { showsDate } from '../../../src/input/xlsx/number-formats.js';
import { billSheet, quantityOf, STYLES, told, workbookBom } from './sheets.js';

describe('numbers', () => {
  it.each([
    // What Excel stores of 0.1 + 0.2 and of 12.3, and shows: 15 digits.
    ['0.30000000000000004', '0.3'], ['12.299999999999999', '12.3'], ['1.2299999999999999E+1', '12.3'], ['4.9406564584124654E-20', '0.0000000000000000000494065645841247'],
    ['0.1', '0.1'], ['2.50', '2.50'], ['100', '100'], ['-0.5', '-0.5'], ['1E-3', '1E-3'], ['0', '0'],
    // Half to even on the 15th digit: …4|5 stays, …5|5 goes up.
    ['0.1234567890123445', '0.123456789012344'], ['0.1234567890123455', '0.123456789012346'],
    // Whole numbers as they stand, codes among them.
    ['12345678901234567', '12345678901234567'], ['0.123456789012345', '0.123456789012345'],
    ['x.1234567890123456', 'x.1234567890123456'], ['1.12345678901234567E+999', '1.12345678901234567E+999'],
  ])('%s reads %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('of at most 15 digits come back from the 17 that a file holds of them', () => {
    const typed = fc.tuple(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: 1, max: 14 }))
      .map(([digits, places]) => `${String(digits).padStart(places + 1, '0').slice(0, -places)}.${String(digits).padStart(places + 1, '0').slice(-places)}`);
    fc.assert(fc.property(typed, (text) => {
      const stored = Number(text).toPrecision(17);
      // Both without the zeros at the end.
      const bare = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/u, '') : decimal);
      expect(bare(numberText(stored))).toBe(bare(text));
    }), { numRuns: 500 });
  });

  it('keep their point where texts are written with a comma', () => {
    const sheet = billSheet([
      ['a', { number: '1.234' }, 'kg', 'f'], ['b', '1,5', 'kg', 'f'], ['c', '1.234', 'kg', 'f'], ['d', { number: '2' }, 'kg', 'f'],
    ]);
    expect(workbookBom([sheet]).bom?.lines.map(({ quantity }) => quantity.text)).toEqual(['1.234', '1.5', '1234', '2']);
    expect(quantityOf({ number: '1.234' }, { decimalMark: ',' })).toBe('1.234');
    expect(quantityOf('1,234')).toEqual(['number-unclear Sheet1!2:2']);
    expect(quantityOf('1,234', { decimalMark: ',' })).toBe('1.234');
    expect(quantityOf('12.5')).toBe('12.5');
    const losses = ['1,234', { number: '1.234' }, '1,234'].map((loss) => [...['a', { number: '1' }, 'kg', 'f'], 'of_output', loss]);
    const rows = [['item', 'quantity', 'unit', 'factor', 'loss_basis', 'distance_km', 'transport'], ...losses.map((row) => [...row, 'truck'])];
    const { bom } = workbookBom([{ name: 'A', rows: rows.map((row) => row.filter((cell) => cell !== 'of_output' && cell !== 'loss_basis')) }], { decimalMark: ',' });
    expect(bom?.lines.map(({ leg }) => leg?.distance.text)).toEqual(['1.234', '1.234', '1.234']);
    const grouped = workbookBom([{ name: 'A', rows: rows.map((row) => row.filter((cell) => cell !== 'of_output' && cell !== 'loss_basis')) }], { decimalMark: '.' });
    expect(grouped.bom?.lines.map(({ leg }) => leg?.distance.text)).toEqual(['1234', '1.234', '1234']);
  });

  it.each([
    ['a text', 'lots', 'number-invalid'], ['a formula in words', '=1+1', 'cell-formula'], ['a boolean', { type: 'b', inside: '<v>1</v>' }, 'number-invalid'],
    ['no number at all', { number: 'NaN' }, 'number-invalid'], ['one out of all bounds', { number: '1E+300' }, 'number-out-of-range'],
    ['an error', { type: 'e', inside: '<f>1/0</f><v>#DIV/0!</v>' }, 'cell-error'], ['an error without a name', { type: 'e', inside: '' }, 'cell-error'],
    ['a date', { number: '45721', style: 1 }, 'cell-date'], ['a date of a format of its own', { number: '45721.5', style: 3 }, 'cell-date'],
    ['a date in letters', { type: 'd', inside: '<v>2024-03-05</v>' }, 'cell-date'],
    ['a date that a formula gives', { number: '45721', style: 1, formula: 'TODAY()' }, 'cell-date'],
    ['nothing', { type: '', inside: '' }, 'cell-missing'], ['an empty value', { type: '', inside: '<v></v>' }, 'cell-missing'],
    ['a formula', { number: '2', formula: 'B1*2' }, 'cell-formula-value'], ['a shared formula', { type: '', inside: '<f t="shared" si="0"/><v>2</v>' }, 'cell-formula-value'],
    ['a formula that gives text', { type: 'str', inside: '<f>A1</f><v>2</v>' }, 'cell-formula-value'],
    ['a formula never computed', { type: '', inside: '<f>B1*2</f>' }, 'cell-formula'],
    ['a formula with an empty number', { type: '', inside: '<f>B1*2</f><v/>' }, 'cell-formula'],
    ['a date never computed', { type: '', inside: '<f>TODAY()</f>', style: 1 }, 'cell-formula'],
  ] as const)('refuses %s as a quantity', (_, cell, code) => {
    expect(quantityOf(cell)).toEqual([`${code} Sheet1!2:2`]);
  });

  it('shown in other ways are numbers', () => {
    // As a percentage, in days, and in a format with literal letters.
    for (const style of [0, 2, 4, 5]) expect(quantityOf({ number: '0.25', style })).toBe('0.25');
  });
});

describe('formulas', () => {
  const allowed = { allowFormulas: true };

  it('count as their stored values where that is allowed, and the report can say so', () => {
    expect(quantityOf({ number: '2.5', formula: 'B1*2' }, allowed)).toBe('2.5');
    expect(quantityOf({ type: 'str', inside: '<f>A1</f><v>2.5</v>' }, allowed)).toBe('2.5');
    expect(quantityOf({ type: 'e', inside: '<f>1/0</f><v>#DIV/0!</v>' }, allowed)).toEqual(['cell-error Sheet1!2:2']);
    expect(quantityOf({ type: '', inside: '<f>B1*2</f>' }, allowed)).toEqual(['cell-formula Sheet1!2:2']);
    const row = (cell: { number: string; formula?: string }): ReturnType<typeof billSheet> => billSheet([['steel', cell, 'kg', 'f']]);
    expect(workbookBom([row({ number: '2', formula: 'A1' })], allowed).bom?.input.formulas).toBe('stored');
    expect(workbookBom([row({ number: '2' })], allowed).bom?.input).not.toHaveProperty('formulas');
  });

  it('of an array stand for every cell of it', () => {
    const array = { type: '', inside: '<f t="array" ref="B2:B3">A1:A2*2</f><v>2</v>' };
    const bare = { number: '4' };
    const rows = [['a', array, 'kg', 'f'], ['b', bare, 'kg', 'f'], ['c', bare, 'kg', 'f']];
    expect(told(workbookBom([billSheet(rows)]).problems)).toEqual(['cell-formula-value Sheet1!2:2', 'cell-formula-value Sheet1!3:2']);
    expect(workbookBom([billSheet(rows)], allowed).bom?.lines).toHaveLength(3);
  });

  it('may give texts; an error or a date is refused there too', () => {
    const item = (cell: object): string[] => told(workbookBom([billSheet([[cell as never, { number: '2' }, 'kg', 'f']])], {}, { styles: STYLES }).problems);
    expect(item({ type: 'str', inside: '<f>A1&amp;"x"</f><v>steel</v>' })).toEqual([]);
    expect(item({ type: 'e', inside: '<v>#N/A</v>' })).toEqual(['cell-error Sheet1!2:1']);
    expect(item({ number: '45721', style: 1 })).toEqual(['cell-date Sheet1!2:1']);
    // A formula that gives nothing leaves the cell blank.
    expect(item({ type: 'str', inside: '<f>IF(1,"","")</f><v></v>' })).toEqual(['cell-missing Sheet1!2:1']);
  });

  it('that give nothing below the bill make no lines', () => {
    const nothing = { type: 'str', inside: '<f>IF(A9="","",A9)</f><v></v>' };
    const { bom } = workbookBom([billSheet([['steel', { number: '2' }, 'kg', 'f'], [nothing, nothing, nothing, nothing]])]);
    expect(bom?.lines).toHaveLength(1);
  });
});

describe('showsDate', () => {
  it.each(['m/d/yyyy', 'yyyy"年"m"月"d"日"', '[h]:mm:ss', '[mm]', 'hh:mm AM/PM', '[$-804]yyyy/m/d', 'd', '0.0;yyyy', 'aaaa d'])('%s does', (format) => {
    expect(showsDate(format)).toBe(true);
  });
  it.each([
    'General', '0.00', '#,##0.00', '0.00E+00', '0%', '@', '"day"0', '0\\d', '[Red]0;[Blue]-0', '_-* #,##0.00_-', '[$￥-804]#,##0', '_m0_d', '0" kg/m²"', '# ?/?',
    'General" kg"', '[DBNum1][$-804]General',
  ])('%s does not', (format) => {
    expect(showsDate(format)).toBe(false);
  });
});

describe('cell places', () => {
  it('go from letters to numbers and back', () => {
    // 26 × 26 + 26 + 1 = 703 is AAA; XFD is the last of Excel, 16384.
    expect(['A1', 'Z9', 'AA10', 'AZ1', 'BA1', 'ZZ1', 'AAA1', 'XFD1048576'].map((text) => cellPlace(text)?.column)).toEqual([1, 26, 27, 52, 53, 702, 703, 16_384]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      expect(cellPlace(`${columnLetters(column)}7`)).toEqual({ row: 7, column });
    }));
    expect(['', 'A', '1', 'A0', 'a1', '$A$1', 'A1:B2', 'XFE1', 'A1048577', 'AAAA1', 'R1C1'].map(cellPlace)).toEqual(Array(11).fill(undefined));
    expect(cellRange('B2:C9')).toEqual({ from: { row: 2, column: 2 }, to: { row: 9, column: 3 } });
    expect(cellRange('B2')).toEqual({ from: { row: 2, column: 2 }, to: { row: 2, column: 2 } });
    expect(cellRange('B:C')).toBeUndefined();
  });
});
