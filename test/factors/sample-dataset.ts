import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { openCsv } from '../../src/factors/csv-dataset.js';
import type { Dataset } from '../../src/factors/dataset.js';
import { FACTOR_COLUMNS, GASES_COLUMN, type FactorColumn } from '../../src/factors/factor.js';
import { FaultWatch } from '../../src/input/fault-watch.js';

export type SampleRow = Partial<Record<FactorColumn | typeof GASES_COLUMN, string>>;

/** A row that every rule of the lint accepts, with the cells given. */
export function sampleRow(cells: SampleRow): Record<FactorColumn, string> {
  const blank = Object.fromEntries(FACTOR_COLUMNS.map((column) => [column, ''])) as Record<FactorColumn, string>;
  return {
    ...blank,
    id: 'steel', name: 'Steel', name_zh: '钢', category: 'metal', unit: 'kg', kgco2e: '2', gwp: 'AR6', region: 'GLO',
    year: '2024', source: 'invented', publisher: 'nobody', url: 'https://example.org/', locator: 'row 1',
    licence: 'CC0-1.0', evidence: 'primary',
    ...(cells.gases === undefined ? {} : { kgco2e: '', gwp: '' }),
    ...cells,
  };
}

/** The columns that these rows fill. */
function columnsOf(rows: readonly SampleRow[]): readonly string[] {
  return rows.some(({ gases }) => gases !== undefined) ? [...FACTOR_COLUMNS, GASES_COLUMN] : FACTOR_COLUMNS;
}

export function csvText(rows: readonly SampleRow[], columns: readonly string[] = columnsOf(rows), newline = '\n'): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => {
    const cells = new Map<string, string>(Object.entries(sampleRow(row)));
    return columns.map((column) => cell(cells.get(column) ?? '')).join(',');
  });
  return [columns.join(','), ...lines].join(newline) + newline;
}

export function sampleDataset(name: string, rows: readonly SampleRow[]): Dataset {
  const findings = new Findings();
  const facts = { name, version: '1', title: name, sha256: '' };
  const dataset = openCsv(csvText(rows), { input: `${name}/factors.csv`, facts, replacements: () => [] }, new FaultWatch(findings));
  if (dataset === undefined) throw new Error(JSON.stringify(findings.all()));
  return dataset;
}

export function samplePackage(members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    name: 'sample',
    version: '1.0.0',
    licenses: [{ name: 'CC0-1.0' }],
    sources: [{ title: 'invented' }],
    resources: [{ name: 'factors', path: 'factors.csv' }],
    ...members,
  });
}

const root = mkdtempSync(join(tmpdir(), 'tanji-factors-'));
let folders = 0;
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A dataset on disk; `undefined` leaves the file out. The folder is called `sample`. */
export function datasetFolder(description: string | Uint8Array | undefined, factors: string | Uint8Array | undefined): string {
  folders += 1;
  const folder = join(root, String(folders), 'sample');
  mkdirSync(folder, { recursive: true });
  if (description !== undefined) writeFileSync(join(folder, 'datapackage.json'), description);
  if (factors !== undefined) writeFileSync(join(folder, 'factors.csv'), factors);
  return folder;
}
