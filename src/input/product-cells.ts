import { placeText } from '../diagnostics/place-text.js';
import type { Spot } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import validate from '../generated/product.js';
import { quoted, type BomCells } from './bom-cells.js';
import type { BomColumn, InputFacts } from './bom-line.js';
import { at } from './exact-json.js';
import type { FaultWatch } from './fault-watch.js';
import { segmentsOf } from './json-places.js';
import { dayOf } from './ledger-period.js';
import { plainCharacters } from './plain-characters.js';
import type { ProductFile } from './product-file.js';
import { overlaid } from './product-overlay.js';
import { checkProduct } from './product-rules.js';
import { MEMBERS, type ProductsColumn } from './products-columns.js';
import { BOUNDARY_WORDS, LABEL_STATUS_WORDS, UNIT_KIND_WORDS } from './products-words.js';
import type { ProductInput } from './read-product-file.js';
import { addSchemaFaults } from './schema-faults.js';

/** A cell that declares a member of a product. */
export interface FilledCell {
  readonly value: string | number;
  /** The column it stands in, by its name in code. */
  readonly column: ProductsColumn | BomColumn;
  spot(): Spot;
}

/** What cells declare of one product, by the members they are. */
export type FilledCells = ReadonlyMap<ProductsColumn, FilledCell>;

/** The cell at which `cells` stands, as the member it declares; undefined where it is blank and (with a problem) where it cannot be taken. */
export function filledCell<Column extends ProductsColumn | BomColumn>(
  cells: BomCells<Column>, column: Column, member: ProductsColumn, cell: number,
): FilledCell | undefined {
  const text = cells.text(column);
  if (text === '') return undefined;
  const { table, row } = cells;
  return { value: valueOf(member, text), column, spot: () => table.spot(row, cell) };
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

/** Adds a cell to those of its product. Adds product-cell-differs where another says otherwise. */
export function addCell(cells: Map<ProductsColumn, FilledCell>, member: ProductsColumn, cell: FilledCell, watch: FaultWatch): void {
  const first = cells.get(member);
  if (first === undefined) cells.set(member, cell);
  else if (first.value !== cell.value) {
    const texts = { text: quoted(String(cell.value)), other: quoted(String(first.value)), place: placeText(first.spot()) };
    watch.add(problem('product-cell-differs', { column: cell.column, ...texts }, cell.spot()));
  }
}

/** What cells are laid over, and what a report names as the input that declares the product. */
export interface CellsHome {
  readonly template: ProductInput | undefined;
  readonly input: InputFacts;
  /** Where a member stands that neither has. */
  readonly whole: () => Spot;
}

/** The product that cells declare, by the schema and the rules of product.json; undefined where one of its faults is an error. */
export function productOf(cells: FilledCells, { template, input, whole }: CellsHome, watch: FaultWatch): ProductInput | undefined {
  const document = overlaid(template?.product, cells);
  const spot = (pointer: string): Spot => spotOf(pointer, cells, template, document) ?? whole();
  if (!validate(document)) {
    addSchemaFaults(validate.errors ?? [], { spot }, watch);
    return undefined;
  }
  // The schema is the type in another notation; test/input/product-schema.test.ts holds them together.
  const product = document as ProductFile;
  checkProduct(product, { spot }, watch);
  return watch.failed ? undefined : { product, input, spot };
}

/** The cell of a member or, for an object, of its first member that has one; else where the template has it, else the same of what is around it. */
function spotOf(pointer: string, cells: FilledCells, template: ProductInput | undefined, document: unknown): Spot | undefined {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    for (const [column, cell] of cells) {
      if (MEMBERS[column] === path || MEMBERS[column].startsWith(`${path}/`)) return cell.spot();
    }
    if (template !== undefined && at(document, ...segmentsOf(path)) !== undefined) return template.spot(path);
  }
  return undefined;
}
