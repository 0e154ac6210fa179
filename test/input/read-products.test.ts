import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import type { BomReading } from '../../src/input/bom-table.js';
import type { ProductFile } from '../../src/input/product-file.js';
import { readProductFile, type ProductInput } from '../../src/input/read-product-file.js';
import { readProducts, type Products } from '../../src/input/read-products.js';
import { readWorkbook } from '../../src/input/xlsx/read-workbook.js';
import { xlsxOf, type WrittenCell } from '../support/xlsx-writer.js';
import { faults, source } from './reading.js';

const HEADER = 'product,name,unit_kind,unit_amount,unit,boundary';
const ROW = 'P1,Lamp,declared,1,piece,cradle-to-gate';

const TEMPLATE = {
  $schema: 'https://tanji.dev/schemas/product.schema.json',
  id: 'all',
  names: { en: 'Lamp', zh: '灯' },
  manufacturer: { name: 'Acme', name_zh: '阿克米', id: '91330000', region: 'CN-ZJ' },
  unit: { kind: 'declared', amount: '1', unit: 'piece', text: { en: 'one lamp' } },
  boundary: { type: 'cradle-to-grave', excluded: [{ stage: 'installation', reason: 'none' }] },
  period: { start: '2024-01-01', end: '2024-12-31' },
  label: { status: 'certified', certificate: { number: 'C-1', certifier: 'CQC', issued: '2025-01-02' } },
  sub_products: [{ id: 'casting', unit: { amount: '10', unit: 'kg' } }],
};

function templateOf(members: object = {}): ProductInput {
  const findings = new Findings();
  const template = readProductFile(source(JSON.stringify({ ...TEMPLATE, ...members }, null, 2), 'product.json'), findings);
  if (template === undefined) throw new Error(JSON.stringify(findings.all()));
  return template;
}

function tableOf(content: string | Uint8Array, template?: ProductInput, reading: BomReading = {}): { products: Products | undefined; problems: Problem[] } {
  const findings = new Findings();
  return { products: readProducts(source(content, 'products.csv'), template, reading, findings), problems: findings.all() };
}

/** The products of a table that must be free of faults. */
function soundTable(content: string | Uint8Array, template?: ProductInput): Products {
  const { products, problems } = tableOf(content, template);
  if (products === undefined) throw new Error(JSON.stringify(problems));
  return products;
}

function read(products: Products, id: string): { input: ProductInput | undefined; problems: Problem[] } {
  const findings = new Findings();
  return { input: products.of(id, findings), problems: findings.all() };
}

/** The one product of a table with the row beside it that the template needs. */
function laidOver(header: string, row: string, template = templateOf()): { input: ProductInput | undefined; problems: Problem[] } {
  return read(soundTable(`product,${header}\nP1,${row}\n`, template), 'P1');
}

function workbook(sheets: readonly (readonly (readonly WrittenCell[])[])[], template?: ProductInput, reading: BomReading = {}): { products: Products | undefined; problems: Problem[] } {
  const findings = new Findings();
  const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const bytes = xlsxOf(sheets.map((rows, index) => ({ name: `S${String(index + 1)}`, rows })), { styles });
  const products = readProducts({ name: 'products.xlsx', bytes, workbook: readWorkbook }, template, reading, findings);
  return { products, problems: findings.all() };
}

