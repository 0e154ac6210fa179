import type { Table } from '../input/table.js';
import type { SheetBill } from './open-bill.js';

/** The products of a sheet, with the rows of each. */
export class SheetProducts {
  readonly products: string[] = [];
  readonly #rows = new Map<string, number[]>();

  constructor(private readonly bill: SheetBill) {
    const { table, columns } = bill;
    const cell = columns.get('product');
    let above = '';
    for (const [row, cells] of table.rows.entries()) {
      const named = cell === undefined ? '' : cells[cell]?.trim() ?? '';
      const product = named === '' ? above : named;
      above = product;
      const known = this.#rows.get(product);
      if (known !== undefined) known.push(row);
      else {
        this.products.push(product);
        this.#rows.set(product, [row]);
      }
    }
  }

  /** The first row of a product. */
  offsetOf(product: number): number {
    return this.#rows.get(this.products[product] ?? '')?.[0] ?? 0;
  }

  /** The rows of a product and of all sub-products it needs, in the order of the sheet. */
  table(product: number): Table {
    const { table, columns } = this.bill;
    const factor = columns.get('factor') ?? -1;
    const wanted = new Set([this.products[product] ?? '']);
    const rows: number[] = [];
    for (const each of wanted) {
      for (const row of this.#rows.get(each) ?? []) {
        rows.push(row);
        const text = table.rows[row]?.[factor]?.trim() ?? '';
        if (text.startsWith('bom:')) wanted.add(text.slice('bom:'.length).trim());
      }
    }
    return rowsOf(table, rows.sort((a, b) => a - b));
  }
}

/** Some rows of a table as a table. */
function rowsOf(table: Table, rows: readonly number[]): Table {
  const { kind } = table;
  const numbers = new Map(rows.map((row, index) => [row, index]));
  return {
    facts: table.facts,
    header: table.header,
    rows: rows.map((row) => table.rows[row] ?? []),
    lineOf: (row) => table.lineOf(rows[row] ?? -1),
    rowAt: (line) => numbers.get(table.rowAt(line) ?? -1),
    spot: (row, cell) => table.spot(rows[row] ?? -1, cell),
    headerSpot: (cell) => table.headerSpot(cell),
    ...(kind === undefined ? {} : { kind: (row: number, cell: number) => kind.call(table, rows[row] ?? -1, cell) }),
  };
}
