import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, inventedFactors, tanji, type Run } from './run-tanji.js';

const BILL = 'item,quantity,unit,factor\nbody,1.5,kg,steel\n烧水,0.2,kWh,power\n';
const PRODUCT = JSON.stringify({
  id: 'kettle', names: { en: 'Kettle', zh: '水壶' }, unit: { kind: 'declared', amount: '1', unit: 'piece' },
  boundary: { type: 'cradle-to-gate' },
});
const factors = inventedFactors();

function calc(folder: string, ...more: string[]): Promise<Run> {
  return tanji(['calc', 'bom.csv', '--product', 'product.json', '--factors', factors, ...more], { cwd: folder });
}

interface Content {
  readonly digest: string;
  readonly inputs: readonly { readonly name: string; readonly newline?: string }[];
  readonly result: { readonly total: string };
}

function content({ stdout }: Run): Content {
  return JSON.parse(stdout) as Content;
}

describe('tanji calc', () => {
  it('gives the report and nothing else on stdout', async () => {
    const { exit, stdout, stderr } = await calc(folderWith({ 'bom.csv': BILL, 'product.json': PRODUCT }));
    expect([exit, stderr]).toEqual([0, '']);
    // 1.5 kg × 2 + 0.2 kWh × 0.5
    expect(content({ exit, stdout, stderr }).result.total).toBe('3.1');
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(stdout.trimEnd()).not.toContain('\n');
  });

  it('writes the same bytes with -o, and nothing to stdout', async () => {
    const folder = folderWith({ 'bom.csv': BILL, 'product.json': PRODUCT });
    const { stdout } = await calc(folder);
    expect(await calc(folder, '-o', 'report.json')).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(stdout);
    expect((await calc(folder, '-o', '-')).stdout).toBe(stdout);
  });

  it('gives the same bytes from any folder, in any locale, language, colour and time zone', async () => {
    const folder = folderWith({ 'bom.csv': BILL, 'product.json': PRODUCT });
    mkdirSync(join(folder, 'else', 'where'), { recursive: true });
    const { stdout } = await calc(folder);
    const elsewhere = ['calc', join('..', '..', 'bom.csv'), '--product', join(folder, 'product.json'), '--factors', factors];
    const surroundings = [
      { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' }, { LC_ALL: 'tr_TR.UTF-8', TZ: 'America/St_Johns' },
      { LANG: 'de_DE.UTF-8', TZ: 'Pacific/Kiritimati', FORCE_COLOR: '3' }, { LC_ALL: 'C', NODE_ENV: 'production' },
    ];
    for (const env of surroundings) {
      expect((await tanji(elsewhere, { cwd: join(folder, 'else', 'where'), env })).stdout).toBe(stdout);
    }
  });

  it('reads stdin for -, and names it as the input: nothing else differs', async () => {
    const folder = folderWith({ 'bom.csv': BILL, 'product.json': PRODUCT });
    const file = await calc(folder);
    const piped = await tanji(['calc', '-', '--product', 'product.json', '--factors', factors], { cwd: folder, stdin: BILL });
    expect(piped.exit).toBe(0);
    const renamed = piped.stdout.replaceAll('"input":"stdin"', '"input":"bom.csv"').replace('"name":"stdin"', '"name":"bom.csv"');
    const [own, other] = [content(file).digest, content(piped).digest];
    expect(own).not.toBe(other);
    expect(renamed.replace(other, own)).toBe(file.stdout);
  });

  it('refuses an empty stdin', async () => {
    const { exit, stdout, stderr } = await tanji(['calc', '-', '--factors', factors]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error[file-empty] stdin');
  });

  it('computes the same from LF, CRLF and CR, and says which it was', async () => {
    const [lf, crlf, cr] = await Promise.all(['\n', '\r\n', '\r'].map(async (end) => {
      const run = await calc(folderWith({ 'bom.csv': BILL.replaceAll('\n', end), 'product.json': PRODUCT }));
      return content(run);
    }));
    expect([lf, crlf, cr].map((report) => report?.inputs.find(({ name }) => name === 'bom.csv')?.newline)).toEqual(['LF', 'CRLF', 'CR']);
    for (const other of [crlf, cr]) {
      expect({ ...other, inputs: [], digest: '' }).toEqual({ ...lf, inputs: [], digest: '' });
    }
  });
});
