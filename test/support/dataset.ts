import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FACTOR_COLUMNS, GASES_COLUMN, type FactorColumn } from '../../src/factors/factor.js';

export type FactorRow = Partial<Record<FactorColumn | typeof GASES_COLUMN, string>> & { readonly id: string };

const FILLED: Partial<Record<FactorColumn | typeof GASES_COLUMN, string>> = {
  name: 'invented', name_zh: '虚构', category: 'test', stage: 'raw_materials', unit: 'kg', kgco2e: '1', gwp: 'AR6',
  region: 'GLO', year: '2024', source: 'invented for a test', publisher: 'tanji', url: 'https://example.org/',
  locator: 'row', licence: 'CC0-1.0', evidence: 'primary',
};

/** Writes a Data Package of invented factors into a new temporary folder and gives its path. */
export function writeDataset(name: string, rows: readonly FactorRow[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'tanji-test-')), name);
  mkdirSync(folder);
  const withGases = rows.some((row) => row.gases !== undefined);
  const columns = [...FACTOR_COLUMNS, ...(withGases ? [GASES_COLUMN] as const : [])];
  const lines = rows.map((row) => {
    const filled = row.gases === undefined ? FILLED : { ...FILLED, kgco2e: '', gwp: '' };
    return columns.map((column) => row[column] ?? filled[column] ?? '').join(',');
  });
  writeFileSync(join(folder, 'factors.csv'), [columns.join(','), ...lines, ''].join('\n'));
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify({
    name, version: '1.0.0', title: name, profile: 'tabular-data-package',
    licenses: [{ name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
    sources: [{ title: 'invented for a test' }],
    resources: [{ name: 'factors', path: 'factors.csv', profile: 'tabular-data-resource', encoding: 'utf-8' }],
  }));
  return folder;
}