describe('a products table', () => {
  it('declares a product a row, without a template too', () => {
    const text = `${HEADER},名称,gtin,period_start,期间结束,manufacturer,site\n${ROW},灯,4006381333931,2024-01-01,2024-12-31,Acme,Mill 2\n\nP2,Torch,functional,0.5,kg,gate-to-gate,,,,,,\n`;
    const { products, problems } = tableOf(text);
    expect(problems).toEqual([]);
    expect(products?.ids).toEqual(['P1', 'P2']);
    expect([products?.has('P1'), products?.has('P3')]).toEqual([true, false]);
    const input = {
      name: 'products.csv', role: 'product', sha256: createHash('sha256').update(text).digest('hex'), rows: 2,
      encoding: 'utf-8', delimiter: ',', newline: 'LF',
    };
    expect(products?.input).toEqual(input);
    if (products === undefined) return;
    expect(read(products, 'P1').input?.input).toEqual(input);
    expect(read(products, 'P1').input?.product).toEqual({
      id: 'P1', names: { en: 'Lamp', zh: '灯' }, gtin: '4006381333931',
      unit: { kind: 'declared', amount: '1', unit: 'piece' }, boundary: { type: 'cradle-to-gate' },
      period: { start: '2024-01-01', end: '2024-12-31' }, manufacturer: { name: 'Acme' }, site: { name: 'Mill 2' },
    });
    expect(read(products, 'P2').input?.product).toEqual({
      id: 'P2', names: { en: 'Torch' }, unit: { kind: 'functional', amount: '0.5', unit: 'kg' }, boundary: { type: 'gate-to-gate' },
    });
    expect(read(products, 'P3')).toEqual({ input: undefined, problems: [] });
  });

  it('is read in Chinese, in GB18030, with full-width digits', () => {
    // 产品,产品名称,单位类型,单位数量,单位,系统边界 / P1,茶叶,声明单位,１,千克,摇篮到大门
    const bytes = Buffer.from(
      'b2fac6b72cb2fac6b7c3fbb3c62cb5a5cebbc0e0d0cd2cb5a5cebbcafdc1bf2cb5a5cebb2ccfb5cdb3b1dfbde7'
      + '0a50312cb2e8d2b62cc9f9c3f7b5a5cebb2ca3b12cc7a7bfcb2cd2a1c0bab5bdb4f3c3c50a', 'hex');
    const products = soundTable(bytes);
    expect(products.input.encoding).toBe('gb18030');
    expect(read(products, 'P1').input?.product).toEqual({
      id: 'P1', names: { zh: '茶叶' }, unit: { kind: 'declared', amount: '1', unit: '千克' }, boundary: { type: 'cradle-to-gate' },
    });
  });

  it('takes the days, numbers and words that tables are written in', () => {
    const row = 'ＧＴＩＮ,期间开始,期间结束,标签状态,小数位数,单位数量,系统边界';
    const { input, problems } = laidOver(row, '４００６３８１３３３９３１,2024/1/5,2024年12月31日,自我声明,２,２．５０,大门到大门');
    expect(problems).toEqual([]);
    expect(input?.product).toMatchObject({
      gtin: '4006381333931', period: { start: '2024-01-05', end: '2024-12-31' }, label: { status: 'self-declared', decimals: 2 },
      unit: { amount: '2.50' }, boundary: { type: 'gate-to-gate' },
    });
  });

  it('takes a product or a column that is named like what every object inherits', () => {
    const { products, problems } = tableOf(`${HEADER},__proto__\n__proto__,Lamp,declared,1,piece,cradle-to-gate,x\nconstructor,Torch,declared,1,piece,cradle-to-gate,\n`);
    expect(problems).toMatchObject([{ code: 'column-ignored', args: { columns: ['__proto__'] } }]);
    expect(products?.ids).toEqual(['__proto__', 'constructor']);
    expect(products?.has('toString')).toBe(false);
    if (products === undefined) return;
    expect(read(products, '__proto__').input?.product.id).toBe('__proto__');
    expect(read(products, 'constructor').input?.product).toMatchObject({ id: 'constructor', names: { en: 'Torch' } });
    expect(read(products, 'toString')).toEqual({ input: undefined, problems: [] });
  });

  it('is as its page shows one', () => {
    const products = soundTable(readFileSync(new URL('../../docs/bills/products.csv', import.meta.url)));
    expect(products.ids.map((id) => read(products, id).input?.product.names)).toEqual([{ en: 'Lamp', zh: '灯' }, { en: 'Desk lamp', zh: '台灯' }]);
  });

  it('notes once the columns it does not use', () => {
    const { problems } = tableOf(`${HEADER},colour,buyer\n${ROW},red,B\n${ROW.replace('P1', 'P2')},=red,B\n`);
    expect(problems).toMatchObject([{ code: 'column-ignored', args: { columns: ['colour', 'buyer'] }, spot: { line: 1, column: 0 } }]);
  });
});

