import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { BomCells, quoted } from './bom-cells.js';
import { isBomHeader } from './bom-headers.js';
import type { InputFacts } from './bom-line.js';
import { readNamedTable, type BomReading } from './bom-table.js';
import { FaultWatch } from './fault-watch.js';
import { findColumns } from './headers.js';
import type { FilledCells } from './product-cells.js';
import { readProductRow } from './product-row.js';
import { missingProductsColumns, productsColumnNamed, type ProductsColumn } from './products-columns.js';
import type { ProductInput } from './read-product-file.js';
import { sha256 } from './sha256.js';
import type { Source } from './source.js';
import type { Table } from './table.js';

/** Products declared in a table, each read when it is asked for: a fault in the row of one does not touch the others. */
export interface Products {
  readonly input: InputFacts;
  /** In the order of the table. */
  readonly ids: readonly string[];
  has(id: string): boolean;
  /**
   * The product of the row and of the cells that a bill has for it. Adds the faults of both to `findings`, and
   * product-cell-differs; undefined where one of them is an error, and where the product has no row.
   */
  of(id: string, findings: Findings, beside?: FilledCells): ProductInput | undefined;
}

/**
 * Reads a table of products, one row each, laid over the template where there is one. Adds column-missing and
 * products-doubled beside the faults of every table; undefined where one of them is an error. The rows themselves are
 * judged when they are asked for.
 */
export function readProducts(
  source: Source,
  template: ProductInput | undefined,
  reading: BomReading,
  findings: Findings,
): Products | undefined {
  const watch = new FaultWatch(findings);
  const missingIn = (header: readonly string[]): ProductsColumn[] => missingProductsColumns(header, template !== undefined);
  const table = readNamedTable(source, {
    isKnown: (name) => productsColumnNamed(name) !== undefined,
    // A workbook may hold the bill beside the products, with names of columns in common.
    fits: (header) => missingIn(header).length === 0 && !isBomHeader(header, true),
  }, reading, watch);
  if (table === undefined) return undefined;
  const columns = findColumns(table, productsColumnNamed, watch);
  const found = table.header.map((name) => name.trim()).filter((name) => name !== '');
  for (const column of missingIn(table.header)) watch.add(problem('column-missing', { column, found }, table.headerSpot(-1)));
  const rows = rowsById(table, columns, watch);
  if (watch.failed) return undefined;

  const input: InputFacts = { ...table.facts, role: 'product', sha256: sha256(source.bytes), rows: table.rows.length };
  const products = { table, columns, template, input };
  return {
    input,
    ids: [...rows.keys()],
    has: (id) => rows.has(id),
    of: (id, added, beside = new Map()) => {
      const row = rows.get(id);
      return row === undefined ? undefined : readProductRow(row, products, beside, new FaultWatch(added));
    },
  };
}

/** A row without a product, or with that of an earlier row, is a fault of the whole table: nobody could ask for it. */
function rowsById(table: Table, columns: ReadonlyMap<ProductsColumn, number>, watch: FaultWatch): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const cells = new BomCells(table, columns, undefined, watch);
  for (let row = 0; row < table.rows.length; row += 1) {
    cells.row = row;
    const id = cells.compulsory('product');
    if (id === '') continue;
    const first = rows.get(id);
    if (first === undefined) rows.set(id, row);
    else cells.fail('product', 'products-doubled', { product: quoted(id), first: table.lineOf(first) });
  }
  return rows;
}
