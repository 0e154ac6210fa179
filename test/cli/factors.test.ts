import { describe, expect, test } from 'vitest';
import { showGwp } from '../../src/cli/factors-gwp.js';
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

describe('tanji factors gwp', () => {
  test('tells a gas with the source of each value', () => {
    const { exit, stdout = '' } = showGwp('六氟化硫', {}, 'en');
    expect(exit).toBe(0);
    for (const part of ['Sulfur hexafluoride', 'SF6', '2551-62-4', '25200', '24300', 'IPCC AR5 WG1 chapter 8, table 8.A.1']) expect(stdout).toContain(part);
    expect(showGwp('SF6', {}, 'zh').stdout).toContain('化学式');
  });

  test('tells a blend with its composition, and what it has no value in', () => {
    const lines = (showGwp('r-448a', {}, 'en').stdout ?? '').split('\n').map((line) => line.split(/ {2,}/u));
    expect(lines).toContainEqual(['HFO-1234yf', '0.2', '–', '1', '0.501', '0.501']);
    // AR5: 0.26 × 677 + 0.26 × 3170 + 0.2 × 1 + 0.21 × 1300 + 0.07 × 1 = 176.02 + 824.2 + 0.2 + 273 + 0.07
    expect(lines.find(([first]) => first === 'GWP100')?.slice(0, 3)).toEqual(['GWP100', '–', '1273.49']);
  });

  test('--json', () => {
    expect(JSON.parse(showGwp('R-410A', { json: true }, 'en').stdout ?? '')).toMatchObject({
      blend: 'R-410A',
      components: [{ gas: 'HFC-32', mass_share: '0.5' }, { gas: 'HFC-125', mass_share: '0.5' }],
      values: [{ edition: 'AR4', gwp100: '2087.5' }, { edition: 'AR5', gwp100: '1923.5' }, { edition: 'AR6-2021-SM' }, { edition: 'AR6-2024' }],
      table: { name: 'refrigerants-and-gwp' },
    });
    expect(JSON.parse(showGwp('R-448A', { json: true }, 'en').stdout ?? '')).toMatchObject({
      values: [{ edition: 'AR4', without: ['HFO-1234yf', 'HFO-1234ze(E)'] }, {}, {}, {}],
    });
    expect(JSON.parse(showGwp('N2O', { json: true }, 'en').stdout ?? '')).toMatchObject({
      gas: 'Nitrous oxide', formula: 'N2O', values: [{ edition: 'AR4', gwp100: '298' }, { edition: 'AR5', gwp100: '265' }, {}, {}],
    });
  });

  test('refuses what it does not know, with what is near', () => {
    expect(showGwp('R-410', {}, 'en')).toMatchObject({ exit: 2, problems: [{ code: 'gas-unknown', args: { gas: 'R-410' } }] });
  });
});

describe('tanji factors, of a factor given as gases', () => {
  const gases = datasetFolder(samplePackage(), csvText([{ id: 'leak', unit: 'piece', gases: 'R-410A 0.02; CH4 0.1' }, { id: 'steel', kgco2e: '2' }]));
  const told = (command: FactorsCommand, asked: string[], json: boolean) =>
    runFactors(command, asked, { factors: [gases], json }, { language: 'en', palette: palette(0) }).stdout ?? '';

  test('show gives its value in each edition that has all of them', () => {
    // AR4 0.02 × 2087.5 + 0.1 × 25; AR5 0.02 × 1923.5 + 0.1 × 28; AR6-2021-SM 0.02 × 2255.5 + 0.1 × 27.9; AR6-2024 has no CH4
    const values = [{ edition: 'AR4', kgco2e: '44.25' }, { edition: 'AR5', kgco2e: '41.27' }, { edition: 'AR6-2021-SM', kgco2e: '47.9' }];
    expect(JSON.parse(told('show', ['leak'], true))).toMatchObject({
      id: 'leak', kgco2e: '', gases: [{ gas: 'R-410A', amount: '0.02' }, { gas: 'CH4', amount: '0.1' }], values,
    });
    const card = told('show', ['leak'], false);
    for (const part of ['R-410A 0.02 kg; CH4 0.1 kg', ...values.map(({ edition, kgco2e }) => `${kgco2e} kg CO2e/piece (${edition})`)]) {
      expect(card).toContain(part);
    }
    expect(card).not.toContain('AR6-2024');
  });

  test('list says so instead of an amount, and --json has the cell', () => {
    expect(told('list', [], false)).toMatch(/^sample:leak +gases +piece/mu);
    const rows = JSON.parse(told('list', [], true)) as Record<string, string>[];
    expect(rows.map((row) => row['gases'])).toEqual(['R-410A 0.02; CH4 0.1', undefined]);
  });
});
