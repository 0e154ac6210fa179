import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { calc } from '../../src/cli/calc.js';
import { importDataset, type ImportOptions } from '../../src/cli/factors-import.js';
import { runFactors } from '../../src/cli/factors.js';
import type { Outcome } from '../../src/cli/outcome.js';
import { palette } from '../../src/show/palette.js';
import { fixture } from '../factors/import/importing.js';

const root = mkdtempSync(join(tmpdir(), 'tanji-import-'));
afterAll(() => { rmSync(root, { recursive: true, force: true }); });
let made = 0;

function newFolder(): string {
  made += 1;
  const folder = join(root, String(made));
  mkdirSync(folder);
  return folder;
}

function run(input: string, output: string, options: Partial<ImportOptions> = {}): Promise<Outcome> {
  return importDataset(fixture(input), { name: 'ours', datasetVersion: '3', output, ...options }, 'en');
}

const TABLE = { columns: fixture('table/materials.json'), licence: 'bought-2024' };

async function told(folder: string): Promise<string[]> {
  const { stdout } = await runFactors('lint', [folder], { json: true }, { language: 'en', palette: palette(0) });
  return [...new Set((JSON.parse(stdout ?? '') as { code: string }[]).map(({ code }) => code))];
}

async function total(folder: string, bill: string): Promise<unknown> {
  const bom = join(newFolder(), 'bom.csv');
  writeFileSync(bom, bill);
  const { exit, pieces, problems } = await calc(bom, { factors: [folder] }, undefined);
  expect([exit, problems.filter(({ severity }) => severity === 'error')]).toEqual([0, []]);
  return (JSON.parse(Buffer.concat(pieces ?? []).toString('utf8')) as { result: { total: unknown } }).result.total;
}

describe('tanji factors import', () => {
  test('writes a dataset that lint reads and calc uses', async () => {
    const folder = join(newFolder(), 'ours');
    const { exit, summary, problems } = await run('table/materials.csv', folder, TABLE);
    expect([exit, summary, problems]).toEqual([0, '3 factors imported\n', []]);
    // What is bought may be used, not passed on.
    expect(await told(folder)).toEqual(['factor-licence-closed']);
    // 3 kg × 2310.5 ÷ 1000 + 2 kg × 0.92
    expect(await total(folder, 'item,quantity,unit,factor\nbeam,3,kg,m-001\nbase,2,kg,ours:m-002\n')).toBe('8.7715');
  });

  test.each([
    ['ilcd', {}, 'item,quantity,unit,factor\nslab,3,m3,concrete-c30-37-ready-mix-0b5a1c2e-a1-a3\n', '646.5'],
    ['soda4lca/insulation.json', {}, 'item,quantity,unit,factor\nwool,2,m3,mineral-wool-c1d2e3f4-c4\n', '0.325'],
    ['openlca-1', { allowSkips: true }, 'item,quantity,unit,factor,stage\npane,10,kg,glass-flat-a1b2c3d4,raw_materials\n', '11.345'],
  ])('carries %s into a report', async (input, options, bill, expected) => {
    const folder = join(newFolder(), 'ours');
    expect((await run(input, folder, { licence: 'own', ...options })).exit).toBe(0);
    expect(await total(folder, bill)).toBe(expected);
    expect((await told(folder)).filter((code) => code !== 'factor-licence-closed' && code !== 'factor-field-missing')).toEqual([]);
  });

  test('names its input by name and digest, and nothing that changes from run to run', async () => {
    const [one, other] = [join(newFolder(), 'a'), join(newFolder(), 'b')];
    await run('table/materials.csv', one, TABLE);
    await run('table/materials.csv', other, TABLE);
    for (const file of ['datapackage.json', 'factors.csv']) {
      const bytes = readFileSync(join(one, file));
      expect(bytes.equals(readFileSync(join(other, file)))).toBe(true);
      expect(bytes.includes('\r')).toBe(false);
    }
    const sha256 = createHash('sha256').update(readFileSync(fixture('table/materials.csv'))).digest('hex');
    expect(JSON.parse(readFileSync(join(one, 'datapackage.json'), 'utf8'))).toMatchObject({
      name: 'ours', version: '3', licenses: [{ name: 'bought-2024' }], sources: [{ title: 'materials.csv', sha256 }], gwp: ['AR6'],
    });
  });

  test('names a folder by the digest of its sha256sum listing', async () => {
    const folder = join(newFolder(), 'a');
    await run('ilcd', folder);
    const names = readdirSync(fixture('ilcd'), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.xml')).sort();
    const lines = names.map((name) => `${createHash('sha256').update(readFileSync(join(fixture('ilcd'), name))).digest('hex')}  ${name}\n`);
    const { sources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as { sources: unknown };
    expect(sources).toEqual([{ title: 'ilcd', sha256: createHash('sha256').update(lines.join('')).digest('hex') }]);
  });

  test('writes nothing where a row is refused, all but the row where that is allowed', async () => {
    const place = newFolder();
    const refused = await run('openlca-2', join(place, 'x'));
    expect([refused.exit, readdirSync(place)]).toEqual([1, []]);
    const kept = await run('openlca-2', join(place, 'x'), { allowSkips: true });
    expect([kept.exit, kept.summary]).toEqual([0, '2 factors imported, 1 left out\n']);
    expect(kept.problems.map(({ code }) => code)).toEqual(['import-row-skipped']);
    expect(readdirSync(place)).toEqual(['x']);
    expect(readdirSync(join(place, 'x')).sort()).toEqual(['datapackage.json', 'factors.csv']);
  });

  test('takes the place of an empty folder and of nothing else', async () => {
    const place = newFolder();
    mkdirSync(join(place, 'empty'));
    expect((await run('table/materials.csv', join(place, 'empty'), TABLE)).exit).toBe(0);
    expect((await run('table/materials.csv', join(place, 'empty'), TABLE)).problems).toMatchObject([{ code: 'output-not-empty' }]);
    writeFileSync(join(place, 'file'), 'kept');
    expect((await run('table/materials.csv', join(place, 'file'), TABLE)).problems).toMatchObject([{ code: 'output-unwritable' }]);
    expect(readFileSync(join(place, 'file'), 'utf8')).toBe('kept');
    expect((await run('table/materials.csv', join(place, 'no', 'such', 'place'), TABLE)).problems).toMatchObject([{ code: 'output-unwritable' }]);
    expect(readdirSync(place).sort()).toEqual(['empty', 'file']);
  });

  test('refuses a name that no dataset may have, and what is no input', async () => {
    const place = join(newFolder(), 'x');
    expect((await run('table/materials.csv', place, { ...TABLE, name: 'bom' })).problems).toMatchObject([{ code: 'schema-violation' }]);
    expect((await run('table/materials.csv', place, { ...TABLE, name: '../up' })).problems).toMatchObject([{ code: 'schema-violation' }]);
    expect((await run('table', place, { name: 'a' })).problems).toMatchObject([{ code: 'import-format-unknown' }]);
    expect((await run('no-such-file', place)).problems).toMatchObject([{ code: 'file-not-found' }]);
    expect((await run('table/materials.csv', place, { format: 'xlsx' })).problems).toMatchObject([{ code: 'import-format-unknown' }]);
    expect(existsSync(place)).toBe(false);
  });
});
