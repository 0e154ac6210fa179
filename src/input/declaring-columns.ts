import type { BomColumn } from './bom-line.js';
import { PRODUCTS_COLUMNS, productsColumnNamed, type ProductsColumn } from './products-columns.js';
import { nameKey } from './words.js';

/** The product column of a bill says which product it is, and the rule of a sector is opened before any bill. */
type Declarable = Exclude<ProductsColumn, 'product' | 'sector'>;

/** A column of a products table as a bill has it: `unit` and 名称 are the bill's own. */
export type DeclaringColumn = `product_${Declarable}`;

/** The columns by which a bill declares its products, with those of a products table that they are. */
export const DECLARED_BY: ReadonlyMap<DeclaringColumn, ProductsColumn> = new Map(
  PRODUCTS_COLUMNS.filter(isDeclarable).map((column) => [`product_${column}`, column]),
);

function isDeclarable(column: ProductsColumn): column is Declarable {
  return column !== 'product' && column !== 'sector';
}

/** The column of a header that is one of a products table after `product_` or 产品. */
export function declaringColumnNamed(name: string): DeclaringColumn | undefined {
  const [, rest] = /^(?:product|产品)(.+)$/u.exec(nameKey(name.slice(0, 80))) ?? [];
  const column = rest === undefined ? undefined : productsColumnNamed(rest);
  return column === undefined || !isDeclarable(column) ? undefined : `product_${column}`;
}

/** Whether a bill has columns that declare its products. */
export function declaresProducts(columns: ReadonlyMap<BomColumn, number>): boolean {
  for (const column of DECLARED_BY.keys()) if (columns.has(column)) return true;
  return false;
}
