import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/import-columns.schema.json' with { type: 'json' };
import { FACTOR_COLUMNS } from '../../../src/factors/factor.js';
import { xlsxOf } from '../../support/xlsx-writer.js';
import { fixture, fixtureText, importBytes, importPath, sourceOf } from './importing.js';

const columns = sourceOf('materials.json', fixtureText('table/materials.json'));
const mapping = (members: object): { columns: ReturnType<typeof sourceOf> } => ({ columns: sourceOf('columns.json', JSON.stringify(members)) });
const HEAD = 'id,name,unit,kgco2e,gwp\n';

describe('importing a table', () => {
  test('takes mapped columns and constants, in the words of factors.csv', async () => {
    const { rows, exit, told } = await importPath(fixture('table/materials.csv'), { columns, licence: 'bought' });
    expect([exit, told]).toEqual([0, []]);
    // materials.csv: semicolons, decimal commas: 2.310,5 = 2300,5 + 10.
    expect(rows.get('m-001')).toMatchObject({
      name: 'Steel, hot rolled', name_zh: '热轧钢', category: 'material', stage: 'manufacturing', unit: 't', kgco2e: '2310.5',
      fossil: '2300.5', dluc: '10', gwp: 'AR6', region: 'CN', year: '2023', licence: 'bought', evidence: 'secondary',
      source: 'Invented materials, edition 3', locator: 'materials.csv:2',
    });
    expect(rows.get('m-002')).toMatchObject({ stage: 'raw_materials', unit: 'kg', kgco2e: '0.92', fossil: '' });
    expect(rows.get('m-003')).toMatchObject({ stage: 'distribution', unit: 'tkm', kgco2e: '0.075' });
  });

  test('takes columns called as in factors.csv without a mapping', () => {
    const { rows, exit } = importBytes('a.csv', `${HEAD}steel,Steel,kg,2,AR6\n`);
    expect(exit).toBe(0);
    expect(rows.get('steel')).toMatchObject({ kgco2e: '2', source: 'a.csv', locator: 'a.csv:2', licence: 'not-stated' });
  });

  test('makes ids of names where none is mapped, and blanks of what is not there', () => {
    const { rows } = importBytes('a.csv', 'what,g,per\nBleached  Cotton (é),1.5e-3,kg\n', mapping({ columns: { name: 'what', kgco2e: 'g', unit: 'per' } }));
    expect(rows.get('bleached-cotton-e')).toMatchObject({ name: 'Bleached Cotton (é)', kgco2e: '0.0015', gwp: 'unknown', region: '' });
  });

  test('reads workbooks, numbers and texts alike', () => {
    const book = xlsxOf([{ name: 'Factors', rows: [
      ['No.', 'Material', '材料', 'Life cycle', 'Per', 'kg CO2e', 'of which fossil', 'of which LULUC', 'Region', 'Year'],
      ['A', 'Steel', '钢', 'production', 't', { number: '2310.5' }, undefined, undefined, 'CN', { number: '2023' }],
      ['B', 'Glass', '玻璃', 'production', 'kg', '1,25', undefined, undefined, 'CN', { number: '2023' }],
    ] }]);
    const { rows, exit } = importBytes('book.xlsx', book, { columns });
    expect(exit).toBe(0);
    expect([rows.get('a')?.kgco2e, rows.get('b')?.kgco2e, rows.get('a')?.locator]).toEqual(['2310.5', '1.25', 'book.xlsx:2']);
  });

  test('takes a value that a formula once had only where that is allowed', () => {
    const book = xlsxOf([{ name: 'S', rows: [['id', 'unit', 'kgco2e'], ['a', 'kg', { number: '3', formula: '1+2' }]] }]);
    const plain = { columns: { id: 'id', unit: 'unit', kgco2e: 'kgco2e' } };
    expect(importBytes('b.xlsx', book, mapping(plain)).told).toEqual(['import-row-refused: cell-formula-value']);
    expect(importBytes('b.xlsx', book, { ...mapping(plain), reading: { allowFormulas: true } }).rows.get('a')?.kgco2e).toBe('3');
  });

  test.each([
    ['no number', 'a,A,kg,n/a,AR6', 'number-invalid'],
    ['no amount', 'a,A,kg,,AR6', 'cell-missing'],
    ['a percentage', 'a,A,kg,5%,AR6', 'number-invalid'],
    ['an endless exponent', 'a,A,kg,1e999999,AR6', 'number-out-of-range'],
    ['a comma that may be either', 'a,A,kg,"1,234",AR6', 'number-unclear'],
    ['NaN', 'a,A,kg,NaN,AR6', 'number-invalid'],
    ['an unknown unit', 'a,A,kiol,1,AR6', 'unit-unknown'],
    ['an unclear unit', 'a,A,ton,1,AR6', 'unit-ambiguous'],
    ['an unknown GWP set', 'a,A,kg,1,AR9', 'word-unknown'],
    ['a formula as a name', 'a,=cmd(),kg,1,AR6', 'cell-formula'],
    ['no id', ',A,kg,1,AR6', 'cell-missing'],
    ['a short row', 'a,A,kg', 'row-ragged'],
    ['a cell of 100 001 characters', `a,${'x'.repeat(100_001)},kg,1,AR6`, 'cell-too-long'],
  ])('refuses a row with %s, and keeps the others only when told to', (_, row, code) => {
    const text = `${HEAD}__proto__,proto,kg,1,AR6\n${row}\n`;
    const refused = importBytes('a.csv', text);
    expect(refused.told).toEqual([`import-row-refused: ${code}`]);
    expect([refused.exit, refused.files]).toEqual([1, undefined]);
    expect(refused.problems[0]?.spot).toMatchObject({ input: 'a.csv', line: 3 });
    const kept = importBytes('a.csv', text, { allowSkips: true });
    expect([kept.told, kept.exit, kept.ids]).toEqual([[`import-row-skipped: ${code}`], 0, ['proto']]);
  });

  test('tells every fault of every row in one run', () => {
    const { told } = importBytes('a.csv', `${HEAD}a,A,kiol,x,AR6\nb,B,kg,1,AR6\nb,C,kg,2,AR6\nc,D,kg,y,AR6\n`);
    expect(told).toEqual(['import-row-refused: number-invalid', 'import-row-refused: import-id-twice', 'import-row-refused: number-invalid']);
  });

  test('refuses a split that does not add up', () => {
    const { told } = importBytes('a.csv', 'id,unit,kgco2e,fossil,biogenic\na,kg,3,1,1\n');
    expect(told).toEqual(['import-row-refused: factor-split']);
  });

  test('refuses a mapping that names a column twice, one that is not there, or what no schema knows', () => {
    const table = 'a,b,B \nx,kg,1\n';
    expect(importBytes('t.csv', table, mapping({ columns: { id: 'a', unit: 'b', kgco2e: 'c' } })).told).toEqual(['column-missing']);
    expect(importBytes('t.csv', 'a,b,b\nx,kg,1\n', mapping({ columns: { id: 'a', unit: 'b', kgco2e: 'b' } })).told).toContain('column-duplicate');
    expect(importBytes('t.csv', table, mapping({ columns: { id: 'a', unit: 'b', kgco2e: 'B ', colour: 'a' } })).told).toEqual(['schema-violation']);
    expect(importBytes('t.csv', table, mapping({ columns: { id: 'a', unit: 'b' } })).told).toEqual(['schema-violation']);
    expect(importBytes('t.csv', table, { columns: sourceOf('c.json', '{"columns": }') }).told).toEqual(['json-invalid']);
  });

  test('refuses options that belong to other formats', () => {
    expect(importBytes('a.csv', `${HEAD}a,A,kg,1,AR6\n`, { unit: 'kg', impact: 'x' }).told).toEqual(['option-unfit', 'option-unfit']);
    expect(importBytes('a.csv', `${HEAD}a,A,kg,1,AR6\n`, { reading: { sheet: 'S' } }).told).toEqual(['option-unfit']);
  });

  test('keeps every digit of every amount', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.integer({ min: 1, max: 40 }), (digits, places) => {
      const padded = digits.toString().padStart(places + 1, '0');
      const text = `${padded.slice(0, -places)}.${padded.slice(-places)}`;
      const { rows } = importBytes('a.csv', `${HEAD}a,A,kg,${text},AR6\n`, { reading: { decimalMark: '.' } });
      expect(rows.get('a')?.kgco2e).toBe(text);
    }), { numRuns: 50 });
  });
});

describe('import-columns.schema.json', () => {
  test('has the columns of factors.csv', () => {
    expect(Object.keys(schema.properties.columns.properties)).toEqual([...FACTOR_COLUMNS]);
  });
});
