import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { conversion } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import type { Bom, BomLine } from '../input/bom-line.js';
import type { Declaration } from './footprint.js';
import { lineAmount } from './line-amount.js';
import { subProductOf, type ProductGraph } from './product-graph.js';

/**
 * How much of each node one declared unit of the root holds. A shared sub-product is summed over all its uses.
 * Quantities of a sub-product count its declared units: one piece, unless product.json declares another.
 */
export function nodeAmounts(graph: ProductGraph, bom: Bom, declaration: Declaration, findings: Findings): Map<number, Exact> {
  const amounts = new Map<number, Exact>([[graph.root, declaration.referenceFlow ?? Exact.ONE]]);
  for (const index of graph.order) {
    const own = amounts.get(index) ?? Exact.ZERO;
    for (const { line, child } of graph.nodes[index]?.members ?? []) {
      if (child === undefined) continue;
      const units = childUnits(line, bom, declaration, findings);
      const added = own.times(lineAmount(line)).times(units);
      const before = amounts.get(child);
      amounts.set(child, before === undefined ? added : before.plus(added));
    }
  }
  return amounts;
}

/** Declared units of the child in one of the line's unit: 1 for rows with children. */
export function childUnits(line: BomLine, bom: Bom, declaration: Declaration, findings: Findings): Exact {
  const product = subProductOf(line);
  if (product === undefined) return Exact.ONE;
  const declared = declaration.subProducts.get(product);
  if (declared === undefined) {
    if (isPiece(line)) return Exact.ONE;
    findings.add(problem('sub-product-unit', { product, unit: line.unit.symbol }, bom.spot(line, 'unit')));
    return Exact.ZERO;
  }
  const ratio = conversion(line.unit, declared.unit);
  if (ratio === undefined) {
    findings.add(problem('sub-product-unit', { product, unit: line.unit.symbol }, bom.spot(line, 'unit')));
    return Exact.ZERO;
  }
  return ratio.dividedBy(declared.amount);
}

function isPiece(line: BomLine): boolean {
  return line.unit.dimension.item === 1 && Object.keys(line.unit.dimension).length === 1 && line.unit.size.equals(Exact.ONE);
}
