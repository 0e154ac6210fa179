import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../support/zip-writer.js';
import { fixture, importBytes, importPath } from './importing.js';

const GLASS = 'processes/a1b2c3d4-0000-4000-8000-000000000021.json';
const CUTTING = 'processes/a1b2c3d4-0000-4000-8000-000000000022.json';
const CATEGORY = 'lcia_categories/00000000-0000-4000-8000-000000000070.json';
const RESULT = 'results/00000000-0000-4000-8000-000000000031.json';

/** The package of schema 2 without its unit process, one file changed. */
function changed(name: string, from: string | RegExp, to: string, request: { unit?: string; impact?: string } = {}) {
  const root = fixture('openlca-2');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((one) => one.replaceAll('\\', '/'));
  const files = names.filter((one) => one.endsWith('.json') && one !== CUTTING).map((one) => {
    const text = readFileSync(join(root, one), 'utf8');
    if (one === name) expect(text).toMatch(from);
    return { name: one, content: one === name ? text.replace(from, to) : text };
  });
  return importBytes('db.zip', zipOf(files), request);
}

describe.each(['openlca-1', 'openlca-2'])('importing %s', (name) => {
  test('sums the elementary exchanges of a system process, and lists unit processes', async () => {
    const { rows, exit, told } = await importPath(fixture(name), { allowSkips: true });
    expect([exit, told]).toEqual([0, ['import-row-skipped: import-unit-process']]);
    // (1.5 × 1 + 20 g × 29.8 ÷ 1000 + 0.001 × 273 + 0.1 × −1) ÷ 2 kg = (1.5 + 0.596 + 0.273 − 0.1) ÷ 2
    expect(rows.get('glass-flat-a1b2c3d4')).toMatchObject({
      name: 'Glass, flat', category: 'Glass', unit: 'kg', kgco2e: '1.1345', gwp: 'unknown', region: 'CN', year: '2022',
      valid_from: '2022-01-01', valid_to: '2026-12-31', publisher: 'Invented Glass Co', stage: '', evidence: 'primary',
    });
  });

  test('writes nothing unless told to leave out what it lists', async () => {
    const { exit, told, files } = await importPath(fixture(name));
    expect([exit, told, files]).toEqual([1, ['import-row-refused: import-unit-process'], undefined]);
  });
});

describe('importing an openLCA package', () => {
  test('takes a result per its reference flow', () => {
    // 0.9 ÷ 0.5 kg
    expect(changed(RESULT, '0.9', '0.90').rows.get('glass-bottle-00000000')).toMatchObject({ unit: 'kg', kgco2e: '1.8' });
  });

  test('keeps digits that no JavaScript number holds', () => {
    expect(changed(RESULT, '0.9', '0.12345678901234567890123').rows.get('glass-bottle-00000000')?.kgco2e).toBe('0.24691357802469135780246');
  });

  test.each([
    ['a unit of the amount that does not convert', GLASS, /"@id": "[^"]*a002",\s+"name": "g"/u, '"@id": "z", "name": "MJ"', 'import-flow-uncountable'],
    ['a product among the inputs', GLASS, /"flowType": "ELEMENTARY_FLOW"/u, '"flowType": "PRODUCT_FLOW"', 'import-unit-process'],
    ['a flow whose type is not known', GLASS, /"flowType": "ELEMENTARY_FLOW"/u, '"flowType": "x"', 'import-unit-process'],
    ['no reference', GLASS, /"isQuantitativeReference": true/u, '"isQuantitativeReference": false', 'import-unit-process'],
    ['an amount that is none', GLASS, /"amount": 1\.5/u, '"amount": "1,5"', 'number-invalid'],
    ['no amount', GLASS, /"amount": 1\.5/u, '"amount": null', 'cell-missing'],
    ['an exponent without end', GLASS, /"amount": 1\.5/u, '"amount": 1.5e999', 'number-out-of-range'],
    ['a reference of nothing', GLASS, /"amount": 2\.0/u, '"amount": 0', 'number-outside'],
    ['a flow on both sides', GLASS, /000000000002",\s+"name": "Methane, fossil"/u, '000000000004", "name": "Methane, fossil"', 'import-flow-uncountable'],
    ['a regional factor', CATEGORY, /"value": 29\.8/u, '"location": {"@id": "x"}, "value": 29.8', 'import-flow-uncountable'],
    ['a factor for another property', CATEGORY, /b001(?=[^]*?29\.8)|b001/u, 'b999', 'import-flow-uncountable'],
    ['a factor without a value', CATEGORY, /"value": 29\.8/u, '"value": "?"', 'number-invalid'],
    ['broken JSON', GLASS, /"@type": "Process",/u, '"@type" "Process",', 'json-invalid'],
    ['a member twice', GLASS, /"@type": "Process",/u, '"@type": "Process", "@type": "Process",', 'json-invalid'],
    ['a result without a reference flow', RESULT, /"isRefFlow": true/u, '"isRefFlow": false', 'import-unit-missing'],
    ['a result of another category', RESULT, /000000000070",\s+"name": "Climate change"/u, '000000000071", "name": "Acidification"', 'import-result-missing'],
  ])('refuses %s', (_, name, from, to, code) => {
    const { told } = changed(name, from, to);
    expect(told).toEqual([`import-row-refused: ${code}`]);
  });

  test('converts units that stand in no unit group of the package', () => {
    const { rows } = changed(GLASS, /"@id": "[^"]*a002"/u, '"@id": "z"');
    expect(rows.get('glass-flat-a1b2c3d4')?.kgco2e).toBe('1.1345');
  });

  test('refuses an impact category that is not in kg CO2e', () => {
    const { told } = changed(CATEGORY, /kg CO2 eq\./u, 'kg SO2 eq.');
    expect(told).toEqual(['import-row-refused: import-result-unit']);
  });

  test('asks which impact category is meant, and takes it by name or id', () => {
    expect(changed(CATEGORY, 'Climate change', 'GWP 100').told).toEqual(['import-impact-unclear']);
    expect(changed(CATEGORY, 'Climate change', 'GWP 100', { impact: 'gwp 100' }).ids).toContain('glass-flat-a1b2c3d4');
    expect(changed(CATEGORY, 'Climate change', 'GWP 100', { impact: '00000000-0000-4000-8000-000000000070' }).ids).toContain('glass-flat-a1b2c3d4');
  });

  test('refuses a column mapping', () => {
    const { told } = importBytes('p.json', '{"@type": "Process", "@id": "x"}', { columns: { name: 'c.json', bytes: new Uint8Array() } });
    expect(told).toContain('option-unfit');
  });
});
