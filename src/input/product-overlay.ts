import { at } from './exact-json.js';
import { segmentsOf } from './json-places.js';
import type { ProductFile } from './product-file.js';
import type { FilledCells } from './product-cells.js';
import { MEMBERS, PRODUCTS_COLUMNS, type ProductsColumn } from './products-columns.js';

type Path = readonly string[];
type Members = Record<string, unknown>;

const PATHS: ReadonlyMap<ProductsColumn, Path> = new Map(PRODUCTS_COLUMNS.map((column) => [column, segmentsOf(MEMBERS[column])]));

/**
 * Members of a template that tell of one thing, by the columns that name it. Where a row names another, nothing of the
 * template's stays: a new name beside the old name in the other language, or beside another company's address, would
 * be a false statement, and so would be words for another unit.
 */
const OF_ONE_THING: readonly { readonly path: Path; readonly columns: readonly ProductsColumn[] }[] = [
  { path: ['names'], columns: ['name', 'name_zh'] },
  { path: ['manufacturer'], columns: ['manufacturer', 'manufacturer_zh', 'manufacturer_id'] },
  { path: ['site'], columns: ['site', 'site_zh', 'site_id'] },
  { path: ['unit', 'text'], columns: ['unit_kind', 'unit_amount', 'unit', 'unit_text_en', 'unit_text_zh'] },
  { path: ['label', 'certificate'], columns: ['certificate', 'certifier', 'certificate_issued'] },
];

/** The product that cells declare, laid over what the template declares. */
export function overlaid(template: ProductFile | undefined, filled: FilledCells): unknown {
  const overlay = new Overlay(template);
  for (const { path, columns } of OF_ONE_THING) {
    if (at(template, ...path) !== undefined && columns.some((column) => namesAnother(column, filled, template))) overlay.remove(path);
  }
  for (const [column, { value }] of filled) overlay.set(PATHS.get(column) ?? [], value);
  return overlay.product;
}

function namesAnother(column: ProductsColumn, filled: FilledCells, template: ProductFile | undefined): boolean {
  const value = filled.get(column)?.value;
  return value !== undefined && value !== at(template, ...PATHS.get(column) ?? []);
}

/** A product that shares with the template whatever no cell touches. */
class Overlay {
  readonly product: Members;
  /** The objects that are not the template's. */
  readonly #own = new Set<unknown>();

  constructor(template: ProductFile | undefined) {
    this.product = { ...template };
  }

  set(path: Path, value: string | number): void {
    this.#around(path)[path.at(-1) ?? ''] = value;
  }

  remove(path: Path): void {
    Reflect.deleteProperty(this.#around(path), path.at(-1) ?? '');
  }

  /** The object that holds the last member of a path, made where there is none. */
  #around(path: Path): Members {
    let members = this.product;
    for (const name of path.slice(0, -1)) {
      let inner = members[name] as Members | undefined;
      if (!this.#own.has(inner)) {
        inner = { ...inner };
        this.#own.add(inner);
        members[name] = inner;
      }
      members = inner ?? {};
    }
    return members;
  }
}
