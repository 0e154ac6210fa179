import { decimalText, stepsText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import type { Declaration, Footprint } from '../footprint/footprint.js';
import type { Bom } from '../input/bom-line.js';
import { legModule } from '../input/modules.js';
import type { ClosedAmounts, ClosedOrigins } from './closing.js';
import { Steps } from './contribution-steps.js';
import { linePlace } from './line-place.js';
import type { Assembly, AssemblyUse, Contribution, Inventory } from './report.js';

/** The inventory of a report: assemblies first, then one entry a contribution, in the order of the bill. */
export function inventoryOf(footprint: Footprint, closed: ClosedAmounts, bom: Bom, declaration: Declaration): Inventory {
  const { graph } = footprint;
  const nodes = graph.order.filter((node) => node !== graph.root);
  const assemblies = new Map(nodes.map((node, index) => [node, index]));
  const steps = new Steps(bom, declaration, assemblies);
  return {
    assemblies: assembliesOf(footprint, nodes, steps, bom),
    contributions: footprint.contributions.map((contribution, index) => {
      const { component, line, leg, stage, factor } = contribution;
      const origins = closed.origins[index];
      const module = leg ? legModule(line.module) : line.module;
      // Members in canonical order: a report of 100,000 lines is written without sorting each of them again.
      const entry: Contribution = {
        component,
        data: line.data ?? 'unstated',
        ...(line.modelled === undefined ? {} : { derived: line.modelled.quantity }),
        factor: factor.key,
        item: line.item,
        ...(line.modelled === undefined ? {} : { item_zh: line.modelled.itemZh }),
        kgco2e: stepsText(closed.contributions[index] ?? 0n, closed.places),
        ...(line.mapped === undefined || leg ? {} : { mapped: line.mapped }),
        ...(module === undefined ? {} : { module }),
        ...(origins === undefined ? {} : { origins: originTexts(origins, closed.places) }),
        place: linePlace(bom, line, 'quantity'),
        quantity: line.quantity.text,
        stage,
        steps: steps.ofContribution(contribution),
        unit: line.unit.symbol,
      };
      return entry;
    }),
  };
}

function originTexts(origins: ClosedOrigins, places: number): Contribution['origins'] & object {
  return {
    aircraft: stepsText(origins.aircraft, places),
    biogenic_emissions: stepsText(origins.biogenicEmissions, places),
    biogenic_removals: stepsText(origins.biogenicRemovals, places),
    dluc: stepsText(origins.dluc, places),
    fossil: stepsText(origins.fossil, places),
  };
}

function assembliesOf({ graph, amounts }: Footprint, nodes: readonly number[], steps: Steps, bom: Bom): Assembly[] {
  const uses = new Map<number, AssemblyUse[]>();
  for (const parent of graph.order) {
    for (const { line, child } of graph.nodes[parent]?.members ?? []) {
      if (child === undefined) continue;
      const use: AssemblyUse = {
        place: linePlace(bom, line, 'quantity'),
        quantity: line.quantity.text,
        steps: steps.ofUse(line, parent),
        unit: line.unit.symbol,
      };
      const known = uses.get(child);
      if (known === undefined) uses.set(child, [use]);
      else known.push(use);
    }
  }
  return nodes.map((node) => ({
    amount: decimalText(amounts.get(node) ?? Exact.ZERO),
    kind: graph.nodes[node]?.kind === 'product' ? 'sub_product' : 'assembly',
    name: graph.nodes[node]?.name ?? '',
    uses: (uses.get(node) ?? []).sort((a, b) => a.place.line - b.place.line),
  }));
}