describe('a row over a template', () => {
  it('wins where it is filled, and leaves the template where it is blank', () => {
    const products = soundTable('product,model,boundary,period_end\nP1,L-1,cradle-to-gate,\nP2,,,2024-06-30\n', templateOf());
    expect(read(products, 'P1').input?.product).toEqual({ ...TEMPLATE, id: 'P1', model: 'L-1', boundary: { ...TEMPLATE.boundary, type: 'cradle-to-gate' } });
    expect(read(products, 'P2').input?.product).toEqual({ ...TEMPLATE, id: 'P2', period: { start: '2024-01-01', end: '2024-06-30' } });
  });

  it('leaves the template itself as it was', () => {
    const template = templateOf();
    laidOver('name,manufacturer,unit_amount', 'Torch,Beta,2', template);
    expect(template.product).toEqual(TEMPLATE);
  });

  it.each([
    ['the name in the other language', 'name', 'Torch', { names: { en: 'Torch' } }],
    ['a name that is the same', 'name', 'Lamp', { names: TEMPLATE.names }],
    ["another company's identifier and place", 'manufacturer', 'Beta', { manufacturer: { name: 'Beta' } }],
    ['the identifier of the same company', 'manufacturer,manufacturer_address', 'Acme,Hangzhou', { manufacturer: { ...TEMPLATE.manufacturer, address: 'Hangzhou' } }],
    ['the words for another unit', 'unit', 'kg', { unit: { kind: 'declared', amount: '1', unit: 'kg' } }],
    ['the words for another amount', 'unit_amount,unit_text_zh', '10,十盏灯', { unit: { kind: 'declared', amount: '10', unit: 'piece', text: { zh: '十盏灯' } } }],
    ['the words for the same unit', 'unit_kind,unit_amount,unit', 'declared,1,piece', { unit: TEMPLATE.unit }],
    ['the day of another certificate', 'certificate,certifier', 'C-2,CQC', { label: { status: 'certified', certificate: { number: 'C-2', certifier: 'CQC' } } }],
    ['a site where the template has none', 'site', 'Mill 2', { site: { name: 'Mill 2' } }],
  ])('mixes no statements about two things: %s', (_, header, row, members) => {
    const { input, problems } = laidOver(header, row);
    expect(problems).toEqual([]);
    expect(input?.product).toEqual({ ...TEMPLATE, id: 'P1', ...members });
  });

  it('does not take a half of a certificate from the template', () => {
    expect(faults(laidOver('certificate', 'C-2').problems)).toEqual(['schema-violation 2:2']);
    expect(laidOver('certificate', 'C-2').problems[0]?.args).toEqual({ pointer: '/label/certificate', rule: 'required', detail: 'certifier' });
  });

  it('keeps parameters of any name', () => {
    const parameters = JSON.parse('{"__proto__":"1 kg","a/b~c":"2"}') as object;
    const findings = new Findings();
    const text = JSON.stringify({ ...TEMPLATE, sector: 'textile' }).replace('"sector"', `"parameters":${JSON.stringify(parameters)},"sector"`);
    const template = readProductFile(source(text, 'product.json'), findings);
    const { input } = laidOver('unit', 'kg', template);
    expect(Object.entries(input?.product.parameters ?? {})).toEqual([['__proto__', '1 kg'], ['a/b~c', '2']]);
    expect(input?.spot('/parameters/a~1b~0c')).toEqual(template?.spot('/parameters/a~1b~0c'));
    expect(input?.spot('/parameters/a~1b~0c').column).toBe(text.indexOf('"a/b~c"') + 1);
  });

  it('points to its cells, and into the template for the rest', () => {
    const template = templateOf();
    const { input } = laidOver('unit_amount,unit,manufacturer', '2,kg,Beta', template);
    const places = (pointer: string): string => {
      const { input: name, line, column } = input?.spot(pointer) ?? { input: '', line: 0, column: 0 };
      return `${name} ${String(line)}:${String(column)}`;
    };
    expect(places('/id')).toBe('products.csv 2:1');
    expect(places('/unit/amount')).toBe('products.csv 2:2');
    expect(places('/unit/unit')).toBe('products.csv 2:3');
    expect(places('/manufacturer/name')).toBe('products.csv 2:4');
    // What the row did not take over, and what nobody declares: the nearest member around it.
    expect(places('/manufacturer/region')).toBe('products.csv 2:4');
    expect(places('/gtin')).toBe('products.csv 2:0');
    expect(places('')).toBe('products.csv 2:0');
    for (const pointer of ['/unit/kind', '/names', '/names/zh', '/boundary/excluded/0/reason', '/sub_products/0/unit/unit']) {
      expect(input?.spot(pointer)).toEqual(template.spot(pointer));
    }
    expect(places('/unit/kind')).toBe('product.json 15:5');
    expect(input?.spot('/unit/unit').excerpt).toEqual({ text: 'P1,2,kg,Beta', start: 5, length: 2 });
  });

  it('is at fault in the template where the two do not go together', () => {
    const template = templateOf({ boundary: { type: 'custom', stages: ['use'] } });
    const { problems } = laidOver('boundary', 'cradle-to-gate', template);
    expect(problems).toMatchObject([{ code: 'boundary-stages', spot: template.spot('/boundary/stages') }]);
    expect(laidOver('boundary', '', template).problems).toEqual([]);
  });
});

