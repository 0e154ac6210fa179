import type { Findings } from '../diagnostics/findings.js';
import { placeText } from '../diagnostics/place-text.js';
import { problem } from '../diagnostics/problem.js';
import { subProductsOf, topProducts } from '../footprint/product-graph.js';
import { declaredProduct, type Declaring } from '../input/bill-products.js';
import type { Bom } from '../input/bom-line.js';
import type { ProductInput } from '../input/read-product-file.js';
import { sameQuantity, type StatedUnit } from './declared-quantity.js';

/** What is declared of the product to calculate, and of the units of its sub-products by their own declarations. */
export interface Declarations {
  readonly product?: ProductInput;
  readonly subProducts?: readonly { readonly id: string; readonly unit: StatedUnit }[];
}

/**
 * What the columns of a bill, the rows of a table and a product file declare together. `root`: the product of the bill
 * to calculate, where somebody says so. Adds the faults of the declarations that are needed.
 */
export function declarations(bom: Bom, beside: Declaring & { readonly root?: string }, findings: Findings): Declarations {
  const { product: file, products } = beside;
  if (bom.products === undefined && products === undefined) return file === undefined ? {} : { product: file };
  const root = rootOf(bom, beside.root ?? file?.product.id);
  const product = root === undefined ? file : declaredProduct(root, bom, beside, findings);
  const subProducts = [];
  for (const id of subProductsOf(bom, root ?? '')) {
    const cells = bom.products?.get(id);
    // A name alone must not change what an amount of it means.
    if (products?.has(id) !== true && cells?.has('unit_amount') !== true && cells?.has('unit') !== true) continue;
    const declared = declaredProduct(id, bom, beside, findings);
    if (declared === undefined) continue;
    refuseOther(id, declared, product, findings);
    subProducts.push({ id, unit: declared.product.unit });
  }
  return { ...(product === undefined ? {} : { product }), subProducts };
}

/** As productGraph chooses it, which tells why it cannot. */
function rootOf(bom: Bom, wanted: string | undefined): string | undefined {
  if (bom.lines.every(({ product }) => product === '')) return '';
  if (wanted !== undefined) return wanted;
  const [only, ...others] = topProducts(bom);
  return others.length === 0 ? only : undefined;
}

/** A sub-product cannot have one unit of its own and another in the product file of what takes it. */
function refuseOther(id: string, { product: { unit }, spot }: ProductInput, user: ProductInput | undefined, findings: Findings): void {
  const stated = user?.product.sub_products ?? [];
  const index = stated.findIndex((each) => each.id === id);
  const other = stated[index]?.unit;
  if (user === undefined || other === undefined || sameQuantity(unit, other)) return;
  const place = placeText(user.spot(`/sub_products/${String(index)}/unit`));
  const texts = { text: `${unit.amount} ${unit.unit}`, other: `${other.amount} ${other.unit}` };
  findings.add(problem('product-cell-differs', { column: '/unit', ...texts, place }, spot('/unit/unit')));
}
