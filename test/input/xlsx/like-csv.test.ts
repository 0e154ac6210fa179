import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bom } from '../../../src/input/bom-line.js';
import { bomOf, faults } from '../reading.js';
import { workbookBom } from './sheets.js';

const COLUMNS = ['product', 'component', 'item', 'stage', 'quantity', 'unit', 'factor', 'loss', 'loss_basis', 'distance_km', 'transport', 'share', 'data', 'uncertainty', 'expect_kgco2e', 'note'];
const NUMBERS = new Set(['quantity', 'loss', 'distance_km', 'share', 'uncertainty', 'expect_kgco2e']);

const NUMBER = fc.constantFrom('0', '0.5', '1E-3', '0.25', '0.05', '0.3141592', '1', '12.75', '1000', '-2');
const SOUND: Readonly<Record<string, readonly string[]>> = {
  product: ['P'], component: ['', 'a/b', '部件'], item: ['steel', '棉 "纱", 32s', ' x ', '<&>'], stage: ['', 'use', '生产'], unit: ['kg', '千克'],
  factor: ['f', 'db:f'], loss: ['5%', '5 ％', '0.1'], loss_basis: ['of_input', '按产出'], distance_km: ['120'], transport: ['truck'], share: ['', '50%'],
  data: ['', 'primary', '实测'], uncertainty: ['', '±10%', '1.1'], quantity: ['2', '１２.５', '1e2'], expect_kgco2e: ['', '3.9'], note: ['', 'any', '-'],
};
const SLIPS: Readonly<Record<string, readonly string[]>> = {
  item: ['', '=A1', 'a\nb'], stage: ['nowhere'], unit: ['kgg', ''], factor: [''], loss: ['', 'much'], loss_basis: [''], distance_km: ['', '-1'], transport: [''],
  data: ['none'], quantity: ['', '=A1', 'NaN', '1;2'], share: ['2'],
};

interface Cell { readonly text: string; readonly isNumber: boolean }

function cellOf(column: string, slips: boolean): fc.Arbitrary<Cell> {
  const words = [...SOUND[column] ?? [''], ...(slips ? SLIPS[column] ?? [] : [])];
  const text = fc.constantFrom(...words).map((each): Cell => ({ text: each, isNumber: false }));
  // Any of the numbers is sound as a quantity; elsewhere some are out of range.
  const mayBeNumber = NUMBERS.has(column) && (slips || column === 'quantity' || column === 'expect_kgco2e');
  return mayBeNumber ? fc.oneof(text, NUMBER.map((each): Cell => ({ text: each, isNumber: true }))) : text;
}

const ROWS = fc.boolean().chain((slips) => fc.array(fc.tuple(...COLUMNS.map((column) => cellOf(column, slips))), { minLength: 1, maxLength: 5 }));

/** What the lines say, the objects behind them spelt out. */
function plain(bom: Bom | undefined): unknown {
  return bom?.lines.map((line) => JSON.parse(JSON.stringify(line, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))) as unknown);
}

it('reads the same lines, and finds the same faults at the same places, as from CSV', () => {
  let sound = 0;
  fc.assert(fc.property(ROWS, fc.boolean(), fc.boolean(), (rows, shared, bare) => {
    const csv = [COLUMNS, ...rows.map((row) => row.map(({ text }) => `"${text.replaceAll('"', '""')}"`))].map((row) => row.join(',')).join('\r\n');
    // A line break in a cell counts as a line of a CSV file, but not as a row of a sheet.
    fc.pre(!csv.replaceAll('\r\n', '').includes('\n'));
    const written = workbookBom([{
      name: 'A', rows: [COLUMNS, ...rows.map((row) => row.map(({ text, isNumber }) => (isNumber ? { number: text } : text)))],
    }], { decimalMark: '.' }, { shared, bare });
    const read = bomOf(csv, { decimalMark: '.' });
    expect(faults(written.problems)).toEqual(faults(read.problems));
    expect(plain(written.bom)).toEqual(plain(read.bom));
    if (read.bom !== undefined) sound += 1;
  }), { numRuns: 300 });
  // Half of them are made to be sound.
  expect(sound).toBeGreaterThan(60);
});