describe('faults of a row', () => {
  it('are told when its product is asked for, and spoil no other', () => {
    const { products, problems } = tableOf(`${HEADER}\n${ROW}\nP2,Torch,declared,0,parsecs,cradle-to-gate\nP3,Torch,per,"1,5",kg,somewhere\nP4,,declared,1,kg,\n`);
    expect(problems).toEqual([]);
    if (products === undefined) throw new Error('no table');
    const told = (id: string): string[] => faults(read(products, id).problems);
    expect(told('P1')).toEqual([]);
    expect(told('P2')).toEqual(['number-outside 3:4', 'unit-unknown 3:5']);
    expect(told('P3')).toEqual(['schema-violation 4:3', 'schema-violation 4:4', 'schema-violation 4:6']);
    expect(read(products, 'P4').problems.map(({ args, spot }) => [args, spot?.line, spot?.column])).toEqual([
      [{ pointer: '', rule: 'required', detail: 'names' }, 5, 0], [{ pointer: '', rule: 'required', detail: 'boundary' }, 5, 0],
    ]);
    for (const id of ['P2', 'P3', 'P4']) expect(read(products, id).input).toBeUndefined();
    expect(read(products, 'P1').input?.product.id).toBe('P1');
  });

  it.each([
    ['-1', 'schema-violation'], ['1e3', 'schema-violation'], ['1,000', 'schema-violation'], ['１，５', 'schema-violation'], ['01', 'schema-violation'],
    ['.5', 'schema-violation'], ['50%', 'schema-violation'], ['0.00', 'number-outside'], ['=1+1', 'cell-formula'], [`1${'0'.repeat(100)}`, 'schema-violation'],
  ])('refuse the amount %s where it stands', (amount, code) => {
    expect(faults(laidOver('unit_amount', `"${amount}"`).problems)).toEqual([`${code} 2:2`]);
  });

  it.each([
    ['gtin', '4006381333932', 'gtin-check-digit'], ['gtin', '4.00638E+12', 'schema-violation'], ['gtin', '400-6381333931', 'schema-violation'],
    ['period_start', '2024-02-30', 'date-invalid'], ['period_start', '2024', 'schema-violation'], ['period_end', '2023-12-31', 'dates-reversed'],
    ['unit', 'parsecs', 'unit-unknown'], ['unit_kind', 'per', 'schema-violation'], ['boundary', 'custom', 'schema-violation'],
    ['label_decimals', '2.5', 'schema-violation'], ['label_decimals', '13', 'schema-violation'], ['label_status', 'approved', 'schema-violation'],
    ['manufacturer_region', 'china', 'schema-violation'], ['manufacturer_zh', '贝塔', 'schema-violation'], ['model', 'm'.repeat(1001), 'schema-violation'],
    ['name', '=cmd()', 'cell-formula'], ['site', '@SUM(A1)', 'cell-formula'], ['valid_from', '2025-01-01', 'schema-violation'],
  ])('stand at the cell: %s %s', (column, text, code) => {
    const { input, problems } = laidOver(`model,${column}`.replace('model,model', 'site_zh,model'), `,${text}`);
    expect(input).toBeUndefined();
    expect(faults(problems)).toEqual([`${code} 2:3`]);
  });

  it('stand at the cell of the status where a certificate is missing', () => {
    const template = templateOf({ label: undefined });
    expect(faults(laidOver('label_decimals,label_status', '2,certified', template).problems)).toEqual(['certificate-missing 2:3', 'certificate-missing 2:3']);
  });

  it('do not pass for blank cells', () => {
    const { problems } = laidOver('name,unit_kind,gtin', '=A1,=B1,1');
    expect(faults(problems)).toEqual(['cell-formula 2:2', 'cell-formula 2:3']);
  });
});

