import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvText, sampleRow, samplePackage, type SampleRow } from '../factors/sample-dataset.js';
import { FACTOR_COLUMNS } from '../../src/factors/factor.js';
import { emptyFolder, tanji, type Run } from './run-tanji.js';

function dataset(root: string, folder: string, rows: readonly SampleRow[], members: Readonly<Record<string, unknown>> = {}): string {
  mkdirSync(join(root, folder));
  writeFileSync(join(root, folder, 'datapackage.json'), samplePackage(members));
  writeFileSync(join(root, folder, 'factors.csv'), csvText(rows));
  return folder;
}

/** A bill of 3 kg of steel, with two editions of a dataset: 2 and 2.5 kg CO2e/kg. */
function workshop(): string {
  const root = emptyFolder();
  writeFileSync(join(root, 'bom.csv'), 'item,quantity,unit,factor,stage\nbody,3,kg,steel,raw_materials\n');
  dataset(root, 'old', [{ id: 'steel' }, { id: 'glass', name_zh: '玻璃' }]);
  dataset(root, 'new', [{ id: 'steel', kgco2e: '2.5' }, { id: 'glass-2', name_zh: '浮法玻璃' }], {
    version: '2.0.0', replacements: [{ from: 'glass', to: ['glass-2'] }],
  });
  return root;
}

const run = (root: string, ...args: string[]): Promise<Run> => tanji(args, { cwd: root });

describe('tanji factors lock, calc --lock', () => {
  it('writes the same bytes every time, and to stdout the same', async () => {
    const root = workshop();
    expect(await run(root, 'factors', 'lock', '--factors', 'old', 'electricity')).toEqual({ exit: 0, stdout: '', stderr: '' });
    const first = readFileSync(join(root, 'tanji.lock'), 'utf8');
    await run(root, 'factors', 'lock', '-o', 'again.lock', '--factors', 'electricity', './old');
    expect(readFileSync(join(root, 'again.lock'), 'utf8')).toBe(first);
    expect((await run(root, 'factors', 'lock', '-o', '-', '--factors', 'old', 'electricity')).stdout).toBe(first);
    expect(first.endsWith('}\n')).toBe(true);
    expect((JSON.parse(first) as { datasets: { name: string }[] }).datasets.map(({ name }) => name)).toEqual(['electricity', 'sample']);
  });

  it('changes nothing in the report of a bill whose datasets are locked', async () => {
    const root = workshop();
    await run(root, 'factors', 'lock', '--factors', 'old');
    const unlocked = await run(root, 'calc', 'bom.csv', '--factors', 'old');
    expect((await run(root, 'calc', 'bom.csv', '--factors', 'old', '--lock')).stdout).toBe(unlocked.stdout);
    expect((await run(root, 'calc', 'bom.csv', '--lock', 'tanji.lock', '--factors', 'old', 'electricity')).stdout).toBe(unlocked.stdout);
  });

  it('writes nothing where a dataset is not the one locked', async () => {
    const root = workshop();
    await run(root, 'factors', 'lock', '--factors', 'old');
    const before = readdirSync(root);
    const { exit, stdout, stderr } = await run(root, 'calc', 'bom.csv', '--lock', '-o', 'report.json', '--factors', 'new');
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error[dataset-changed] tanji.lock:1:15: the dataset "sample" is version 2.0.0; version 1.0.0 is locked');
    // One blank more in a file is another content, though the version stays.
    writeFileSync(join(root, 'old', 'factors.csv'), `${readFileSync(join(root, 'old', 'factors.csv'), 'utf8')}\n`);
    expect((await run(root, 'calc', 'bom.csv', '--lock', '--factors', 'old')).stderr).toContain('another content');
    expect(readdirSync(root)).toEqual(before);
  });

  it('tells of a changed dataset also where its change is why there is no report', async () => {
    const root = workshop();
    await run(root, 'factors', 'lock', '--factors', 'old');
    writeFileSync(join(root, 'bom.csv'), 'item,quantity,unit,factor,stage\npane,3,kg,glass,raw_materials\n');
    const { exit, stderr } = await run(root, 'calc', 'bom.csv', '--lock', '--factors', 'new');
    expect([exit, [...stderr.matchAll(/error\[([a-z-]+)\]/gu)].map(([, code]) => code)]).toEqual([2, ['factor-not-found', 'dataset-changed']]);
  });

  it('overwrites neither the datasets nor the lock', async () => {
    const root = workshop();
    const table = join(root, 'old', 'factors.csv');
    const before = readFileSync(table, 'utf8');
    const refused = await run(root, 'factors', 'lock', '--factors', 'old', '-o', join('old', 'factors.csv'));
    expect([refused.exit, refused.stderr.includes('output-is-input')]).toEqual([2, true]);
    expect(readFileSync(table, 'utf8')).toBe(before);
    await run(root, 'factors', 'lock', '--factors', 'old');
    expect((await run(root, 'calc', 'bom.csv', '--factors', 'old', '-o', 'tanji.lock', '--lock')).stderr).toContain('output-is-input');
  });

  it('writes no lock where a dataset cannot be used', async () => {
    const root = workshop();
    expect(await run(root, 'factors', 'lock', '--factors', 'old', 'nowhere')).toMatchObject({ exit: 2, stdout: '' });
    expect(readdirSync(root)).not.toContain('tanji.lock');
  });
});

