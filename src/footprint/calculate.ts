import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { conversion } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import { ExactSum } from '../quantity/sum.js';
import type { Unit } from '../quantity/unit.js';
import type { FactorLibrary } from '../factors/factor.js';
import type { Bom, BomColumn, BomLine } from '../input/bom-line.js';
import { STAGES, type Stage } from '../input/vocabulary.js';
import { dimensionClash } from './dimension-clash.js';
import { checkExpectations } from './expectations.js';
import { FactorChoice } from './factor-choice.js';
import { checkFitness } from './factor-fitness.js';
import type { Declaration, Footprint, LineContribution, UsedFactor } from './footprint.js';
import { lineAmount } from './line-amount.js';
import { nodeAmounts } from './node-amounts.js';
import { productGraph, type GraphNode } from './product-graph.js';
import { tonneKilometres } from './transport-leg.js';
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

/** The node a line stands in: how much of it the product holds, and how its lines' components begin. */
interface Home {
  readonly index: number;
  readonly amount: Exact;
  readonly prefix: string;
  readonly path: string;
}

/** Lines of a sub-product are told apart from the root's by the sub-product's id. */
function componentsOf(node: GraphNode, rootProduct: string | undefined): { prefix: string; path: string } {
  return { prefix: node.product === rootProduct ? '' : node.product, path: node.path };
}

class LineWeigher {
  /** kg CO2e in one of the line's units, by factor and line unit. */
  readonly #perUnit = new Map<UsedFactor, Map<Unit, { ratio: Exact; kgco2e: Exact }>>();
  readonly #components = new Map<string, string>();

  constructor(
    private readonly bom: Bom,
    private readonly choice: FactorChoice,
    private readonly declaration: Declaration,
    private readonly findings: Findings,
  ) {}

  line(line: BomLine, hasChild: boolean, home: Home, into: LineContribution[]): void {
    if (hasChild && line.leg === undefined) return;
    const amount = home.amount === Exact.ONE ? lineAmount(line) : lineAmount(line).times(home.amount);
    const component = this.#component(home, line.component);
    let stage = line.stage;
    if (!hasChild) {
      const factor = this.#factor(line);
      if (factor === undefined) return;
      stage ??= factor.stage;
      const per = this.#inUnit(factor, line);
      if (per === undefined || !this.#stageFits(line, stage)) return;
      into.push({
        line, leg: false, node: home.index, component, stage, factor,
        activity: per.ratio === Exact.ONE ? amount : amount.times(per.ratio),
        kgco2e: amount.times(per.kgco2e),
      });
    }
    if (line.leg === undefined) return;
    const factor = this.choice.named(line, line.leg.factor, 'transport');
    if (factor === undefined) return;
    stage ??= factor.stage;
    const activity = tonneKilometres(amount, line, line.leg.distance.value, factor, this.bom, this.findings);
    if (activity === undefined || !this.#stageFits(line, stage)) return;
    into.push({ line, leg: true, node: home.index, component, stage, factor, activity, kgco2e: activity.times(factor.value) });
  }

  #factor(line: BomLine): UsedFactor | undefined {
    if (line.factor !== undefined) return this.choice.named(line, line.factor, 'factor');
    if (line.supplier !== undefined) return this.choice.supplied(line);
    const { item, unconfirmed } = line;
    const where = unconfirmed === undefined ? {} : { unconfirmed: `${unconfirmed.input}:${unconfirmed.line}` };
    this.findings.add(problem('factor-unnamed', { item, ...where }, this.bom.spot(line, 'factor')));
    return undefined;
  }

  #inUnit(factor: UsedFactor, line: BomLine): { ratio: Exact; kgco2e: Exact } | undefined {
    const units = this.#perUnit.get(factor) ?? new Map<Unit, { ratio: Exact; kgco2e: Exact }>();
    this.#perUnit.set(factor, units);
    const known = units.get(line.unit);
    if (known !== undefined) return known;
    const ratio = conversion(line.unit, factor.unit);
    if (ratio === undefined) {
      this.findings.add(problem('unit-dimension', dimensionClash(line.unit, factor, line, this.bom), this.bom.spot(line, 'unit')));
      return undefined;
    }
    const per = { ratio: ratio.equals(Exact.ONE) ? Exact.ONE : ratio, kgco2e: factor.value.times(ratio) };
    units.set(line.unit, per);
    return per;
  }

  #stageFits(line: BomLine, stage: Stage | undefined): stage is Stage {
    if (stage === undefined) {
      this.findings.add(problem('stage-missing', { item: line.item, candidates: STAGES }, this.bom.spot(line, 'stage')));
      return false;
    }
    const { boundary } = this.declaration;
    if (boundary === undefined || stage === 'beyond_boundary' || boundary.stages.has(stage)) return true;
    const column: BomColumn = line.stage === undefined ? 'factor' : 'stage';
    this.findings.add(problem('stage-outside-boundary', { stage, boundary: boundary.name }, this.bom.spot(line, column)));
    return false;
  }

  #component(home: Home, own: string): string {
    if (home.prefix === '' && home.path === '') return own;
    const key = `${home.index}/${own}`;
    const known = this.#components.get(key);
    if (known !== undefined) return known;
    const component = [home.prefix, home.path, own].filter((part) => part !== '').join('/');
    this.#components.set(key, component);
    return component;
  }
}
