import { describe, expect, test } from 'vitest';
import { runFactors, type FactorsCommand } from '../../src/cli/factors.js';
import type { Outcome } from '../../src/cli/outcome.js';
import { FACTOR_COLUMNS } from '../../src/factors/factor.js';
import { palette } from '../../src/show/palette.js';
import { csvText, datasetFolder, samplePackage } from '../factors/sample-dataset.js';

const folder = datasetFolder(samplePackage(), csvText([
  { id: 'steel', kgco2e: '2', notes: 'a "quoted" note, with a comma' },
  { id: 'glass', name: 'Glass\u001b[31m', name_zh: '玻璃', kgco2e: '1.25', region: 'CN-ZJ', licence: 'MIT' },
  { id: 'broken', kgco2e: 'x' },
]));

function run(command: FactorsCommand, asked: string[], json: boolean, language: 'en' | 'zh' = 'en'): Outcome {
  return runFactors(command, asked, { factors: [folder], json }, { language, palette: palette(0) });
}

describe('tanji factors', () => {
  test('list --json gives the rows as they stand, each with its dataset', () => {
    const { exit, stdout, problems } = run('list', [], true);
    expect([exit, problems]).toEqual([0, []]);
    const rows = JSON.parse(stdout ?? '') as Record<string, string>[];
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => ['dataset', ...FACTOR_COLUMNS]));
    expect(rows[0]).toMatchObject({ dataset: 'sample', id: 'steel', kgco2e: '2', notes: 'a "quoted" note, with a comma' });
  });

  test('list shows a table that a terminal can take', () => {
    expect(run('list', [], false).stdout).toBe([
      'id             kg CO2e  unit  region  year  name',
      'sample:steel         2  kg    GLO     2024  Steel',
      'sample:glass      1.25  kg    CN-ZJ   2024  Glass·[31m',
      'sample:broken        x  kg    GLO     2024  Steel',
      '',
    ].join('\n'));
  });

  test('search finds by name, in the language of the user', () => {
    expect(run('search', ['玻璃', 'cn-zj'], false, 'zh').stdout).toContain('玻璃');
    expect(JSON.parse(run('search', ['nothing'], true).stdout ?? '')).toEqual([]);
    expect(run('search', ['nothing'], false)).toMatchObject({ exit: 0, summary: 'no factor has all of these words\n' });
  });

  test('show tells what a citation needs', () => {
    const { exit, stdout = '' } = run('show', ['glass'], false);
    expect(exit).toBe(0);
    for (const part of ['1.25 kg CO2e/kg', 'invented', 'nobody', 'https://example.org/', 'row 1', '1.0.0', 'factors.csv:3']) {
      expect(stdout).toContain(part);
    }
    expect(JSON.parse(run('show', ['sample:glass'], true).stdout ?? '')).toMatchObject({ dataset: 'sample', line: 3, kgco2e: '1.25' });
  });

  test('show refuses what it cannot name or read', () => {
    expect(run('show', ['stel'], false)).toMatchObject({ exit: 2, problems: [{ code: 'factor-not-found', args: { candidates: ['steel'] } }] });
    expect(run('show', ['broken'], false)).toMatchObject({ exit: 2, problems: [{ code: 'number-invalid' }] });
    expect(run('show', ['stel'], false).stdout).toBeUndefined();
  });

  test('lint tells every fault, and exits by the gravest', () => {
    const { exit, stdout } = runFactors('lint', [folder], { json: true }, { language: 'en', palette: palette(0) });
    expect(exit).toBe(2);
    expect((JSON.parse(stdout ?? '') as { code: string }[]).map(({ code }) => code)).toEqual(['factor-licence-closed', 'number-invalid']);
    const text = runFactors('lint', [folder], {}, { language: 'en', palette: palette(0) }).stdout ?? '';
    expect(text.split('\n')[0]).toBe('sample 1.0.0 (3)');
    expect(text).toContain('error[factor-licence-closed]');
    expect(text.endsWith('2 errors\n')).toBe(true);
  });

  test('a dataset that cannot be used is refused by every command', () => {
    for (const command of ['list', 'search', 'show', 'lint'] as const) {
      expect(runFactors(command, ['x'], { factors: ['no-such-set'] }, { language: 'en', palette: palette(0) }).exit).toBe(2);
    }
  });
});
