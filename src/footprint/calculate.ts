import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { ExactSum } from '../quantity/sum.js';
import type { FactorLibrary } from '../factors/factor.js';
import type { Bom } from '../input/bom-line.js';
import { checkExpectations } from './expectations.js';
import { FactorChoice } from './factor-choice.js';
import { checkFitness } from './factor-fitness.js';
import type { Declaration, Footprint, LineContribution } from './footprint.js';
import { LineWeigher } from './line-weigher.js';
import { nodeAmounts } from './node-amounts.js';
import { productGraph, type GraphNode } from './product-graph.js';
import { propagated } from './uncertainty.js';

/**
 * The footprint of one product: product graph × factors → contributions → total, in kg CO2e per declared unit.
 * Exact and independent of the order of the lines. Undefined, with the reasons among the findings, where the
 * bill and the factors do not fit; a failed expectation is a finding beside the result.
 */
export function calculate(
  bom: Bom,
  library: FactorLibrary,
  declaration: Declaration,
  findings: Findings,
): Footprint | undefined {
  const graph = productGraph(bom, declaration.root, findings);
  if (graph === undefined) return undefined;
  const amounts = nodeAmounts(graph, bom, declaration, findings);
  const choice = new FactorChoice(bom, library, findings, declaration.gwp);
  const weigh = new LineWeigher(bom, choice, declaration, findings);
  const rootProduct = graph.nodes[graph.root]?.product;

  const contributions: LineContribution[] = [];
  for (const index of graph.order) {
    const node = graph.nodes[index];
    const amount = amounts.get(index);
    if (node === undefined || amount === undefined) continue;
    const home = { index, amount, ...componentsOf(node, rootProduct) };
    for (const { line, child } of node.members) weigh.line(line, child !== undefined, home, contributions);
  }
  if (findings.unusable) return undefined;
  contributions.sort((a, b) => a.line.line - b.line.line || Number(a.leg) - Number(b.leg));

  checkExpectations({ graph, amounts, contributions, bom, declaration, findings });
  checkFitness(contributions, declaration, bom, findings);
  const factors = choice.used;
  const sets = [...new Set(factors.filter((used) => used.origin.kind === 'dataset').map((used) => used.gwp))].sort();
  if (sets.length > 1) findings.add(problem('gwp-mixed', { sets }));
  const total = new ExactSum();
  for (const contribution of contributions) if (contribution.stage !== 'beyond_boundary') total.add(contribution.kgco2e);
  const exactTotal = total.total();
  const uncertainty = propagated(contributions, exactTotal);
  return {
    graph,
    amounts,
    contributions,
    total: exactTotal,
    factors,
    ...(uncertainty === undefined ? {} : { uncertainty }),
  };
}

/** Lines of a sub-product are told apart from the root's by the sub-product's id. */
function componentsOf(node: GraphNode, rootProduct: string | undefined): { prefix: string; path: string } {
  return { prefix: node.product === rootProduct ? '' : node.product, path: node.path };
}