describe('faults of the whole table', () => {
  it.each([
    ['no column for the product', 'name\nLamp\n', ['column-missing 1:0']],
    ['a column named twice', 'product,产品名称,名称\nP1,a,b\n', ['column-duplicate 1:3']],
    ['a header alone', 'product,name\n', ['table-header-only 1:0']],
    ['a quotation mark that nothing closes', 'product,name\nP1,"a\n', ['table-quote 2:2']],
    ['a row that is too long', 'product,name\nP1,a,b\n', ['row-ragged 2:0']],
    ['a row without its product', 'product,name\nP1,a\n,b\n', ['cell-missing 3:1']],
    ['a product that a spreadsheet would run', 'product,name\n=cmd(),a\n', ['cell-formula 2:1']],
    ['a product on two rows', 'name,product\na,P1\n\nb,P2\nc, P1 \nd,P1\n', ['products-doubled 5:2', 'products-doubled 6:2']],
  ])('%s', (_, text, expected) => {
    const { products, problems } = tableOf(text, templateOf());
    expect(products).toBeUndefined();
    expect(faults(problems)).toEqual(expected);
  });

  it('name the line of the first row of a product', () => {
    const { problems } = tableOf('name,product\na,P1\n\nb,P2\nc, P1 \n', templateOf());
    expect(problems.map(({ args }) => args)).toEqual([{ product: 'P1', first: 2 }]);
  });

  it('are all that no row could mend without a template', () => {
    const { problems } = tableOf('product,gtin\nP1,\n');
    expect(problems.map(({ args }) => args)).toEqual(
      ['name', 'unit_kind', 'unit_amount', 'unit', 'boundary'].map((column) => ({ column, found: ['product', 'gtin'] })),
    );
    expect(tableOf('product,gtin\nP1,\n', templateOf()).problems).toEqual([]);
  });

  it('of bytes that are no text', () => {
    expect(faults(tableOf(Uint8Array.of(0xff, 0xff, 0x00, 0x01, 0xff)).problems)).toHaveLength(1);
    expect(faults(tableOf(HEADER, undefined, { encoding: 'gbx' }).problems)).toEqual(['encoding-unknown 0:0']);
  });

  it('never throws, whatever the file', () => {
    const cell = fc.constantFrom('', 'P1', 'P2', '=x', '1', '0', 'kg', 'declared', 'cradle-to-gate', '灯', '2024-01-01', '__proto__', '"', '\n', '-');
    const lines = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }).map((cells) => cells.join(',')), { maxLength: 4 });
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), lines.map((rows) => Buffer.from([HEADER, ...rows].join('\n')))), (bytes) => {
      const { products, problems } = tableOf(bytes);
      expect(products === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const id of products?.ids ?? []) {
        const { input, problems: own } = products === undefined ? { input: undefined, problems: [] } : read(products, id);
        expect(input === undefined).toBe(own.length > 0);
      }
    }), { numRuns: 500 });
  });
});

