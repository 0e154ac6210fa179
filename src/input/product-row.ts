import { BomCells } from './bom-cells.js';
import type { InputFacts } from './bom-line.js';
import type { FaultWatch } from './fault-watch.js';
import { addCell, filledCell, productOf, type FilledCell, type FilledCells } from './product-cells.js';
import { PRODUCTS_COLUMNS, type ProductsColumn } from './products-columns.js';
import type { ProductInput } from './read-product-file.js';
import type { Table } from './table.js';

/** A products table and what its rows are laid over. */
export interface ProductsTable {
  readonly table: Table;
  readonly columns: ReadonlyMap<ProductsColumn, number>;
  readonly template: ProductInput | undefined;
  readonly input: InputFacts;
}

/**
 * The product of a row (0-based) and of the cells that a bill has for it, by the schema and the rules of product.json;
 * undefined where one of its faults is an error. Adds product-cell-differs where the two differ.
 */
export function readProductRow(row: number, products: ProductsTable, beside: FilledCells, watch: FaultWatch): ProductInput | undefined {
  const { table, columns, template, input } = products;
  const cells = new BomCells(table, columns, undefined, watch);
  cells.row = row;
  const filled = new Map<ProductsColumn, FilledCell>();
  for (const column of PRODUCTS_COLUMNS) {
    const cell = filledCell(cells, column, column, columns.get(column) ?? -1);
    if (cell !== undefined) filled.set(column, cell);
  }
  for (const [column, cell] of beside) addCell(filled, column, cell, watch);
  // A cell that could not be taken would seem to be blank.
  return watch.failed ? undefined : productOf(filled, { template, input, whole: () => table.spot(row, -1) }, watch);
}
