import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import { readProductFile, type ProductInput } from '../../src/input/read-product-file.js';
import { MOST_VIOLATIONS } from '../../src/input/schema-faults.js';
import { faults, source } from './reading.js';

const SOUND = {
  id: 'shirt',
  names: { zh: '衬衫' },
  unit: { kind: 'declared', amount: '1', unit: 'piece' },
  boundary: { type: 'cradle-to-gate' },
};

function read(content: string | Uint8Array): { read: ProductInput | undefined; problems: Problem[] } {
  const findings = new Findings();
  return { read: readProductFile(source(content, 'product.json'), findings), problems: findings.all() };
}

/** The problems of a sound product file with some members replaced. */
function problemsWith(members: object): Problem[] {
  return read(JSON.stringify({ ...SOUND, ...members }, null, 2)).problems;
}

describe('readProductFile', () => {
  it('reads a whole declaration', () => {
    const product = {
      ...SOUND,
      $schema: 'https://tanji.dev/schemas/product.schema.json',
      model: 'S-1', gtin: '4006381333931', sector: 'textile',
      manufacturer: { name: 'Acme', name_zh: '阿克米', id: '91330000', address: 'Hangzhou', region: 'CN-ZJ' },
      site: { name: 'Mill 2', region: 'CN' },
      boundary: {
        type: 'custom', stages: ['raw_materials', 'manufacturing'], excluded: [{ stage: 'use', reason: 'unknown' }], cut_offs: ['ink < 1 %'],
      },
      period: { start: '2024-01-01', end: '2024-12-31' },
      validity: { from: '2025-02-28', until: '2028-02-29' },
      method: { standards: ['ISO 14067:2018'], electricity: 'location-based', allocation: 'mass', recycling: 'cut-off' },
      label: { status: 'certified', scheme: 'x', certificate: { number: '7', certifier: 'CQC', issued: '2025-01-31' }, decimals: 2 },
      sub_products: [{ id: 'yarn', unit: { amount: '0.5', unit: 'kg' } }],
    };
    const text = JSON.stringify(product, null, 2);
    const { read: input, problems } = read(text);
    expect(problems).toEqual([]);
    expect(input?.product).toEqual(product);
    expect(input?.input).toEqual({
      name: 'product.json', role: 'product', encoding: 'utf-8',
      sha256: createHash('sha256').update(text).digest('hex'), rows: text.split('\n').length,
    });
  });

  it('reads the encodings of tables too, and points into the file', () => {
    const text = '{\r\n  "id": "a",\r\n  "names": {"zh": "茶"},\r\n  "unit": {"kind": "declared", "amount": "1", "unit": "kg"},\r\n'
      + '  "boundary": {"type": "cradle-to-gate"}\r\n}\r\n';
    const bytes = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(text, 'utf16le')]);
    const { read: input } = read(bytes);
    expect(input?.input).toMatchObject({ encoding: 'utf-16le', rows: 6 });
    expect(input?.product.names.zh).toBe('茶');
    expect(input?.spot('/unit/amount')).toEqual({
      input: 'product.json', line: 4, column: 32,
      excerpt: { text: '  "unit": {"kind": "declared", "amount": "1", "unit": "kg"},', start: 31, length: 8 },
    });
    expect(input?.spot('/gtin')).toMatchObject({ line: 1, column: 1 });
  });

  it('tells where the JSON breaks', () => {
    const { problems } = read('{\n  "id": "a",\n  "names": {"en": "b",}\n}');
    expect(problems).toMatchObject([{
      code: 'json-invalid', args: { detail: '}; expected "name"' }, spot: { line: 3, column: 23, excerpt: { start: 22, length: 1 } },
    }]);
    expect(read('{"id": ').problems).toMatchObject([{ code: 'json-invalid', spot: { line: 1, column: 8 } }]);
  });

  it('names each breach of the schema, where it stands', () => {
    const problems = problemsWith({ gtin: '123', colour: 'red', unit: { kind: 'per', amount: '1,5', unit: 'kg', 'a/b': 1 }, names: {} });
    expect(problems.every((found) => found.code === 'schema-violation')).toBe(true);
    const told = new Map(problems.map((found) => [found.args as { pointer: string; rule: string; detail: string }, found.spot?.line]));
    expect([...told].map(([args, line]) => [args.pointer, args.rule, line]).sort()).toEqual([
      ['/colour', 'additionalProperties', 14], ['/gtin', 'pattern', 13], ['/names', 'minProperties', 3],
      ['/unit/a~1b', 'additionalProperties', 8], ['/unit/amount', 'pattern', 6], ['/unit/kind', 'enum', 5],
    ].sort());
    expect([...told.keys()].find((args) => args.pointer === '/unit/kind')?.detail).toBe('declared, functional');
  });

  it('names missing members by the member around them', () => {
    const { problems } = read('{\n "id": "a",\n "unit": {"kind": "declared", "unit": "kg"}\n}');
    expect(problems.map((found) => [found.args, found.spot?.line])).toEqual(expect.arrayContaining([
      [{ pointer: '', rule: 'required', detail: 'names' }, 1],
      [{ pointer: '', rule: 'required', detail: 'boundary' }, 1],
      [{ pointer: '/unit', rule: 'required', detail: 'amount' }, 3],
    ]));
    expect(problems.length).toBe(3);
  });

  it('stops after a few breaches', () => {
    const wrong = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`x${String(index)}`, 1]));
    expect(problemsWith(wrong).length).toBe(MOST_VIOLATIONS);
  });

  it.each([
    // GS1's own worked example: 629104150021 has the check digit 3.
    ['6291041500213', undefined], ['6291041500214', '3'], ['96385074', undefined], ['96385070', '4'], ['036000291452', undefined],
    ['10614141000415', undefined],
  ])('checks the GTIN %s', (gtin, expected) => {
    const problems = problemsWith({ gtin });
    expect(problems.map((found) => [found.code, found.args])).toEqual(expected === undefined ? [] : [['gtin-check-digit', { gtin, expected }]]);
  });

  it.each([
    [{ start: '2024-01-01', end: '2024-01-01' }, []],
    [{ start: '2024-01-02', end: '2024-01-01' }, ['dates-reversed 16:5']],
    [{ start: '2023-02-29', end: '2024-02-29' }, ['date-invalid 15:5']],
    [{ start: '2024-13-01', end: '2024-04-31' }, ['date-invalid 15:5', 'date-invalid 16:5']],
    [{ start: '1900-02-29', end: '2000-02-29' }, ['date-invalid 15:5']],
    [{ start: '2024-00-10', end: '2024-01-00' }, ['date-invalid 15:5', 'date-invalid 16:5']],
  ])('checks the period %j', (period, expected) => {
    expect(faults(problemsWith({ period }))).toEqual(expected);
  });

  it.each([
    ['a validity that ends before it begins', { validity: { from: '2025-01-01', until: '2024-01-01' } }, ['dates-reversed']],
    ['certified without a certificate', { label: { status: 'certified' } }, ['certificate-missing', 'certificate-missing']],
    ['half a certificate', { label: { status: 'certified', certificate: { number: '1' } } }, ['schema-violation']],
    ['verified without a certificate', { label: { status: 'verified' } }, []],
    ['a custom boundary without stages', { boundary: { type: 'custom' } }, ['schema-violation']],
    ['stages beside a boundary that has its own', { boundary: { type: 'cradle-to-gate', stages: ['use'] } }, ['boundary-stages']],
    ['an amount of nothing', { unit: { kind: 'declared', amount: '0.00', unit: 'kg' } }, ['number-outside']],
    ['a negative amount', { unit: { kind: 'declared', amount: '-1', unit: 'kg' } }, ['schema-violation']],
    ['an amount that is a JSON number', { unit: { kind: 'declared', amount: 1, unit: 'kg' } }, ['schema-violation']],
    ['an unknown unit', { unit: { kind: 'declared', amount: '1', unit: 'qqq' } }, ['unit-unknown']],
    ['a sub-product named twice', {
      sub_products: [{ id: 'a', unit: { amount: '1', unit: 'kg' } }, { id: 'a', unit: { amount: '2', unit: 'kg' } }],
    }, ['schema-violation']],
  ])('judges %s', (_, members, codes) => {
    expect(problemsWith(members).map((found) => found.code)).toEqual(codes);
  });

  it('takes no member for a declared one that every object inherits', () => {
    const text = JSON.stringify(SOUND).replace('{"id"', '{"__proto__":{"id":"x"},"id"');
    expect(read(text).problems).toMatchObject([{ code: 'schema-violation', args: { pointer: '/__proto__' } }]);
    expect(read('{"__proto__":{}}').problems.length).toBeGreaterThan(3);
  });

  it('never throws, whatever the file', () => {
    const any = fc.oneof(fc.uint8Array({ maxLength: 100 }), fc.json().map((json) => Buffer.from(json)));
    fc.assert(fc.property(any, (bytes) => {
      const { read: input, problems } = read(bytes);
      expect(input).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    }), { numRuns: 500 });
  });
});
