import type { Spot } from '../../../diagnostics/place.js';
import { problem, type Problem } from '../../../diagnostics/problem.js';
import { at, elementsAt, textAt } from '../../../input/exact-json.js';
import { parseUnit } from '../../../quantity/parse-unit.js';
import { conversion } from '../../../quantity/convert.js';
import { Exact } from '../../../quantity/exact.js';
import { machineNumber } from '../machine-number.js';
import { unitAt, type OpenExchange, type OpenUnit } from './exchanges.js';
import type { OpenEntity, OpenPackage } from './open-package.js';

/** One impact category of a package: its characterisation factors, by flow. */
export class OpenCategory {
  readonly name: string;
  /** `kg CO2 eq.`; the member's name differs between versions 1 and 2 of the schema. */
  readonly unit: string;
  readonly #factors = new Map<string, unknown[]>();

  constructor(readonly entity: OpenEntity) {
    const { value } = entity;
    this.name = entity.name;
    this.unit = textAt(value, 'refUnit') || textAt(value, 'referenceUnitName');
    for (const factor of elementsAt(value, 'impactFactors')) {
      const flow = textAt(factor, 'flow', '@id');
      const factors = this.#factors.get(flow) ?? [];
      factors.push(factor);
      this.#factors.set(flow, factors);
    }
  }

  get id(): string {
    return this.entity.id;
  }

  has(flow: string): boolean {
    return this.#factors.has(flow);
  }

  get hasFactors(): boolean {
    return this.#factors.size > 0;
  }

  /**
   * Σ amount × characterisation factor over the elementary exchanges of a process, exact; flows without a factor
   * count nothing, as in openLCA. A flow counts alike as input and as output: the sign stands in its factor. Gives
   * the problem where a flow stands on both sides, has regional factors, or a unit that does not convert.
   */
  total(exchanges: readonly OpenExchange[], pack: OpenPackage, spot: Spot): Exact | Problem {
    const sides = new Map<string, boolean>();
    let total = Exact.ZERO;
    for (const exchange of exchanges) {
      const factors = this.#factors.get(exchange.flow);
      if (exchange.kind !== 'ELEMENTARY_FLOW' || factors === undefined) continue;
      const uncountable = (detail: 'unit' | 'both-ways' | 'regional'): Problem =>
        problem('import-flow-uncountable', { flow: exchange.flowName || exchange.flow, detail }, spot);
      const side = sides.get(exchange.flow);
      if (side !== undefined && side !== exchange.isInput) return uncountable('both-ways');
      sides.set(exchange.flow, exchange.isInput);
      const [factor] = factors;
      if (factors.length > 1 || at(factor, 'location') !== undefined) return uncountable('regional');
      const amount = machineNumber(exchange.amount, '/exchanges/amount', spot);
      if (!(amount instanceof Exact)) return amount;
      const value = machineNumber(textAt(factor, 'value'), '/impactFactors/value', { ...spot, input: this.entity.entry });
      if (!(value instanceof Exact)) return value;
      const ratio = ratioOf(exchange.unit, unitAt(factor), pack);
      if (ratio === undefined) return uncountable('unit');
      total = total.plus(amount.times(ratio).times(value));
    }
    return total;
  }
}

/** How many of `to` one of `from` is: equal, by their unit group, or by what tanji knows of both. */
function ratioOf(from: OpenUnit, to: OpenUnit, pack: OpenPackage): Exact | undefined {
  if (from.property !== to.property && from.property !== '' && to.property !== '') return undefined;
  if (from.id === to.id && from.name === to.name) return Exact.ONE;
  const [one, other] = [pack.units.get(from.id), pack.units.get(to.id)];
  if (one !== undefined && other !== undefined && one.group === other.group) {
    const [top, bottom] = [Exact.parse(one.factor), Exact.parse(other.factor)];
    return top === undefined || bottom === undefined || bottom.isZero ? undefined : top.dividedBy(bottom);
  }
  const [known, wanted] = [parseUnit(from.name), parseUnit(to.name)];
  return known.kind === 'found' && wanted.kind === 'found' ? conversion(known.unit, wanted.unit) : undefined;
}
