import type { Spot } from '../diagnostics/place.js';
import validate from '../generated/product.js';
import { BomCells } from './bom-cells.js';
import type { InputFacts } from './bom-line.js';
import { at } from './exact-json.js';
import type { FaultWatch } from './fault-watch.js';
import { segmentsOf } from './json-places.js';
import { dayOf } from './ledger-period.js';
import { plainCharacters } from './plain-characters.js';
import type { ProductFile } from './product-file.js';
import { overlaid, type FilledCells } from './product-overlay.js';
import { checkProduct } from './product-rules.js';
import { MEMBERS, PRODUCTS_COLUMNS, type ProductsColumn } from './products-columns.js';
import { BOUNDARY_WORDS, LABEL_STATUS_WORDS, UNIT_KIND_WORDS } from './products-words.js';
import type { ProductInput } from './read-product-file.js';
import { addSchemaFaults } from './schema-faults.js';
import type { Table } from './table.js';

/** A products table and what its rows are laid over. */
export interface ProductsTable {
  readonly table: Table;
  readonly columns: ReadonlyMap<ProductsColumn, number>;
  readonly template: ProductInput | undefined;
  readonly input: InputFacts;
}

/** The product of a row (0-based), by the schema and the rules of product.json; undefined where one of its faults is an error. */
export function readProductRow(row: number, products: ProductsTable, watch: FaultWatch): ProductInput | undefined {
  const { table, columns, template, input } = products;
  const filled = filledCells(row, table, columns, watch);
  // A cell that could not be taken would seem to be blank.
  if (watch.failed) return undefined;
  const document = overlaid(template?.product, filled);
  const spot = (pointer: string): Spot => spotOf(pointer, row, products, filled, document);
  if (!validate(document)) {
    addSchemaFaults(validate.errors ?? [], { spot }, watch);
    return undefined;
  }
  // The schema is the type in another notation; test/input/product-schema.test.ts holds them together.
  const product = document as ProductFile;
  checkProduct(product, { spot }, watch);
  return watch.failed ? undefined : { product, input, spot };
}

function filledCells(row: number, table: Table, columns: ReadonlyMap<ProductsColumn, number>, watch: FaultWatch): FilledCells {
  const cells = new BomCells(table, columns, undefined, watch);
  cells.row = row;
  const filled = new Map<ProductsColumn, string | number>();
  for (const column of PRODUCTS_COLUMNS) {
    const text = cells.text(column);
    if (text !== '') filled.set(column, valueOf(column, text));
  }
  return filled;
}

/** What cannot be read stays as it is written: the schema refuses it, as it does in product.json. */
function valueOf(column: ProductsColumn, text: string): string | number {
  switch (column) {
    case 'unit_kind': return UNIT_KIND_WORDS.find(text) ?? text;
    case 'boundary': return BOUNDARY_WORDS.find(text) ?? text;
    case 'label_status': return LABEL_STATUS_WORDS.find(text) ?? text;
    case 'gtin': case 'unit_amount': return plainCharacters(text);
    case 'period_start': case 'period_end': case 'valid_from': case 'valid_until': case 'certificate_issued': return dayOf(text) ?? text;
    case 'label_decimals': return wholeNumber(plainCharacters(text)) ?? text;
    default: return text;
  }
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** The cell of a member or, for an object, of its first member that has one; else where the template has it, else the same of what is around it. */
function spotOf(pointer: string, row: number, { table, columns, template }: ProductsTable, filled: FilledCells, document: unknown): Spot {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    for (const column of filled.keys()) {
      if (MEMBERS[column] === path || MEMBERS[column].startsWith(`${path}/`)) return table.spot(row, columns.get(column) ?? -1);
    }
    if (template !== undefined && at(document, ...segmentsOf(path)) !== undefined) return template.spot(path);
  }
  return table.spot(row, -1);
}