describe('tanji factors diff', () => {
  it('tells what changed, and ends well', async () => {
    const root = workshop();
    const { exit, stdout, stderr } = await run(root, 'factors', 'diff', 'old', 'new');
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe([
      'sample 1.0.0 (2) → sample 2.0.0 (2)', '',
      'new (1)  kg CO2e  unit  name',
      'glass-2        2  kg    Steel', '',
      'changed (1)  column  old  new  change',
      'steel        kgco2e  2    2.5  +0.5 (+25 %)', '',
      'replaced (1)  replaced by  old           new           change',
      'glass         glass-2      2 kg CO2e/kg  2 kg CO2e/kg  0 (0 %)', '',
    ].join('\n'));
    expect((await run(root, 'factors', 'diff', 'old', 'old')).stdout).toContain('no differences');
  });

  it('says the same to machines, as canonical JSON', async () => {
    const root = workshop();
    const { stdout } = await run(root, 'factors', 'diff', 'old', 'new', '--json');
    const content = JSON.parse(stdout) as Record<string, unknown> & { changes: { verb: string; id: string }[] };
    expect(content).toMatchObject({ schema: 'tanji/factors-diff/1', old: { name: 'sample', version: '1.0.0' }, new: { version: '2.0.0' } });
    expect(content.changes.map(({ verb, id }) => [verb, id])).toEqual([['create', 'glass-2'], ['update', 'steel'], ['replace', 'glass']]);
    expect(Object.keys(content)).toEqual(['changes', 'new', 'old', 'schema']);
    expect(stdout.trimEnd()).not.toContain('\n');
  });

  it('tells what that does to a report', async () => {
    const root = workshop();
    await run(root, 'calc', 'bom.csv', '--factors', 'old', '-o', 'report.json');
    const told = await run(root, 'factors', 'diff', 'old', 'new', '--report', 'report.json', '--lang', 'zh');
    // 3 kg × 2 = 6; 3 kg × 2.5 = 7.5
    expect(told.exit).toBe(0);
    expect(told.stdout).toMatch(/^sample:steel\s+1\s+6\s+7\.5\s+\+1\.5\s+\+25$/mu);
    expect(told.stdout).toMatch(/^合计\s+6\s+7\.5\s+\+1\.5\s+\+25$/mu);
    const machine = await run(root, 'factors', 'diff', 'old', 'new', '--report', 'report.json', '--json');
    expect(JSON.parse(machine.stdout)).toMatchObject({ report: { total: { old: '6', new: '7.5', difference: '1.5', not_computable: [] } } });
    expect((await run(root, 'calc', 'bom.csv', '--factors', 'new')).stdout).toContain('"total":"7.5"');
  });

  it('weighs gases as the report did', async () => {
    const root = workshop();
    const columns = [...FACTOR_COLUMNS, 'gases'];
    for (const [folder, gases] of [['old', 'CO2 1'], ['new', 'CO2 3']] as const) {
      const cells = sampleRow({ id: 'steel', kgco2e: '', gwp: '' });
      const row = columns.map((column) => (column === 'gases' ? gases : new Map(Object.entries(cells)).get(column) ?? ''));
      writeFileSync(join(root, folder, 'factors.csv'), `${columns.join(',')}\n${row.join(',')}\n`);
    }
    writeFileSync(join(root, 'new', 'datapackage.json'), samplePackage({ version: '2.0.0' }));
    await run(root, 'calc', 'bom.csv', '--factors', 'old', '--gwp', 'AR5', '-o', 'report.json');
    const { stdout } = await run(root, 'factors', 'diff', 'old', 'new', '--report', 'report.json', '--json');
    // CO2 weighs 1 by definition: 3 kg × 1 = 3, 3 kg × 3 = 9
    expect(JSON.parse(stdout)).toMatchObject({ report: { total: { old: '3', new: '9', difference: '6', percent: '200' } } });
  });

  it('refuses a report that does not hold, or was made with another edition', async () => {
    const root = workshop();
    await run(root, 'calc', 'bom.csv', '--factors', 'old', '-o', 'report.json');
    const other = await run(root, 'factors', 'diff', 'new', 'old', '--report', 'report.json');
    expect([other.exit, other.stdout, other.stderr.includes('report-dataset-other')]).toEqual([2, '', true]);
    writeFileSync(join(root, 'report.json'), readFileSync(join(root, 'report.json'), 'utf8').replace('"total":"6"', '"total":"5"'));
    const edited = await run(root, 'factors', 'diff', 'old', 'new', '--report', 'report.json');
    expect([edited.exit, edited.stdout, edited.stderr.includes('report-digest')]).toEqual([2, '', true]);
    expect((await run(root, 'factors', 'diff', 'old', 'new', '--report', 'nowhere.json')).exit).toBe(2);
  });
});
