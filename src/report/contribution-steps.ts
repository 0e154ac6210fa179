import { decimalText } from '../quantity/decimal-text.js';
import { fractionTexts, ratioTexts } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { Declaration, LineContribution } from '../footprint/footprint.js';
import { subProductOf } from '../footprint/product-graph.js';
import { overOneKilometre } from '../footprint/transport-leg.js';
import type { Bom, BomLine } from '../input/bom-line.js';
import { linePlace } from './line-place.js';
import type { Step } from './report.js';

const NO_STEPS: readonly Step[] = [];

/** Tells the steps between a cell and a factor, each with its operand and its place. */
export class Steps {
  readonly #conversions = new Map<string, readonly Step[]>();
  /** The reference flow, for lines that stand in the root itself: the amounts of assemblies hold it already. */
  readonly #flow: readonly Step[];

  constructor(
    private readonly bom: Bom,
    private readonly declaration: Declaration,
    /** The index in `inventory.assemblies` of each node but the root. */
    private readonly assemblies: ReadonlyMap<number, number>,
  ) {
    this.#flow = flowStep(declaration.referenceFlow ?? Exact.ONE);
  }

  ofContribution({ line, leg, node, factor }: LineContribution): readonly Step[] {
    const home = this.assemblies.get(node);
    const plain = home === undefined && this.#flow.length === 0 && line.loss === undefined && line.share === undefined;
    if (plain && !leg && line.unit === factor.unit) return NO_STEPS;
    const steps = this.#ofLine(line, home);
    if (leg && line.leg !== undefined) {
      steps.push({ kind: 'distance', multiply: line.leg.distance.text, place: linePlace(this.bom, line, 'distance_km') });
    }
    steps.push(...this.#conversion(leg ? overOneKilometre(line.unit) : line.unit, factor.unit));
    return steps;
  }

  /** From a use of a node to its amount: `parent` is the node the line stands in. */
  ofUse(line: BomLine, parent: number): readonly Step[] {
    const steps = this.#ofLine(line, this.assemblies.get(parent));
    const declared = this.declaration.subProducts.get(subProductOf(line) ?? '');
    if (subProductOf(line) === undefined || declared === undefined) return steps;
    steps.push(...this.#conversion(line.unit, declared.unit));
    if (!declared.amount.equals(Exact.ONE)) steps.push({ divide: decimalText(declared.amount), kind: 'declared_unit' });
    return steps;
  }

  #conversion(from: Unit, to: Unit): readonly Step[] {
    const key = `${from.symbol}>${to.symbol}`;
    const known = this.#conversions.get(key) ?? conversionStep(from, to);
    this.#conversions.set(key, known);
    return known;
  }

  #ofLine(line: BomLine, home: number | undefined): Step[] {
    const steps: Step[] = [];
    if (home !== undefined) steps.push({ assembly: home, kind: 'assembly' });
    else steps.push(...this.#flow);
    if (line.loss !== undefined) {
      const { rate, basis } = line.loss;
      const operand = basis === 'of_input'
        ? { divide: { divide: decimalText(Exact.ONE.minus(rate.value)) } }
        : { multiply: { multiply: decimalText(Exact.ONE.plus(rate.value)) } };
      steps.push({ basis, ...operand.divide, kind: 'loss', ...operand.multiply, place: linePlace(this.bom, line, 'loss'), rate: rate.text });
    }
    if (line.share !== undefined) steps.push({ kind: 'share', multiply: line.share.text, place: linePlace(this.bom, line, 'share') });
    return steps;
  }
}

/** Members in canonical order, as in inventory.ts. */
function conversionStep(from: Unit, to: Unit): Step[] {
  const { multiply, divide } = ratioTexts(from, to);
  if (multiply === '1' && divide === '1') return [];
  return [{
    ...(divide === '1' ? {} : { divide }),
    from: from.symbol,
    kind: 'conversion',
    ...(multiply === '1' ? {} : { multiply }),
    to: to.symbol,
  }];
}

function flowStep(flow: Exact): Step[] {
  const { multiply, divide } = fractionTexts(flow);
  if (multiply === '1' && divide === '1') return [];
  return [{ ...(divide === '1' ? {} : { divide }), kind: 'reference_flow', ...(multiply === '1' ? {} : { multiply }) }];
}
