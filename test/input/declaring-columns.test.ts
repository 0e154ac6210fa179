import { describe, expect, it } from 'vitest';
import { problem } from '../../src/diagnostics/problem.js';
import { wordsOf } from '../../src/diagnostics/wording.js';
import { bomColumnNamed } from '../../src/input/bom-headers.js';
import { DECLARED_BY } from '../../src/input/declaring-columns.js';
import { PRODUCTS_COLUMNS, PRODUCTS_HEADERS, productsColumnNamed } from '../../src/input/products-columns.js';

describe('the columns by which a bill declares its products', () => {
  it.each([
    ['product_name', 'product_name'], ['产品名称', 'product_name_zh'], ['产品英文名称', 'product_name'], ['产品型号', 'product_model'],
    ['Product GTIN', 'product_gtin'], ['产品商品条码', 'product_gtin'], ['产品单位类型', 'product_unit_kind'], ['产品单位数量', 'product_unit_amount'],
    ['产品单位', 'product_unit'], ['产品系统边界', 'product_boundary'], ['产品期间开始', 'product_period_start'], ['product-site-region', 'product_site_region'], ['Product barcode', 'product_gtin'], ['产品边界', 'product_boundary'],
    ['单位', 'unit'], ['unit', 'unit'], ['名称', 'item'], ['产品', 'product'], ['产品编号', 'product'], ['product_id', 'product'],
  ] as const)('%s is %s', (name, column) => {
    expect(bomColumnNamed(name)).toBe(column);
  });

  it.each(['product_sector', '产品行业', 'product_product', 'product_产品编号', 'products', 'production_site', 'product type', 'boundary', '型号'])('%s is none', (name) => {
    expect(bomColumnNamed(name)).toBeUndefined();
  });

  it('are those of a products table, each with its own names alone', () => {
    expect([...DECLARED_BY.values()]).toEqual(PRODUCTS_COLUMNS.filter((column) => column !== 'product' && column !== 'sector'));
    for (const [declaring, column] of DECLARED_BY) {
      for (const name of [column, ...PRODUCTS_HEADERS[column]]) {
        for (const header of [`product_${name}`, `产品${name}`]) expect(bomColumnNamed(header), header).toBe(declaring);
      }
      // What a bill calls it may not be another column of a products table.
      expect([column, undefined], declaring).toContain(productsColumnNamed(declaring));
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