describe('a workbook of products', () => {
  const HEAD: readonly WrittenCell[] = ['产品', '产品名称', '商品条码', '单位类型', '单位数量', '单位', '系统边界', '期间开始', '期间结束'];
  const row = (id: WrittenCell, gtin: WrittenCell, amount: WrittenCell, start: WrittenCell = '2024-01-01'): readonly WrittenCell[] => (
    [id, '灯', gtin, '声明单位', amount, '件', '摇篮到大门', start, '2024-12-31']
  );

  it('is read as a CSV is, numbers among its cells', () => {
    const { products, problems } = workbook([[HEAD, row('P1', { number: '4006381333931' }, { number: '0.5' }), row({ number: '17' }, '', '2')]]);
    expect(problems).toEqual([]);
    if (products === undefined) return;
    expect(products.ids).toEqual(['P1', '17']);
    expect(products.input).toMatchObject({ name: 'products.xlsx', role: 'product', encoding: 'xlsx', sheet: 'S1', rows: 2 });
    expect(read(products, 'P1').input?.product).toEqual({
      id: 'P1', names: { zh: '灯' }, gtin: '4006381333931', unit: { kind: 'declared', amount: '0.5', unit: '件' },
      boundary: { type: 'cradle-to-gate' }, period: { start: '2024-01-01', end: '2024-12-31' },
    });
    expect(read(products, '17').input?.spot('/unit/amount')).toMatchObject({ input: 'products.xlsx', sheet: 'S1', line: 3, column: 5 });
  });

  it('is told from the bill beside it', () => {
    const bill: readonly (readonly WrittenCell[])[] = [['产品', '名称', '数量', '单位', '因子'], ['P1', 'steel', '1', 'kg', 'f']];
    expect(workbook([bill, [HEAD, row('P1', '', '1')]]).products?.input.sheet).toBe('S2');
    expect(workbook([bill, [['product', 'gtin'], ['P1', '4006381333931']]], templateOf()).products?.input.sheet).toBe('S2');
    expect(workbook([[HEAD, row('P1', '', '1')], [HEAD, row('P2', '', '1')]]).problems.map(({ code }) => code)).toEqual(['sheet-unclear']);
    expect(workbook([[HEAD, row('P1', '', '1')], [HEAD, row('P2', '', '1')]], undefined, { sheet: 'S2' }).products?.ids).toEqual(['P2']);
  });

  it('does not take dates, errors, or what a formula once gave for an amount', () => {
    const { products } = workbook([[
      HEAD,
      row('P1', '', { number: '2', formula: 'A1' }), row('P2', { type: 'e', inside: '<v>#N/A</v>' }, '1'), row('P3', '', '1', { number: '45292', style: 1 }),
    ]]);
    if (products === undefined) throw new Error('no table');
    expect(['P1', 'P2', 'P3'].flatMap((id) => faults(read(products, id).problems)))
      .toEqual(['cell-formula-value 2:5', 'cell-error 3:3', 'cell-date 4:8']);
  });
});

