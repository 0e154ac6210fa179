import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue, HEADER } from './catalogue.js';
import { ended, folderWith, inventedFactors, start, tanji } from './run-tanji.js';

const factors = inventedFactors();
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PRODUCT = JSON.stringify({
  id: 'all', names: { en: 'all' }, boundary: { type: 'cradle-to-gate' },
  unit: { kind: 'declared', amount: '1', unit: 'piece' },
});
// a: 1 kg × 2 + 3 kWh × 0.5; 围巾: 1234.5678 kg × 2, of which four digits are shown.
const BILL = `${HEADER}\na,sheet,1,kg,steel\nb,sheet,x,kg,steel\na,current,3,kWh,power\n围巾,sheet,1234.5678,kg,steel\n`;
const TABLES = {
  en: [
    'product                              kg CO2e  unit            largest contributions',
    'a                                        3.5  1 piece         sheet',
    'b                                     failed                  number-invalid',
    '围巾                                    2469  1 piece         sheet',
    '',
  ].join('\n'),
  zh: [
    '产品                                 kg CO2e  单位            贡献最大的项目',
    'a                                        3.5  1 piece         sheet',
    'b                                       失败                  number-invalid',
    '围巾                                    2469  1 piece         sheet',
    '',
  ].join('\n'),
};

describe('--summary', () => {
  const cwd = folderWith({ 'bom.csv': BILL });
  const batch = (...more: string[]) => tanji(['batch', 'bom.csv', '--factors', factors, '--quiet', ...more], { cwd });

  it.each(['en', 'zh'] as const)('is a table on stdout instead of records, and beside those in a file: %s', async (lang) => {
    const { stdout: records } = await batch();
    expect(await batch('--summary', '--lang', lang)).toMatchObject({ exit: 1, stdout: TABLES[lang] });
    const out = `out.${lang}`;
    expect(await batch('--summary', '--lang', lang, '-o', out)).toMatchObject({ exit: 1, stdout: TABLES[lang] });
    expect(readFileSync(join(cwd, out), 'utf8')).toBe(records);
  });

  it('has no trailer of a shard in it; the file has', async () => {
    expect((await batch('--summary', '--shard', '1/1', '--lang', 'en')).stdout).toBe(TABLES.en);
    expect((await batch('--summary', '--shard', '1/1', '--lang', 'en', '-o', 'shard')).stdout).toBe(TABLES.en);
    expect(readFileSync(join(cwd, 'shard'), 'utf8')).toBe((await batch('--shard', '1/1')).stdout);
  });

  it('tells totals of whole reports too, on stdout or beside their folder', async () => {
    // A report names no largest contribution.
    const table = TABLES.en.replaceAll('piece         sheet', 'piece');
    expect((await batch('--summary', '--full', '--lang', 'en')).stdout).toBe(table);
    expect((await batch('--summary', '--full', '--lang', 'en', '-o', 'reports/')).stdout).toBe(table);
    expect(existsSync(join(cwd, 'reports', 'a.json'))).toBe(true);
  });

  it('has the rows of before where a run goes on', async () => {
    const cwd = folderWith({ 'bom.csv': catalogue(2000) });
    const call = ['batch', 'bom.csv', '--factors', factors, '--quiet', '--scattered', '--summary', '--lang', 'en', '-o', 'out'];
    const child = start(call, { cwd });
    const exit = ended(child);
    while (child.exitCode === null && !(existsSync(join(cwd, 'out.part')) && statSync(join(cwd, 'out.part')).size > 300_000)) await pause(1);
    child.kill('SIGKILL');
    await exit;
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    const { stdout } = await tanji([...call, '--resume'], { cwd });
    const rows = stdout.trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split(/ +/u).slice(0, 2).join(' '))).toEqual(Array.from({ length: 2000 }, (_, product) => `product-${String(product)} 985`));
  });
});

describe('progress', () => {
  const cwd = folderWith({ 'bom.csv': BILL.replace('b,sheet,x', 'b,sheet,1'), 'product.json': PRODUCT });
  const call = ['batch', 'bom.csv', '--factors', factors, '--product', 'product.json', '-o', 'out'];

  it('is told to nobody where stderr is no terminal', async () => {
    expect(await tanji(call, { cwd })).toEqual({ exit: 0, stdout: '', stderr: '' });
  });

  // A terminal that is none takes a program of the system: script of util-linux.
  const hasScript = (spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '').includes('util-linux');

  it.runIf(hasScript)('is a line at a terminal that takes its own place; --quiet leaves it out', () => {
    const at = (command: string): string => spawnSync('script', ['-qec', command, '/dev/null'], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout;
    const command = [process.execPath, main, ...call].map((word) => `'${word}'`).join(' ');
    // a, b and 围巾.
    expect(at(command)).toMatch(/^\r\u001B\[K100 %, 3 products, \d+\/s, \d+ s\r\n$/u);
    expect(at(`${command} --quiet`)).toBe('');
  });

  it.runIf(hasScript)('stands above the findings', () => {
    writeFileSync(join(cwd, 'bad.csv'), BILL);
    const command = [process.execPath, main, ...call].map((word) => `'${word}'`).join(' ').replace('bom.csv', 'bad.csv');
    const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' } });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^\r\u001B\[K100 %, 3 products, 1 failed, \d+\/s, \d+ s\r\nerror\[number-invalid\] bad\.csv:3:3/u);
  });
});
