import { describe, expect, it } from 'vitest';
import { problem } from '../../src/diagnostics/problem.js';
import { wordsOf } from '../../src/diagnostics/wording.js';
import { bomColumnNamed } from '../../src/input/bom-headers.js';
import { DECLARED_BY, DECLARING_HEADERS } from '../../src/input/declaring-columns.js';
import { PRODUCTS_COLUMNS, productsColumnNamed } from '../../src/input/products-columns.js';

describe('the columns by which a bill declares its products', () => {
  it.each([
    ['product_name', 'product_name'], ['产品名称', 'product_name_zh'], ['产品英文名称', 'product_name'], ['产品型号', 'product_model'],
    ['Product GTIN', 'product_gtin'], ['产品商品条码', 'product_gtin'], ['产品单位类型', 'product_unit_kind'], ['产品单位数量', 'product_unit_amount'],
    ['产品单位', 'product_unit'], ['产品系统边界', 'product_boundary'], ['产品期间开始', 'product_period_start'], ['product-site-region', 'product_site_region'],
    ['单位', 'unit'], ['unit', 'unit'], ['名称', 'item'], ['产品', 'product'], ['产品编号', 'product'], ['product_id', 'product'],
  ] as const)('%s is %s', (name, column) => {
    expect(bomColumnNamed(name)).toBe(column);
  });

  it.each(['product_sector', '产品行业', 'product_product', 'boundary', '型号'])('%s is none', (name) => {
    expect(bomColumnNamed(name)).toBeUndefined();
  });

  it('are those of a products table, each with its own names alone', () => {
    expect([...DECLARED_BY.values()]).toEqual(PRODUCTS_COLUMNS.filter((column) => column !== 'product' && column !== 'sector'));
    for (const [declaring, column] of DECLARED_BY) {
      expect(DECLARING_HEADERS[declaring].length).toBeGreaterThan(0);
      for (const name of [declaring, ...DECLARING_HEADERS[declaring]]) {
        expect(bomColumnNamed(name), name).toBe(declaring);
        expect([column, undefined], name).toContain(productsColumnNamed(name));
      }
    }
  });

  it('are called in Chinese problems what a header may call them', () => {
    for (const column of DECLARED_BY.keys()) {
      const { says } = wordsOf(problem('cell-missing', { column }), 'zh');
      const [, chinese = '', own] = /^(.+?)（(.+)）列/u.exec(says) ?? [];
      expect([own, bomColumnNamed(chinese)]).toEqual([column, column]);
    }
  });
});
