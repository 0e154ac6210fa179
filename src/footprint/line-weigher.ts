import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { conversion } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { Bom, BomColumn, BomLine } from '../input/bom-line.js';
import { STAGES, type Stage } from '../input/vocabulary.js';
import { dimensionClash } from './dimension-clash.js';
import type { FactorChoice } from './factor-choice.js';
import type { Declaration, LineContribution, UsedFactor } from './footprint.js';
import { lineAmount } from './line-amount.js';
import { tonneKilometres } from './transport-leg.js';

/** The node a line stands in: how much of it the product holds, and how its lines' components begin. */
export interface Home {
  readonly index: number;
  readonly amount: Exact;
  readonly prefix: string;
  readonly path: string;
}

/** Lays lines on the scales: factor, unit, stage and transport leg of each, in kg CO2e per declared unit of the product. */
export class LineWeigher {
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
