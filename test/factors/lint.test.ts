import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { severityOf } from '../../src/diagnostics/codes.js';
import { LINT_RULES, lintDataset } from '../../src/factors/lint/lint.js';
import { loadDatasets } from '../../src/factors/open-library.js';
import { isRegion } from '../../src/factors/regions.js';
import { FaultWatch } from '../../src/input/fault-watch.js';
import { sampleDataset, type SampleRow } from './sample-dataset.js';

function lint(...rows: SampleRow[]): string[] {
  const findings = new Findings();
  lintDataset(sampleDataset('sample', rows), findings);
  return findings.all().map(({ code, spot }) => `${code} ${String(spot?.line)}:${String(spot?.column)}`);
}

/** Rows of one category that differ in id and amount. */
function rows(...amounts: SampleRow[]): SampleRow[] {
  return amounts.map((cells, index) => ({ id: `row-${String(index)}`, ...cells }));
}

// Columns by DESIGN section 5: 1 id, 2 name, 7 kgco2e, 11 dluc, 14 region, 15 year, 17 valid_to, 19 source, 20 publisher,
// 21 url, 22 locator, 23 licence, 24 evidence.
describe('factors lint', () => {
  test('accepts a row that has everything', () => {
    expect(lint({})).toEqual([]);
  });

  test('reads every cell', () => {
    expect(lint({ kgco2e: 'two' }, { id: 'other', unit: 'furlongish' })).toEqual(['number-invalid 2:7', 'unit-unknown 3:6']);
  });

  test.each(['Steel', 'steel rod', 'steel:rod', 'steel_rod', '-steel', 'steel--rod', '钢'])('refuses the id %j', (id) => {
    expect(lint({ id })).toEqual(['factor-id-form 2:1']);
  });

  test.each<[keyof SampleRow, number]>([
    ['name', 2], ['region', 14], ['year', 15], ['source', 19], ['publisher', 20], ['url', 21], ['locator', 22],
    ['licence', 23], ['evidence', 24],
  ])('wants a %s', (column, position) => {
    expect(lint({ [column]: '' })).toEqual([`factor-field-missing 2:${String(position)}`]);
  });

  test('knows two words of evidence', () => {
    expect(lint({ evidence: 'secondary' })).toEqual([]);
    expect(lint({ evidence: 'hearsay' })).toEqual(['word-unknown 2:24']);
  });

  test.each(['ecoinvent EULA', 'CC-BY-NC-4.0', 'MIT', 'cc0-1.0'])('refuses the licence %j', (licence) => {
    expect(lint({ licence })).toEqual(['factor-licence-closed 2:23']);
  });

  test.each(['PRC-public-notice', 'OGL-UK-3.0', 'etalab-2.0', 'US-public-domain', 'CC-BY-4.0', 'CC-BY-3.0'])(
    'accepts the licence %j',
    (licence) => {
      expect(lint({ licence })).toEqual([]);
    },
  );

  test.each(['UK', 'Europe', 'cn', 'CN-', 'CN-ZHEJ', 'XX-ZJ', 'RER', ''])('region %j is no region', (region) => {
    expect(isRegion(region)).toBe(false);
  });

  test('accepts countries, subdivisions, the world and the European Union', () => {
    expect(['CN', 'CN-ZJ', 'GB-SCT', 'FR-2A', 'GLO', 'EU'].filter((region) => !isRegion(region))).toEqual([]);
    expect(lint({ region: 'UK' })).toEqual(['factor-region-unknown 2:14']);
  });

  test('compares ages with the newest row', () => {
    // 2024 - 2009 = 15 is still within the limit, 2024 - 2008 = 16 is not.
    expect(lint(...rows({ kgco2e: '1', year: '2024' }, { kgco2e: '2', year: '2009' }, { kgco2e: '3', year: '2008' }))).toEqual(['factor-stale 4:15']);
    expect(lint(...rows({ year: '2008' }, { year: '2008' }))).toEqual([]);
    expect(lint({ year: '2024年' })).toEqual(['number-invalid 2:15']);
  });

  test('wants validity to end after it begins', () => {
    expect(lint({ valid_from: '2025-01-01', valid_to: '2024-12-31' })).toEqual(['dates-reversed 2:17']);
    expect(lint({ valid_from: '2025-01-01', valid_to: '2025-01-01' })).toEqual([]);
  });

  test('notices columns that never change', () => {
    const zeros = rows({ kgco2e: '1', fossil: '1', dluc: '0' }, { kgco2e: '2', fossil: '2', dluc: '0.0' }, { kgco2e: '3', fossil: '3', dluc: '0' });
    expect(lint(...zeros)).toEqual(['factor-column-dead 2:11']);
    expect(lint(...rows({ kgco2e: '5' }, { kgco2e: '5.0' }, { kgco2e: '5' }))).toEqual(['factor-column-dead 2:7']);
    expect(lint(...rows({ kgco2e: '5' }, { kgco2e: '5' }, { kgco2e: '6' }))).toEqual([]);
  });

  describe('compares amounts with their neighbours', () => {
    const four = [{ kgco2e: '1' }, { kgco2e: '2' }, { kgco2e: '3' }, { kgco2e: '4' }];

    test('where one lies a thousandfold above or below the median', () => {
      // The median of 1 2 3 4 x is 3 for a large x and 2 for a small one.
      expect(lint(...rows(...four, { kgco2e: '3000' }))).toEqual([]);
      expect(lint(...rows(...four, { kgco2e: '3000.1' }))).toEqual(['factor-magnitude 6:7']);
      expect(lint(...rows(...four, { kgco2e: '-3001' }))).toEqual(['factor-magnitude 6:7']);
      expect(lint(...rows(...four, { kgco2e: '0.002' }))).toEqual([]);
      expect(lint(...rows(...four, { kgco2e: '0.0019' }))).toEqual(['factor-magnitude 6:7']);
      expect(lint(...rows(...four, { kgco2e: '0' }))).toEqual([]);
    });

    test('in the same unit', () => {
      // 4 kg/g is 4000 kg/kg, more than 1000 × 3; 2500 kg/t is 2.5 kg/kg.
      expect(lint(...rows(...four, { kgco2e: '4', unit: 'g' }))).toEqual(['factor-magnitude 6:7']);
      expect(lint(...rows(...four, { kgco2e: '2500', unit: 't' }))).toEqual([]);
    });

    test('of one category and dimension, five of them at least', () => {
      expect(lint(...rows(...four, { kgco2e: '9000', category: 'gas' }))).toEqual([]);
      expect(lint(...rows(...four, { kgco2e: '9000', unit: 'kWh' }))).toEqual([]);
      expect(lint(...rows(...four.slice(1), { kgco2e: '9000' }))).toEqual([]);
    });
  });

  test('names the codes each rule may give', () => {
    const given = new Findings();
    lintDataset(sampleDataset('sample', [{ id: 'X', year: '', licence: 'MIT', region: 'UK', evidence: 'x', kgco2e: 'y' }]), given);
    const promised = new Set(LINT_RULES.flatMap((rule) => rule.codes));
    for (const { code } of given.all()) expect(promised).toContain(code);
  });
});

test('the country codes are the 249 of ISO 3166-1, each known to ICU', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isRegion);
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
  // and EU, which is reserved
  expect(codes.length).toBe(249 + 1);
});

test('the bundled datasets have no errors', () => {
  const findings = new Findings();
  const datasets = loadDatasets(undefined, new FaultWatch(findings));
  expect(datasets.length).toBeGreaterThan(0);
  for (const dataset of datasets) lintDataset(dataset, findings);
  const errors = findings.all().filter(({ code }) => severityOf(code) === 'error');
  expect(errors.map(({ code, args, spot }) => ({ code, args, input: spot?.input, line: spot?.line }))).toEqual([]);
});
