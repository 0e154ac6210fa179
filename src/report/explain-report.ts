import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import type { Stage } from '../input/vocabulary.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact, MOST_DIGITS } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';
import { derivationOf } from './derivation.js';
import { EXPLANATION_SCHEMA, type AssemblyNode, type ContributionNode, type Explanation, type StageNode } from './explanation.js';
import { factorOperand, lineOperands } from './operand-nodes.js';
import { pickLine, type LinePick } from './pick-line.js';
import type { FootprintReport } from './report.js';
import { factorKey } from './rules/ledger.js';

const REFERENCE_FLOW = 'reference_flow';

/**
 * Explains a report, or one line of its bill. Throws a Fault where parts do not add up to their whole, where the report
 * does not list what it uses, or where nothing comes from the line.
 */
export function explainReport(report: FootprintReport, pick?: LinePick): Explanation {
  const { result, digest, product, unit } = report;
  const contributions = contributionsByStage(report);
  const children = result.by_stage.map((stage) => stageNode(stage, contributions));
  const beyond = result.beyond_boundary === undefined
    ? undefined
    : stageNode({ stage: 'beyond_boundary', value: result.beyond_boundary }, contributions);
  close('result.total', result.total, 'result.by_stage', children);
  for (const stage of contributions.keys()) {
    const told = stage === 'beyond_boundary' ? beyond !== undefined : children.some((node) => node.stage === stage);
    if (!told) throw new Fault(problem('report-stage-unlisted', { stage }));
  }
  const explanation: Explanation = {
    schema: EXPLANATION_SCHEMA,
    digest,
    product: { id: product.id, names: product.names },
    unit,
    result: { kind: 'result', value: result.total, children },
    ...(beyond === undefined ? {} : { beyond_boundary: beyond }),
    assemblies: assemblyNodes(report),
    ...(report.model === undefined ? {} : { reference_flow: derivationOf(report.model, REFERENCE_FLOW) }),
  };
  return pick === undefined ? explanation : pickLine(explanation, pick);
}

/** The largest first; equal ones in the order of the bill. */
function contributionsByStage({ factors, inventory, model }: FootprintReport): Map<Stage, ContributionNode[]> {
  const known = new Map(factors.map((factor) => [factorKey(factor), factor]));
  const stages = new Map<Stage, { node: ContributionNode; size: Exact }[]>();
  for (const [index, contribution] of inventory.contributions.entries()) {
    const { item, item_zh, component, data, place, stage, kgco2e, derived } = contribution;
    const factor = known.get(contribution.factor);
    if (factor === undefined) throw new Fault(problem('report-factor-unlisted', { index, factor: contribution.factor }));
    const node: ContributionNode = {
      kind: 'contribution', index, item, component, data, place,
      ...(item_zh === undefined ? {} : { item_zh }),
      value: kgco2e,
      children: [...lineOperands(contribution, inventory.assemblies), factorOperand(factor, contribution.mapped)],
      ...(derived === undefined ? {} : { derivation: derivationOf(model, derived) }),
    };
    const entry = { node, size: amount(kgco2e).absolute() };
    const entries = stages.get(stage);
    if (entries === undefined) stages.set(stage, [entry]);
    else entries.push(entry);
  }
  const sorted = new Map<Stage, ContributionNode[]>();
  for (const [stage, entries] of stages) {
    entries.sort((a, b) => b.size.compare(a.size));
    sorted.set(stage, entries.map(({ node }) => node));
  }
  return sorted;
}

function stageNode(
  { stage, value, percent }: FootprintReport['result']['by_stage'][number],
  contributions: ReadonlyMap<Stage, readonly ContributionNode[]>,
): StageNode {
  const children = contributions.get(stage) ?? [];
  close(stage, value, 'inventory.contributions', children);
  return { kind: 'stage', stage, value, ...(percent === undefined ? {} : { percent }), children };
}

function assemblyNodes({ inventory: { assemblies } }: FootprintReport): AssemblyNode[] {
  return assemblies.map(({ kind, name, amount: value, uses }, index) => ({
    kind, index, name, value,
    children: uses.map((use) => ({ kind: 'use', place: use.place, children: lineOperands(use, assemblies) })),
  }));
}

function close(whole: string, stated: string, parts: string, nodes: readonly { readonly value: string }[]): void {
  const computed = exactSum(nodes.map(({ value }) => amount(value)));
  if (computed.equals(amount(stated))) return;
  throw new Fault(problem('report-sum', { whole, stated, parts, computed: decimalText(computed, 2 * MOST_DIGITS) }));
}

function amount(text: string): Exact {
  return Exact.of(text);
}
