import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from '../support/xlsx-writer.js';
import { folderWith, inventedFactors, tanji } from './run-tanji.js';

const EXAMPLE = fileURLToPath(new URL('../../examples/t-shirt/', import.meta.url));
const factors = inventedFactors();
const BILL = xlsxOf([{
  name: 'Bill 1',
  rows: [['item', 'quantity', 'unit', 'factor', 'loss', 'loss_basis'], ['body', { number: '1.5' }, 'kg', 'steel', { number: '0.25' }, 'of_input']],
}]);

interface Report {
  readonly result: { readonly total: string };
  readonly inputs: readonly object[];
  readonly inventory: { readonly contributions: readonly { readonly place: object; readonly steps: readonly { readonly place?: object }[] }[] };
}

describe('tanji calc of a workbook', () => {
  it('gives a report that holds, with places that spreadsheets know', async () => {
    const folder = folderWith({ 'bom.xlsx': BILL });
    const { exit, stdout, stderr } = await tanji(['calc', 'bom.xlsx', '--factors', factors, '--quiet'], { cwd: folder });
    expect([exit, stderr]).toEqual([0, '']);
    const report = JSON.parse(stdout) as Report;
    // 1.5 kg ÷ (1 − 0.25) × 2
    expect(report.result.total).toBe('4');
    expect(report.inputs[0]).toMatchObject({ name: 'bom.xlsx', encoding: 'xlsx', decimal_mark: '.', sheet: 'Bill 1', rows: 1 });
    const [contribution] = report.inventory.contributions;
    expect(contribution?.place).toEqual({ input: 'bom.xlsx', sheet: 'Bill 1', line: 2, column: 2 });
    expect(contribution?.steps[0]?.place).toEqual({ input: 'bom.xlsx', sheet: 'Bill 1', line: 2, column: 5 });
    expect((await tanji(['validate', '-'], { stdin: stdout })).exit).toBe(0);
    const explained = await tanji(['explain', '-', '--line', '2'], { stdin: stdout });
    expect(explained.stdout).toContain("bom.xlsx:'Bill 1'!B2");
    expect(explained.stdout).toContain("bom.xlsx:'Bill 1'!E2");
  });

  it('is told by the content, whatever the name, also on stdin', async () => {
    const folder = folderWith({ 'bom.csv': BILL });
    for (const args of [['calc', 'bom.csv'], ['calc', '-']]) {
      const { exit, stdout } = await tanji([...args, '--factors', factors, '--quiet'], { cwd: folder, stdin: args[1] === '-' ? BILL : '' });
      expect(exit).toBe(0);
      expect((JSON.parse(stdout) as Report).result.total).toBe('4');
    }
  });

  it('gives the total of the same bill in CSV', async () => {
    const rows: string[][] = parse(readFileSync(`${EXAMPLE}bom.csv`), { bom: true });
    const quantity = rows[0]?.indexOf('quantity') ?? -1;
    const sheet = rows.map((row, index) => row.map((text, cell) => (index > 0 && cell === quantity ? { number: text } : text)));
    const folder = folderWith({ 'bom.xlsx': xlsxOf([{ name: 'BOM', rows: sheet }], { shared: true }) });
    const total = async (bom: string): Promise<string> => {
      const { stdout } = await tanji(['calc', bom, '--product', `${EXAMPLE}product.json`, '--quiet'], { cwd: folder });
      return (JSON.parse(stdout) as Report).result.total;
    };
    expect(await total('bom.xlsx')).toBe(await total(`${EXAMPLE}bom.csv`));
  });

  it('reads the sheet that is named, and tells it with each fault', async () => {
    const sheets = ['2023', '2024'].map((name) => ({ name, rows: [['item', 'quantity', 'unit', 'factor'], ['a', 'lots', 'kg', 'steel']] }));
    const folder = folderWith({ 'bom.xlsx': xlsxOf(sheets) });
    const { exit, stderr } = await tanji(['calc', 'bom.xlsx', '--sheet', '2024', '--factors', factors], { cwd: folder });
    expect(exit).toBe(2);
    // A name that begins with a digit stands in quotation marks, as in spreadsheets.
    expect(stderr).toContain("error[number-invalid] bom.xlsx:'2024'!B2: ");
  });
});
