import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDataset } from '../support/dataset.js';
import { catalogue, HEADER } from './catalogue.js';
import { folderWith, tanji, type Run } from './run-tanji.js';

const ROWS = [{ id: 'steel', kgco2e: '2' }, { id: 'power', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' }, { id: 'iron', kgco2e: '3', year: '2001' }] as const;
const factors = writeDataset('invented', ROWS);
const PRODUCT = JSON.stringify({
  id: 'all', names: { en: 'all' }, boundary: { type: 'cradle-to-gate' }, unit: { kind: 'declared', amount: '1', unit: 'piece' },
  period: { start: '2024-01-01', end: '2024-12-31' },
});

interface Told {
  readonly product: string;
  readonly exit: number;
  readonly total?: string;
  readonly findings: readonly { readonly code: string }[];
}

function records(text: string): string[] {
  return text.trimEnd().split('\n').map((line) => {
    const { product, exit, total = '-', findings } = JSON.parse(line) as Told;
    return [product, String(exit), total, ...findings.map(({ code }) => code)].join(' ');
  });
}

/** batch, and calc for the product, of the same bill with the same options; calc's total where it gives one. */
function both(cwd: string, ...options: string[]): { batch: (...more: string[]) => Promise<Run>; calc: (root: string) => Promise<string> } {
  return {
    batch: (...more) => tanji(['batch', 'bom.csv', ...options, '--quiet', ...more], { cwd }),
    calc: async (root) => {
      const { exit, stdout } = await tanji(['calc', 'bom.csv', ...options, '--quiet', '--root', root], { cwd });
      return `${root} ${String(exit)} ${stdout === '' ? '-' : (JSON.parse(stdout) as { result: { total: string } }).result.total}`;
    },
  };
}

describe('--mapping', () => {
  it('fills in the factors that it fills in for calc, and tells once of rows that no product needed', async () => {
    const cwd = folderWith({
      'bom.csv': `${HEADER}\na,钢板,1.5,kg,\na,current,4,kWh,power\nb,钢板,2,kg,\nc,glue,1,kg,\n`,
      'mapping.csv': 'item,factor,confirmed\n钢板,steel,yes\nrubber,iron,yes\n',
    });
    const { batch, calc } = both(cwd, '--factors', factors, '--mapping', 'mapping.csv');
    const { exit, stdout } = await batch();
    // 1.5 × 2 + 4 × 0.5; 2 × 2.
    expect([exit, records(stdout)]).toEqual([1, ['a 0 5', 'b 0 4', 'c 2 - factor-unnamed']]);
    expect([await calc('a'), await calc('b'), await calc('c')]).toEqual(['a 0 5', 'b 0 4', 'c 2 -']);
    const { stderr } = await tanji(['batch', 'bom.csv', '--factors', factors, '--mapping', 'mapping.csv', '-o', 'out'], { cwd });
    expect(stderr.match(/note\[mapping-unused\] mapping\.csv:3/gu)).toHaveLength(1);
  });
});

describe('--lock', () => {
  it('changes nothing where it holds; a product that uses another dataset fails as calc does', async () => {
    const cwd = folderWith({ 'bom.csv': `${HEADER}\na,sheet,1,kg,steel\nb,sheet,1,kg,more:gold\n` });
    const more = writeDataset('more', [{ id: 'gold', kgco2e: '7' }]);
    await tanji(['factors', 'lock', '--factors', factors], { cwd });
    const { batch, calc } = both(cwd, '--factors', factors, more, '--lock', 'tanji.lock');
    const { exit, stdout } = await batch();
    expect([exit, records(stdout)]).toEqual([1, ['a 0 2', 'b 2 - dataset-unlocked']]);
    expect([await calc('a'), await calc('b')]).toEqual(['a 0 2', 'b 2 -']);
  });

  it('fails each product where a dataset is not the one that is locked', async () => {
    const cwd = folderWith({ 'bom.csv': `${HEADER}\na,sheet,1,kg,steel\nb,sheet,2,kg,steel\n` });
    await tanji(['factors', 'lock', '--factors', factors], { cwd });
    const other = writeDataset('invented', ROWS.map((row) => ({ ...row, kgco2e: '9' })));
    const { batch, calc } = both(cwd, '--factors', other, '--lock', 'tanji.lock');
    expect(records((await batch()).stdout)).toEqual(['a 2 - dataset-changed', 'b 2 - dataset-changed']);
    expect([await calc('a'), await calc('b')]).toEqual(['a 2 -', 'b 2 -']);
    expect((await batch('--strict', '-o', 'out')).exit).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'tanji.lock']);
  });

  it('that cannot be read ends the run before it begins', async () => {
    const cwd = folderWith({ 'bom.csv': `${HEADER}\na,sheet,1,kg,steel\n`, 'tanji.lock': '{' });
    expect(await both(cwd, '--factors', factors, '--lock', 'tanji.lock').batch('-o', 'out')).toMatchObject({ exit: 2, stdout: '' });
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'tanji.lock']);
  });
});

