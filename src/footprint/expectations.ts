import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { decimalText, stepsText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import { ExactSum } from '../quantity/sum.js';
import type { Amount, Bom, BomLine } from '../input/bom-line.js';
import type { Declaration, LineContribution } from './footprint.js';
import { lineAmount } from './line-amount.js';
import { childUnits } from './node-amounts.js';
import type { ProductGraph } from './product-graph.js';

interface Calculated {
  readonly graph: ProductGraph;
  readonly amounts: ReadonlyMap<number, Exact>;
  readonly contributions: readonly LineContribution[];
  readonly bom: Bom;
  readonly declaration: Declaration;
  readonly findings: Findings;
}

/**
 * Holds every `expect_kgco2e` against what the line adds to one declared unit of the product: its own
 * contribution and transport leg, and for a row with children or a sub-product all that is below it.
 */
export function checkExpectations(calculated: Calculated): void {
  const { graph, bom, findings } = calculated;
  const asked = [...membersOf(graph)].filter(({ line }) => line.expected !== undefined);
  if (asked.length === 0) return;
  const own = sumsByLine(calculated.contributions);
  const below = asked.some(({ child }) => child !== undefined) ? totalsPerUnit(calculated) : new Map<number, Exact>();
  for (const { line, child, node } of asked) {
    if (line.expected === undefined) continue;
    let computed = own.get(line) ?? Exact.ZERO;
    if (child !== undefined) {
      const units = lineAmount(line).times(childUnits(line, bom, calculated.declaration, findings));
      computed = computed.plus(units.times(calculated.amounts.get(node) ?? Exact.ZERO).times(below.get(child) ?? Exact.ZERO));
    }
    if (!met(line.expected, computed)) {
      const args = { expected: line.expected.text, computed: decimalText(computed) };
      findings.add(problem('expectation-failed', args, bom.spot(line, 'expect_kgco2e')));
    }
  }
}

/** Exactly equal; a computed value whose decimal does not end is compared at the places written. */
function met(expected: Amount, computed: Exact): boolean {
  if (expected.value.equals(computed)) return true;
  if (computed.places !== undefined) return false;
  const places = expected.value.scale;
  return stepsText(computed.inSteps(places), places) === decimalText(expected.value);
}

function* membersOf(graph: ProductGraph): Generator<{ line: BomLine; child: number | undefined; node: number }> {
  for (const node of graph.order) {
    for (const member of graph.nodes[node]?.members ?? []) yield { line: member.line, child: member.child, node };
  }
}

function sumsByLine(contributions: readonly LineContribution[]): Map<BomLine, Exact> {
  const sums = new Map<BomLine, Exact>();
  for (const { line, kgco2e } of contributions) sums.set(line, (sums.get(line) ?? Exact.ZERO).plus(kgco2e));
  return sums;
}

/** kg CO2e of one unit of each node, with all below it, from the leaves upwards. */
function totalsPerUnit(calculated: Calculated): Map<number, Exact> {
  const { graph, bom, declaration, findings } = calculated;
  const direct = new Map<number, ExactSum>();
  for (const { node, stage, kgco2e } of calculated.contributions) {
    if (stage === 'beyond_boundary') continue;
    const amount = calculated.amounts.get(node) ?? Exact.ZERO;
    if (amount.isZero) continue;
    const sum = direct.get(node) ?? new ExactSum();
    direct.set(node, sum);
    sum.add(kgco2e.dividedBy(amount));
  }
  const totals = new Map<number, Exact>();
  for (const node of [...graph.order].reverse()) {
    const sum = direct.get(node) ?? new ExactSum();
    for (const { line, child } of graph.nodes[node]?.members ?? []) {
      if (child === undefined) continue;
      const units = lineAmount(line).times(childUnits(line, bom, declaration, findings));
      sum.add(units.times(totals.get(child) ?? Exact.ZERO));
    }
    totals.set(node, sum.total());
  }
  return totals;
}
