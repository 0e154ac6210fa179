import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEADER } from './catalogue.js';
import { folderWith, inventedFactors, tanji, type Run } from './run-tanji.js';

const factors = inventedFactors();
const PRODUCT = JSON.stringify({
  id: 'a', names: { en: 'a', zh: 'a' }, boundary: { type: 'cradle-to-gate' }, unit: { kind: 'declared', amount: '2', unit: 'piece' },
});
// a: 1 × 2 + 3 × 0.5 = 3.5. c/d: two of b, 2 × 2 × 2 = 8.
const BILL = `${HEADER}\na,sheet,1,kg,steel\nc/d,part,2,piece,bom:b\nb,sheet,2,kg,steel\na,current,3,kWh,power\n`;

const batch = (cwd: string, ...args: string[]): Promise<Run> => tanji(['batch', 'bom.csv', '--factors', factors, '--quiet', ...args], { cwd });
const calc = (cwd: string, ...args: string[]): Promise<Run> => tanji(['calc', 'bom.csv', '--factors', factors, '--quiet', ...args], { cwd });

function codeIn({ stderr }: Run): string | undefined {
  return /error\[([a-z-]+)\]/u.exec(stderr)?.[1];
}

describe('--full into a folder', () => {
  it('gives each product the file that calc gives it', async () => {
    const cwd = folderWith({ 'bom.csv': BILL });
    expect(await batch(cwd, '--full', '-o', 'reports/')).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'reports']);
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(['a.json', 'b.json', 'c%2Fd.json']);
    for (const [product, name, total] of [['a', 'a.json', '3.5'], ['b', 'b.json', '4'], ['c/d', 'c%2Fd.json', '8']] as const) {
      const written = readFileSync(join(cwd, 'reports', name), 'utf8');
      expect((JSON.parse(written) as { result: { total: string } }).result.total).toBe(total);
      expect(written).toBe((await calc(cwd, '--root', product)).stdout);
      expect((await calc(cwd, '--root', product, '-o', 'calc.json')).exit).toBe(0);
      expect(written).toBe(readFileSync(join(cwd, 'calc.json'), 'utf8'));
    }
  });

  it('takes what the product file declares as calc does', async () => {
    const cwd = folderWith({ 'bom.csv': BILL, 'product.json': PRODUCT });
    mkdirSync(join(cwd, 'reports'));
    // An empty folder needs no separator to be known for one.
    expect((await batch(cwd, '--full', '--product', 'product.json', '-o', 'reports')).exit).toBe(0);
    expect(readFileSync(join(cwd, 'reports', 'a.json'), 'utf8')).toBe((await calc(cwd, '--product', 'product.json')).stdout);
  });

  it('writes no report of a product that fails, but its error record', async () => {
    const cwd = folderWith({ 'bom.csv': `${HEADER}\nx,sheet,one,kg,steel\na,sheet,1,kg,steel\ny,sheet,1,kg,none\n` });
    const { exit, stderr } = await batch(cwd, '--full', '-o', 'reports/');
    expect([exit, stderr.match(/^error\[[a-z-]+\]/gmu)]).toEqual([1, ['error[number-invalid]', 'error[factor-not-found]']]);
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual(['a.json', 'errors.ndjson']);
    const errors = readFileSync(join(cwd, 'reports', 'errors.ndjson'), 'utf8');
    const { stdout } = await batch(cwd);
    expect(errors).toBe(stdout.split('\n').filter((line) => line.includes('"exit":2')).map((line) => `${line}\n`).join(''));
    expect(errors.match(/"product":"[xy]"/gu)).toEqual(['"product":"x"', '"product":"y"']);
    expect((await batch(cwd, '--full', '--strict', '-o', 'strict/')).exit).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'reports']);
  });

  it('is refused before it begins where it cannot be', async () => {
    const cwd = folderWith({ 'bom.csv': BILL, 'file': '' });
    mkdirSync(join(cwd, 'full'));
    writeFileSync(join(cwd, 'full', 'old.json'), 'old');
    for (const [code, ...args] of [
      ['output-not-empty', '--full', '-o', 'full'],
      ['output-not-empty', '--full', '-o', '.'],
      ['output-unwritable', '--full', '-o', 'file/'],
      ['output-unwritable', '--full', '-o', 'none/reports/'],
      ['output-unwritable', '-o', 'reports/'],
      ['usage', '--full', '--shard', '1/2', '-o', 'reports/'],
    ]) {
      const run = await batch(cwd, ...args);
      expect([run.exit, run.stdout, codeIn(run)], args.join(' ')).toEqual([2, '', code]);
    }
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'file', 'full']);
    expect(readdirSync(join(cwd, 'full'))).toEqual(['old.json']);
  });

  it('stands in the folder that is named, also by dots', async () => {
    const cwd = folderWith({ 'bom.csv': BILL });
    mkdirSync(join(cwd, 'deep', 'in'), { recursive: true });
    expect((await tanji(['batch', join('..', '..', 'bom.csv'), '--factors', factors, '--quiet', '--full', '-o', join('..', 'in', '')], { cwd: join(cwd, 'deep', 'in') })).exit).toBe(0);
    expect(existsSync(join(cwd, 'deep', 'in', 'a.json'))).toBe(true);
    expect(readdirSync(join(cwd, 'deep'))).toEqual(['in']);
  });
});
