import { decimalText } from '../quantity/decimal-text.js';
import { ratioTexts } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { Place } from '../diagnostics/place.js';
import type { Declaration, LineContribution } from '../footprint/footprint.js';
import { subProductOf } from '../footprint/product-graph.js';
import { overOneKilometre } from '../footprint/transport-leg.js';
import type { Bom, BomColumn, BomLine } from '../input/bom-line.js';
import type { Step } from './report.js';

const NO_STEPS: readonly Step[] = [];

/** Tells the steps between a cell and a factor, each with its operand and its place. */
export class Steps {
  constructor(
    private readonly bom: Bom,
    private readonly declaration: Declaration,
    /** The index in `inventory.assemblies` of each node but the root. */
    private readonly assemblies: ReadonlyMap<number, number>,
  ) {}

  ofContribution({ line, leg, node, factor }: LineContribution): readonly Step[] {
    const home = this.assemblies.get(node);
    const plain = home === undefined && line.loss === undefined && line.share === undefined;
    if (plain && !leg && line.unit === factor.unit) return NO_STEPS;
    const steps = this.#ofLine(line, home);
    if (leg && line.leg !== undefined) {
      steps.push({ kind: 'distance', multiply: line.leg.distance.text, place: this.#place(line, 'distance_km') });
    }
    steps.push(...conversionStep(leg ? overOneKilometre(line.unit) : line.unit, factor.unit));
    return steps;
  }

  /** From a use of a node to its amount: `parent` is the node the line stands in. */
  ofUse(line: BomLine, parent: number): readonly Step[] {
    const steps = this.#ofLine(line, this.assemblies.get(parent));
    const declared = this.declaration.subProducts.get(subProductOf(line) ?? '');
    if (subProductOf(line) === undefined || declared === undefined) return steps;
    steps.push(...conversionStep(line.unit, declared.unit));
    if (!declared.amount.equals(Exact.ONE)) steps.push({ kind: 'declared_unit', divide: decimalText(declared.amount) });
    return steps;
  }

  #ofLine(line: BomLine, home: number | undefined): Step[] {
    const steps: Step[] = [];
    if (home !== undefined) steps.push({ assembly: home, kind: 'assembly' });
    if (line.loss !== undefined) {
      const { rate, basis } = line.loss;
      const operand = basis === 'of_input'
        ? { divide: decimalText(Exact.ONE.minus(rate.value)) }
        : { multiply: decimalText(Exact.ONE.plus(rate.value)) };
      steps.push({ kind: 'loss', basis, rate: rate.text, ...operand, place: this.#place(line, 'loss') });
    }
    if (line.share !== undefined) steps.push({ kind: 'share', multiply: line.share.text, place: this.#place(line, 'share') });
    return steps;
  }

  #place(line: BomLine, column: BomColumn): Place {
    return { column: this.bom.column(column), input: this.bom.input.name, line: line.line };
  }
}

function conversionStep(from: Unit, to: Unit): Step[] {
  const { multiply, divide } = ratioTexts(from, to);
  if (multiply === '1' && divide === '1') return [];
  return [{
    kind: 'conversion', from: from.symbol, to: to.symbol,
    ...(multiply === '1' ? {} : { multiply }),
    ...(divide === '1' ? {} : { divide }),
  }];
}
