import { DECLARED_BY, DECLARING_HEADERS } from '../../src/input/declaring-columns.js';
import { MEMBERS, PRODUCTS_COLUMNS, PRODUCTS_HEADERS, type ProductsColumn } from '../../src/input/products-columns.js';
import { markdownTable } from './generated-blocks.js';

const IN_BILLS = new Map([...DECLARED_BY].map(([declaring, column]) => [column, declaring]));

/** The columns of a products table with the members that they are, and the columns of a bill that say the same. */
export function productsPart(): string {
  return markdownTable(['column', 'other headers', 'member of a product file', 'in a bill'], PRODUCTS_COLUMNS.map((column) => [
    `\`${column}\``,
    PRODUCTS_HEADERS[column].join('、'),
    `\`${MEMBERS[column].slice(1).replaceAll('/', '.')}\``,
    inBills(column),
  ]));
}

function inBills(column: ProductsColumn): string {
  const declaring = IN_BILLS.get(column);
  if (declaring === undefined) return column === 'product' ? '`product`' : '';
  return [`\`${declaring}\``, ...DECLARING_HEADERS[declaring]].join('、');
}
