import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import validate from '../../src/generated/footprint-report.js';
import { FACTOR_COLUMNS, GASES_COLUMN, GWP_SETS } from '../../src/factors/factor.js';
import { BOUNDARIES, GWP_EDITIONS, LABEL_STATUSES } from '../../src/input/product-file.js';
import { DATA_TYPES, LOSS_BASES, STAGES } from '../../src/input/vocabulary.js';
import { reportText, writeReport } from '../../src/report/digest.js';
import { validReport } from './fixtures/valid-report.js';

const text = reportText(writeReport(validReport()));

/** The written report with one member set by its JSON Pointer; undefined deletes it. */
function withMember(pointer: string, value: unknown): unknown {
  const report: unknown = JSON.parse(text);
  const names = pointer.split('/').slice(1);
  const last = names.pop() ?? '';
  const parent = names.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], report) as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true });
  return report;
}

function objectsIn(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([name, member]) => objectsIn(member, `${path}/${name}`));
  return Array.isArray(node) ? below : [path, ...below];
}

describe('the schema of reports', () => {
  test('takes a whole report', () => {
    expect(validate(JSON.parse(text))).toBe(true);
  });

  it.each(objectsIn(JSON.parse(text)))('knows every member of %s', (path) => {
    for (const name of ['unheard_of', '__proto__', 'constructor']) expect(validate(withMember(`${path}/${name}`, 'x'))).toBe(false);
  });

  test('asks for every compulsory member', () => {
    const optional = /^\/(?:period|result\/beyond_boundary)$/;
    for (const path of objectsIn(JSON.parse(text)).filter((pointer) => /^\/[a-z_]*$/.test(pointer) && !optional.test(pointer))) {
      expect(validate(withMember(path, undefined)), path).toBe(false);
    }
    for (const path of [
      '/digest', '/schema', '/result/total', '/result/by_sign/negative', '/label/display/rounding', '/quality/factor_years', '/inventory/assemblies',
      '/inventory/contributions/0/place', '/inventory/contributions/0/steps', '/inventory/contributions/0/origins/aircraft', '/factors/0/kgco2e',
      '/inventory/contributions/0/steps/0/rate', '/inventory/contributions/3/steps/0/assembly', '/inventory/contributions/2/steps/0/from',
    ]) expect(validate(withMember(path, undefined)), path).toBe(false);
  });

  it.each([
    '1e3', '+1', '-0', '-0.00', '01', '.5', '5.', '１', ' 1', '1 ', '1,5', '1_000', '0x10', 'NaN', 'Infinity', '', '1\n', '9'.repeat(401), 1, 1.5, null, ['1'],
  ])('takes %j for no amount', (amount) => {
    expect(validate(withMember('/result/total', amount))).toBe(false);
    expect(validate(withMember('/inventory/contributions/0/quantity', amount))).toBe(false);
    expect(validate(withMember('/inventory/contributions/0/steps/0/rate', amount))).toBe(false);
  });

  it.each(['0', '-1', '0.10', '-0.01', '1.50', '9'.repeat(400)])('takes %s for an amount', (amount) => {
    expect(validate(withMember('/result/total', amount))).toBe(true);
  });

  it.each(['1e-3', '+2', '.5', '5.'])('takes %s for an amount of a dataset, which is cited as it stands', (amount) => {
    expect(validate(withMember('/factors/0/kgco2e', amount))).toBe(true);
  });

  it.each(['1e9999', '=2+3', '２', '1,5', '--1', ''])('but not %j', (amount) => {
    expect(validate(withMember('/factors/0/kgco2e', amount))).toBe(false);
  });

  it.each([['1.000001'], ['-0.1'], ['0.1234567'], ['2']])('takes %s for no share', (share) => {
    expect(validate(withMember('/quality/primary_data_share', share))).toBe(false);
  });

  it.each([
    ['/inventory/contributions/0/place/line', -1], ['/inventory/contributions/0/place/line', 1.5], ['/inputs/0/rows', 2 ** 53],
    ['/digest', 'F'.repeat(64)], ['/period/start', '2024-1-1'], ['/period/start', '2024-13-01'], ['/product/gtin', '690123456789a'],
    ['/product/names', {}], ['/product/id', ' '], ['/label/status', 'blessed'], ['/label/display/rounding', '2 significant digits, half-even'],
    ['/inventory/contributions/0/steps/0/kind', 'magic'], ['/inventory/contributions/3/steps/0/multiply', '2'], ['/factors/0/dataset', 'a:b'],
  ])('refuses %s = %j', (pointer, value) => {
    expect(validate(withMember(pointer, value))).toBe(false);
  });

  test('lists the words that the types list', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/footprint-report.schema.json', import.meta.url), 'utf8')) as {
      $defs: Record<string, { enum?: string[]; properties?: Record<string, { enum?: string[] }> }>;
    };
    const words = (name: string, member?: string) => (member === undefined ? schema.$defs[name]?.enum : schema.$defs[name]?.properties?.[member]?.enum);
    expect(words('stage')).toEqual(STAGES);
    expect(words('data')).toEqual([...DATA_TYPES, 'unstated']);
    expect(words('gwp')).toEqual(GWP_SETS);
    expect(words('boundary', 'type')).toEqual(BOUNDARIES);
    expect(words('label', 'status')).toEqual(LABEL_STATUSES);
    expect(words('method', 'gwp_edition')).toEqual(GWP_EDITIONS);
    expect(words('step', 'basis')).toEqual(LOSS_BASES);
    expect(Object.keys(schema.$defs['factor']?.properties ?? {}).sort()).toEqual(['dataset', GASES_COLUMN, ...FACTOR_COLUMNS].sort());
  });
});
