import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { quoted, type BomCells } from './bom-cells.js';
import type { Bom, BomColumn } from './bom-line.js';
import { DECLARED_BY } from './declaring-columns.js';
import { FaultWatch } from './fault-watch.js';
import { addCell, filledCell, productOf, type FilledCell } from './product-cells.js';
import { missingProductsColumns, type ProductsColumn } from './products-columns.js';
import type { ProductInput } from './read-product-file.js';
import type { Products } from './read-products.js';
import { stemOf } from './source.js';

/** What the columns of a bill declare of its products: any of a product's lines may say it. */
export class BillProducts {
  readonly declared = new Map<string, Map<ProductsColumn, FilledCell>>();

  constructor(
    private readonly cells: BomCells,
    private readonly columns: ReadonlyMap<BomColumn, number>,
    private readonly watch: FaultWatch,
  ) {}

  /** Takes the row at which the cells stand. Adds product-cell-differs where it says other than a row above. */
  take(product: string): void {
    for (const [column, member] of DECLARED_BY) {
      const at = this.columns.get(column);
      const cell = at === undefined ? undefined : filledCell(this.cells, column, member, at);
      if (cell === undefined) continue;
      let known = this.declared.get(product);
      if (known === undefined) this.declared.set(product, (known = new Map<ProductsColumn, FilledCell>()));
      addCell(known, member, cell, this.watch);
    }
  }
}

/** An ERP lists its products by name and model: what these say nothing of is not declared. */
const DECLARING: readonly ProductsColumn[] = ['unit_kind', 'unit_amount', 'unit', 'boundary'];

/** What declares products beside the columns of their bill. */
export interface Declaring {
  /** What the cells are laid over: a product file. */
  readonly product?: ProductInput;
  /** Rows are laid over their own template. */
  readonly products?: Products;
}

/**
 * What is declared of a product of a bill: the cells of the bill and a row of the table over a product file. Undefined
 * where nothing declares it, and where a fault is an error. Adds product-cell-differs, product-incomplete and the faults
 * of every product file.
 */
export function declaredProduct(product: string, bom: Bom, { product: template, products }: Declaring, findings: Findings): ProductInput | undefined {
  const cells = bom.products?.get(product);
  const name = product === '' ? stemOf(bom.input.name) : product;
  if (products?.has(name) === true) return products.of(name, findings, cells);
  const [first] = cells?.values() ?? [];
  if (cells === undefined || first === undefined) return template;
  if (template === undefined && !DECLARING.some((column) => cells.has(column))) return undefined;
  const watch = new FaultWatch(findings);
  const id = product === '' ? template?.product.id ?? name : product;
  const whole = first.spot.bind(first);
  const filled = new Map(cells).set('product', { value: id, column: 'product', spot: whole });
  const columns = missingProductsColumns([...filled.keys()], template !== undefined);
  if (columns.length === 0) return productOf(filled, { template, input: template?.input ?? bom.input, whole }, watch);
  findings.add(problem('product-incomplete', { product: quoted(id), columns: columns.map((column) => `product_${column}`) }, whole()));
  return undefined;
}
