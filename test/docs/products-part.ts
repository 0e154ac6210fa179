import { MEMBERS, PRODUCTS_COLUMNS, PRODUCTS_HEADERS } from '../../src/input/products-columns.js';
import { markdownTable } from './generated-blocks.js';

/** The columns of a products table with the members that they are. */
export function productsPart(): string {
  return markdownTable(['column', 'other headers', 'member of a product file'], PRODUCTS_COLUMNS.map((column) => [
    `\`${column}\``,
    PRODUCTS_HEADERS[column].join('、'),
    `\`${MEMBERS[column].slice(1).replaceAll('/', '.')}\``,
  ]));
}
