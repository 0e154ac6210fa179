import type { BomColumn } from './bom-line.js';
import { PRODUCTS_COLUMNS, PRODUCTS_HEADERS, type ProductsColumn } from './products-columns.js';

/** What a bill cannot declare: its product column says which product it is, and the rule of a sector is opened before any bill. */
const UNDECLARED = ['product', 'sector'] as const;
type Undeclared = (typeof UNDECLARED)[number];

/** A column of a products table as a bill has it: `unit` and 名称 are the bill's own. */
export type DeclaringColumn = `product_${Exclude<ProductsColumn, Undeclared>}`;

/** The columns by which a bill declares its products, with those of a products table that they are. */
export const DECLARED_BY: ReadonlyMap<DeclaringColumn, ProductsColumn> = new Map(PRODUCTS_COLUMNS
  .filter((column): column is Exclude<ProductsColumn, Undeclared> => !UNDECLARED.some((undeclared) => undeclared === column))
  .map((column) => [`product_${column}`, column]));

/** Header names beside the columns' own: the Chinese ones of a products table after 产品. */
export const DECLARING_HEADERS = Object.fromEntries<readonly string[]>([...DECLARED_BY].map(([declaring, column]) => [
  declaring,
  [...new Set(PRODUCTS_HEADERS[column]
    .filter((name) => /^\p{Script=Han}/u.test(name))
    .map((name) => (name.startsWith('产品') ? name : `产品${name}`)))],
])) as Readonly<Record<DeclaringColumn, readonly string[]>>;

/** Whether a bill has columns that declare its products. */
export function declaresProducts(columns: ReadonlyMap<BomColumn, number>): boolean {
  return [...DECLARED_BY.keys()].some((column) => columns.has(column));
}
