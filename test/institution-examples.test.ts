import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { InstitutionReport, InstitutionSetReport } from '../src/report/institution-report.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist', 'main.js');
const folderOf = (name: string): string => join(ROOT, 'examples', 'institutions', name);

function run(name: string, ...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, 'institution', 'ledger.csv', '--profile', 'institution.json', '--lang', 'en', ...words], {
    cwd: folderOf(name), encoding: 'utf8', maxBuffer: 1 << 26,
  });
}

/** The rows of a ledger without a quoted cell, by an independent reader. */
function rowsOf(name: string): { readonly year: string; readonly carrier: string; readonly amount: bigint; readonly unit: string; readonly origin: string }[] {
  const [header = '', ...lines] = readFileSync(join(folderOf(name), 'ledger.csv'), 'utf8').trim().split('\n');
  const names = header.split(',');
  const at = (cells: readonly string[], ...wanted: readonly string[]): string => cells[names.findIndex((each) => wanted.includes(each))] ?? '';
  return lines.map((line) => {
    const cells = line.split(',');
    return {
      year: at(cells, '周期', 'period').slice(0, 4), carrier: at(cells, '能源品种', 'carrier'), amount: BigInt(at(cells, '数量', 'amount')),
      unit: at(cells, '单位', 'unit'), origin: at(cells, '来源', 'origin'),
    };
  });
}

const sumOf = (name: string, year: string, origin: string, carrier?: string): bigint => rowsOf(name)
  .filter((row) => row.year === year && row.origin === origin && (carrier === undefined || row.carrier === carrier))
  .reduce((sum, { amount }) => sum + amount, 0n);

it('tests every example there is', () => {
  const folders = readdirSync(join(ROOT, 'examples', 'institutions'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(['hospital', 'office', 'synthetic-83']);
});

describe.each(['office', 'hospital'])('example %s', (name) => {
  const report = JSON.parse(readFileSync(join(folderOf(name), 'report.json'), 'utf8')) as InstitutionReport;

  it('gives the committed report byte for byte, and a valid one', () => {
    const { status, stdout, stderr } = run(name);
    expect(stderr).not.toContain('error[');
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(folderOf(name), 'report.json'), 'utf8'));
    expect(spawnSync(process.execPath, [MAIN, 'validate', join(folderOf(name), 'report.json')]).status).toBe(0);
  });

  it('says that it is an illustration and claims no certificate', () => {
    expect(report.institution.names.en ?? '').toMatch(/illustration|office|hospital/u);
    expect(report.metrics.certification).toBeUndefined();
  });
});

describe('the office', () => {
  const { metrics, method } = JSON.parse(readFileSync(join(folderOf('office'), 'report.json'), 'utf8')) as InstitutionReport;
  const [grid, used] = [sumOf('office', '2024', '市电'), sumOf('office', '2024', '光伏自用')];

  it('has the electricity of its rows, and 60 certificates once', () => {
    expect(metrics.energy.electricity_kwh).toBe((grid + used).toString());
    expect(metrics.renewable_share.by_electricity.numerator).toBe((used + 60_000n).toString());
  });

  it('has both views of scope 2', () => {
    // 0.4974 and 0.6096 kg/kWh, in ten-thousandths
    const kg = (kwh: bigint, factor: bigint): number => Number(kwh * factor) / 10_000;
    expect(Number(metrics.emissions.scope_2.location_based)).toBeCloseTo(kg(grid, 4974n), 6);
    expect(Number(metrics.emissions.scope_2.market_based)).toBeCloseTo(kg(grid - 60_000n, 6096n), 6);
  });

  it('names what of DB33/T 2515-2022 nobody has found', () => {
    expect(method.rule.id).toBe('db33-t-2515-2022');
    expect(method.rule.not_found.length).toBeGreaterThan(0);
  });
});

describe('the hospital', () => {
  const { metrics } = JSON.parse(readFileSync(join(folderOf('hospital'), 'report.json'), 'utf8')) as InstitutionReport;

  it('has steam, refrigerant and the scope 3 items given', () => {
    const steam = sumOf('hospital', '2024', 'heat');
    const electricity = sumOf('hospital', '2024', 'grid') + 600_000n;
    // 110 kg/GJ; grid and green power × 0.4974
    expect(Number(metrics.emissions.scope_2.location_based)).toBeCloseTo(Number(steam * 110n) + Number(electricity * 4974n) / 10_000, 4);
    expect(Number(metrics.emissions.scope_3)).toBeGreaterThan(0);
    expect(metrics.offsets.kgco2e).toBe('500000');
    expect(metrics.claim.level).toBe('none');
  });

  it('moves no boundary by a green-power contract', () => {
    expect(metrics.change?.boundary).toBe('0');
  });
});

describe('the synthetic set of 83', () => {
  it('gives the committed table, and the figures the reference case has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tanji-test-'));
    const { status } = run('synthetic-83', '-o', join(folder, 'set.json'), '--csv', join(folder, 'table.csv'), '--quiet');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'table.csv'), 'utf8')).toBe(readFileSync(join(folderOf('synthetic-83'), 'institutions.csv'), 'utf8'));
    const set = JSON.parse(readFileSync(join(folder, 'set.json'), 'utf8')) as InstitutionSetReport;
    expect(spawnSync(process.execPath, [MAIN, 'validate', join(folder, 'set.json')]).status).toBe(0);
    const { aggregate } = set;
    expect(aggregate.institutions).toBe(83);
    // 15,500,000 kWh × 0.7035
    expect(aggregate.avoided).toEqual({ kwh: '15500000', kgco2e: '10904250' });
    const used = [sumOf('synthetic-83', '2023', '光伏自用'), sumOf('synthetic-83', '2022', '光伏自用')];
    const all = used.map((pv, index) => pv + sumOf('synthetic-83', index === 0 ? '2023' : '2022', '市电'));
    expect(aggregate.electricity_kwh).toBe(all[0]?.toString());
    expect(Number(aggregate.renewable_share.by_electricity.weighted)).toBeCloseTo(Number(used[0]) / Number(all[0]), 12);
    expect(Number(aggregate.renewable_share.by_electricity.baseline_weighted)).toBeCloseTo(Number(used[1]) / Number(all[1]), 12);
    // 3.7 % and 7.9 % as published for 83 institutions; these are made to show it, and say so
    expect(Number(aggregate.renewable_share.by_electricity.baseline_plain)).toBeCloseTo(0.037, 3);
    expect(Number(aggregate.renewable_share.by_electricity.plain)).toBeCloseTo(0.079, 3);
  });
});