describe('a product file and the same as a row', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', '7', '灯', '"', ',', ';', ' ', '\n', '/', '~', '😀'), minLength: 1, maxLength: 6 })
    .map((given) => given.trim()).filter((given) => given !== '');
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const days = fc.tuple(day, day).map((both) => both.sort());
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const names = fc.record({ en: maybe(text), zh: maybe(text) }).filter(({ en, zh }) => en !== undefined || zh !== undefined);
  const party = fc.record({ name: text, name_zh: maybe(text), id: maybe(text), address: maybe(text), region: maybe(fc.constantFrom('CN', 'CN-ZJ', 'DE')) });
  const certificate = fc.record({ number: text, certifier: text, issued: maybe(day) });
  const label = fc.record({
    status: fc.constantFrom('self-declared', 'verified', 'certified'), scheme: maybe(text), decimals: maybe(fc.integer({ min: 0, max: 12 })), certificate: maybe(certificate),
  }).filter((wishes) => wishes.status !== 'certified' || wishes.certificate !== undefined);
  const product = fc.record({
    id: text, names, model: maybe(text), gtin: maybe(fc.constantFrom('4006381333931', '96385074', '036000291452')), sector: maybe(text),
    unit: fc.record({
      kind: fc.constantFrom('declared', 'functional'), amount: fc.constantFrom('1', '0.5', '1000', '12.50'), unit: fc.constantFrom('kg', '件', 'kWh'),
      basis: maybe(text), text: maybe(names),
    }),
    boundary: fc.record({ type: fc.constantFrom('gate-to-gate', 'cradle-to-gate', 'cradle-to-grave') }),
    manufacturer: maybe(party), site: maybe(party), period: maybe(days), validity: maybe(days), label: maybe(label),
  }).map(({ period, validity, ...rest }) => JSON.parse(JSON.stringify({
    ...rest,
    ...(period === undefined ? {} : { period: { start: period[0], end: period[1] } }),
    ...(validity === undefined ? {} : { validity: { from: validity[0], until: validity[1] } }),
  })) as ProductFile);

  /** Written out by hand, apart from the reader's own list. */
  const CELLS: readonly (readonly [string, (file: ProductFile) => string | number | undefined])[] = [
    ['product', (file) => file.id], ['name_en', (file) => file.names.en], ['产品名称', (file) => file.names.zh], ['model', (file) => file.model],
    ['gtin', (file) => file.gtin], ['行业', (file) => file.sector], ['unit_kind', (file) => file.unit.kind], ['unit_amount', (file) => file.unit.amount],
    ['单位', (file) => file.unit.unit], ['unit_basis', (file) => file.unit.basis], ['unit_text_en', (file) => file.unit.text?.en],
    ['unit_text_zh', (file) => file.unit.text?.zh], ['boundary', (file) => file.boundary.type], ['period_start', (file) => file.period?.start],
    ['period_end', (file) => file.period?.end], ['manufacturer', (file) => file.manufacturer?.name], ['manufacturer_zh', (file) => file.manufacturer?.name_zh],
    ['manufacturer_id', (file) => file.manufacturer?.id], ['manufacturer_address', (file) => file.manufacturer?.address],
    ['manufacturer_region', (file) => file.manufacturer?.region], ['site', (file) => file.site?.name], ['site_zh', (file) => file.site?.name_zh],
    ['site_id', (file) => file.site?.id], ['site_address', (file) => file.site?.address], ['site_region', (file) => file.site?.region],
    ['valid_from', (file) => file.validity?.from], ['valid_until', (file) => file.validity?.until], ['label_status', (file) => file.label?.status],
    ['label_scheme', (file) => file.label?.scheme], ['label_decimals', (file) => file.label?.decimals],
    ['certificate', (file) => file.label?.certificate?.number], ['certifier', (file) => file.label?.certificate?.certifier],
    ['certificate_issued', (file) => file.label?.certificate?.issued],
  ];

  function rowOf(file: ProductFile): string {
    return CELLS.map(([, cell]) => `"${String(cell(file) ?? '').split('"').join('""')}"`).join(',');
  }

  const header = CELLS.map(([name]) => name).join(',');

  it('declare the same', () => {
    fc.assert(fc.property(product, (file) => {
      const findings = new Findings();
      const declared = readProductFile(source(JSON.stringify(file), 'product.json'), findings);
      expect(findings.all()).toEqual([]);
      const row = read(soundTable(`${header}\n${rowOf(file)}\n`), file.id);
      expect(row.problems).toEqual([]);
      expect(row.input?.product).toEqual(declared?.product);
    }), { numRuns: 300 });
  });

  it('declare what the row says over any template', () => {
    fc.assert(fc.property(product, product, (file, other) => {
      const template = readProductFile(source(JSON.stringify({ ...other, id: 'all' }), 'product.json'), new Findings());
      const merged = read(soundTable(`${header}\n${rowOf(file)}\n`, template), file.id).input?.product;
      expect(merged).toMatchObject(file);
      expect(merged?.model).toBe(file.model ?? other.model);
      if (file.names.zh !== undefined && file.names.zh !== other.names.zh) expect(merged?.names).toEqual(file.names);
      if (file.manufacturer?.name !== other.manufacturer?.name) expect(merged?.manufacturer).toEqual(file.manufacturer ?? other.manufacturer);
    }), { numRuns: 300 });
  });
});

it('reads 10,000 products quickly', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `P${String(index)},Lamp ${String(index)},declared,1,piece,cradle-to-gate`);
  const start = performance.now();
  const products = soundTable(`${HEADER}\n${rows.join('\n')}\n`);
  const findings = new Findings();
  let read = 0;
  for (const id of products.ids) if (products.of(id, findings)?.product.names.en === `Lamp ${id.slice(1)}`) read += 1;
  expect(findings.all()).toEqual([]);
  expect(read).toBe(10_000);
  expect(performance.now() - start).toBeLessThan(3000);
});
