import { describe, expect, it } from 'vitest';
import schema from '../../schemas/product.schema.json' with { type: 'json' };
import { problem } from '../../src/diagnostics/problem.js';
import { wordsOf } from '../../src/diagnostics/wording.js';
import { bomColumnNamed } from '../../src/input/bom-headers.js';
import { BOUNDARIES, LABEL_STATUSES, UNIT_KINDS } from '../../src/input/product-file.js';
import { MEMBERS, missingProductsColumns, PRODUCTS_COLUMNS, PRODUCTS_HEADERS, productsColumnNamed } from '../../src/input/products-columns.js';
import { BOUNDARY_WORDS, LABEL_STATUS_WORDS, UNIT_KIND_WORDS } from '../../src/input/products-words.js';
import { nameKey } from '../../src/input/words.js';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

describe('the columns of a products table', () => {
  it.each([
    ['product', 'product'], ['产品', 'product'], ['产品编号', 'product'], ['name', 'name'], ['name_en', 'name'], ['英文名称', 'name'],
    ['产品名称', 'name_zh'], ['名称', 'name_zh'], ['型号', 'model'], ['GTIN', 'gtin'], ['商品条码', 'gtin'], ['行业', 'sector'],
    ['Unit Kind', 'unit_kind'], ['单位类型', 'unit_kind'], ['单位数量', 'unit_amount'], ['单位', 'unit'], ['声明单位', 'unit'],
    ['unit-text-en', 'unit_text_en'], ['单位说明（英文）', 'unit_text_en'], ['单位说明', 'unit_text_zh'], ['系统边界', 'boundary'],
    ['期间开始', 'period_start'], ['期间结束', 'period_end'], ['制造商', 'manufacturer'], ['生产场所', 'site'], ['统一社会信用代码', 'manufacturer_id'],
    ['有效期起', 'valid_from'], ['有效期至', 'valid_until'], ['标签状态', 'label_status'], ['小数位数', 'label_decimals'],
    ['证书编号', 'certificate'], ['认证机构', 'certifier'], ['签发日期', 'certificate_issued'],
  ] as const)('%s is %s', (name, column) => {
    expect(productsColumnNamed(name)).toBe(column);
  });

  it.each(['数量', 'quantity', 'amount', '', '__proto__', 'constructor', 'toString'])('does not know %j', (name) => {
    expect(productsColumnNamed(name)).toBeUndefined();
  });

  it('have Chinese names, and no name for two of them', () => {
    const names = PRODUCTS_COLUMNS.flatMap((column) => [column, ...PRODUCTS_HEADERS[column]].map((name) => [nameKey(name), column] as const));
    for (const [key, column] of names) expect(names.filter(([other]) => other === key).map(([, of]) => of)).toEqual([column]);
    for (const column of PRODUCTS_COLUMNS) expect(PRODUCTS_HEADERS[column].join('')).toMatch(/\p{Script=Han}/u);
  });

  it('name the product as the bill does', () => {
    for (const name of PRODUCTS_HEADERS.product) expect(bomColumnNamed(name)).toBe('product');
  });

  it('are called in Chinese problems what a header may call them', () => {
    for (const column of PRODUCTS_COLUMNS) {
      const { says } = wordsOf(problem('cell-missing', { column }), 'zh');
      const [, chinese = '', own] = /^(.+?)（(.+)）列/u.exec(says) ?? [];
      expect([own, productsColumnNamed(chinese)]).toEqual([column, column]);
    }
  });

  it('are members of the schema that hold one value, each of one column', () => {
    const definitions = schema.$defs as Readonly<Record<string, Schema>>;
    const memberAt = (pointer: string): Schema | undefined => pointer.split('/').slice(1).reduce<Schema | undefined>((parent, name) => {
      const definition = definitions[parent?.$ref?.replace('#/$defs/', '') ?? ''];
      return (parent?.properties ?? definition?.properties)?.[name];
    }, schema as Schema);
    for (const column of PRODUCTS_COLUMNS) {
      const member = memberAt(MEMBERS[column]);
      expect(member, column).toBeDefined();
      expect(member?.properties, column).toBeUndefined();
    }
    expect(new Set(Object.values(MEMBERS)).size).toBe(PRODUCTS_COLUMNS.length);
  });

  it('must be there as far as nothing else declares their members', () => {
    expect(missingProductsColumns(['gtin'], true)).toEqual(['product']);
    expect(missingProductsColumns(['产品'], true)).toEqual([]);
    expect(missingProductsColumns([], false)).toEqual(['product', 'name', 'unit_kind', 'unit_amount', 'unit', 'boundary']);
    expect(missingProductsColumns(['产品', '产品名称', '单位类型', '单位数量', '单位', '系统边界'], false)).toEqual([]);
  });
});

describe('the words of a products table', () => {
  it('are the words of product.json', () => {
    for (const word of UNIT_KINDS) expect(UNIT_KIND_WORDS.find(word)).toBe(word);
    for (const word of BOUNDARIES) expect(BOUNDARY_WORDS.find(word)).toBe(word);
    for (const word of LABEL_STATUSES) expect(LABEL_STATUS_WORDS.find(word)).toBe(word);
    expect(schema.properties.unit.properties.kind.enum).toEqual(UNIT_KINDS);
  });

  it('are Chinese too', () => {
    expect(['声明单位', '功能单位'].map((word) => UNIT_KIND_WORDS.find(word))).toEqual(UNIT_KINDS);
    expect(['大门到大门', '摇篮到大门', '摇篮到坟墓', '自定义'].map((word) => BOUNDARY_WORDS.find(word))).toEqual(BOUNDARIES);
    expect(['自我声明', '已核查', '已认证'].map((word) => LABEL_STATUS_WORDS.find(word))).toEqual(LABEL_STATUSES);
  });
});
