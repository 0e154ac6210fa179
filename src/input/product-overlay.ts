import { at } from './exact-json.js';
import { segmentsOf } from './json-places.js';
import type { ProductFile } from './product-file.js';
import { MEMBERS, type ProductsColumn } from './products-columns.js';

/** The filled cells of a row, as the members they are. */
export type FilledCells = ReadonlyMap<ProductsColumn, string | number>;

type Members = Readonly<Record<string, unknown>>;

/**
 * Members of a template that tell of one thing, by the columns that name it. Where a row names another, nothing of the
 * template's stays: a new name beside the old name in the other language, or beside another company's address, would
 * be a false statement, and so would be words for another unit.
 */
const OF_ONE_THING: readonly { readonly member: string; readonly columns: readonly ProductsColumn[] }[] = [
  { member: '/names', columns: ['name', 'name_zh'] },
  { member: '/manufacturer', columns: ['manufacturer', 'manufacturer_zh', 'manufacturer_id'] },
  { member: '/site', columns: ['site', 'site_zh', 'site_id'] },
  { member: '/unit/text', columns: ['unit_kind', 'unit_amount', 'unit', 'unit_text_en', 'unit_text_zh'] },
  { member: '/label/certificate', columns: ['certificate', 'certifier', 'certificate_issued'] },
];

/** The product of a row: its cells laid over what the template declares. */
export function overlaid(template: ProductFile | undefined, filled: FilledCells): unknown {
  let product: unknown = template ?? {};
  for (const { member, columns } of OF_ONE_THING) {
    if (columns.some((column) => namesAnother(column, filled, template))) product = without(product, segmentsOf(member));
  }
  for (const [column, value] of filled) product = replaced(product, segmentsOf(MEMBERS[column]), value);
  return product;
}

function namesAnother(column: ProductsColumn, filled: FilledCells, template: ProductFile | undefined): boolean {
  const value = filled.get(column);
  return value !== undefined && value !== at(template, ...segmentsOf(MEMBERS[column]));
}

/** A copy with another value down a path. */
function replaced(value: unknown, [name = '', ...rest]: readonly string[], leaf: string | number): Members {
  const members = membersOf(value);
  return { ...members, [name]: rest.length === 0 ? leaf : replaced(members[name], rest, leaf) };
}

/** A copy that lacks the member down a path. */
function without(value: unknown, [name = '', ...rest]: readonly string[]): Members {
  const members = membersOf(value);
  if (rest.length > 0 && Object.hasOwn(members, name)) return { ...members, [name]: without(members[name], rest) };
  return Object.fromEntries(Object.entries(members).filter(([other]) => other !== name));
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}