describe('--deny', () => {
  const cwd = folderWith({ 'bom.csv': `${HEADER}\na,casting,1,kg,iron\nb,sheet,1,kg,steel\n`, 'product.json': PRODUCT });

  it('makes a product of which calc warns fail, and no other', async () => {
    const allowed = both(cwd, '--factors', factors, '--product', 'product.json');
    const { exit, stdout } = await allowed.batch();
    expect([exit, records(stdout)]).toEqual([0, ['a 0 3 factor-old', 'b 0 2']]);
    const { batch, calc } = both(cwd, '--factors', factors, '--product', 'product.json', '--deny', 'factor-old');
    const denied = await batch();
    expect([denied.exit, records(denied.stdout)]).toEqual([1, ['a 1 - factor-old', 'b 0 2']]);
    expect(denied.stderr).toContain('error[factor-old]');
    expect([await calc('a'), await calc('b')]).toEqual(['a 1 -', 'b 0 2']);
  });

  it('of what would be told of every product ends the run before it begins, with the exit code of calc', async () => {
    const { batch, calc } = both(cwd, '--factors', factors, '--deny', 'product-undeclared');
    const { exit, stdout, stderr } = await batch('-o', 'out');
    expect([exit, stdout, await calc('b')]).toEqual([1, '', 'b 1 -']);
    expect(stderr).toContain('error[product-undeclared]');
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'product.json']);
  });
});

describe('--strict', () => {
  it('takes no failure for one that a second reading takes back', async () => {
    // In ranges 1,5 would be no number with a decimal point; the bill as a whole says that it is one with a comma.
    const cwd = folderWith({ 'bom.csv': catalogue(700).replaceAll('"', '').replaceAll('sheet, no', 'sheet no').replaceAll(',', ';').replaceAll('.', ',') });
    const { exit, stderr } = await both(cwd, '--factors', factors, '--strict').batch('-o', 'out');
    expect([exit, stderr]).toEqual([0, '']);
    expect(records(readFileSync(join(cwd, 'out'), 'utf8'))[699]).toBe('product-699 0 985');
  });

  it('does not go on with a run that was not', async () => {
    const cwd = folderWith({ 'bom.csv': `${HEADER}\nb,sheet,x,kg,steel\n`, 'more.csv': `${HEADER}\nc,sheet,"1,kg,steel\n` });
    const call = ['batch', 'bom.csv', 'more.csv', '--factors', factors, '--quiet', '-o', 'out'];
    expect((await tanji(call, { cwd })).exit).toBe(2);
    const run = await tanji([...call, '--resume', '--strict'], { cwd });
    expect([run.exit, /error\[([a-z-]+)\]/u.exec(run.stderr)?.[1]]).toEqual([2, 'journal-other']);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
