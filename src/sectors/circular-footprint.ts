import { decimalText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import type { Stage } from '../input/vocabulary.js';
import type { ModelContext } from './model.js';
import type { ParameterGroup } from './parameters.js';
import type { Bilingual } from './rule.js';

/** Digits of a sum that a finding shows. */
const SHOWN_DIGITS = 12;

/**
 * Recycled content and end of life of one material, per one reference product, by the circular footprint formula or by
 * cut-off.
 *
 * Circular footprint formula (as the rules' sources repeat it), per unit of mass:
 *   material  (1 - R1) Ev + R1 (A Erecycled + (1 - A) Ev Qin) + (1 - A) R2 (ErecycledEoL - E*v Qout)
 *   energy    (1 - B) R3 (EER - LHV Xheat ESEheat - LHV Xelec ESEelec)
 *   disposal  (1 - R2 - R3) ED
 * Cut-off: (1 - R1) Ev + R1 Erecycled, R3 EER, (1 - R2 - R3) ED; what is recycled leaves without burden and credit.
 *
 * The terms of the input (R1) go to `raw_materials`, all others to `end_of_life`; each is a line of its own.
 */
export function addCircularMaterial(context: ModelContext, material: ParameterGroup, mass: string, name: Bilingual): void {
  const terms = new Terms(context, material, mass, name);
  if (context.stages.has('raw_materials')) addInput(terms);
  if (context.stages.has('end_of_life')) addEndOfLife(terms);
}

/** Lines of one material: each term is mass × formula, times its factor. */
class Terms {
  readonly circular: boolean;

  constructor(
    readonly context: ModelContext,
    readonly material: ParameterGroup,
    private readonly mass: string,
    private readonly name: Bilingual,
  ) {
    const method = material.choice('recycling_method');
    if (method === undefined) {
      context.fail('parameter-missing', { parameter: material.id('recycling_method'), names: { en: 'recycling method', zh: '再生核算方法' } }, material.pointer);
    }
    this.circular = method === 'circular-footprint';
  }

  /** A share that counts as 0 where it is absent, and then needs no term. */
  share(id: string): string | undefined {
    return this.material.amount(id);
  }

  /** The factor A: given, or of the material's group. */
  allocation(): string {
    const given = this.material.amount('allocation_factor');
    if (given !== undefined) return given;
    const group = this.material.choice('material_group');
    return group === undefined ? this.material.needAmount('allocation_factor') : this.context.lookUp('allocation-factor', group);
  }

  add(id: string, stage: Stage, item: Bilingual, formula: string, inputs: Readonly<Record<string, string>>, factor: string, unit = 'kg'): void {
    const { context, material, name } = this;
    const names = { en: `${name.en}, ${item.en}`, zh: `${name.zh}，${item.zh}` };
    const quantity = context.sheet.derive(material.id(id), { names, unit, formula, inputs: { mass: this.mass, ...inputs } });
    context.sheet.line({ component: 'circular materials', item: names, stage, quantity, factor: material.needFactor(factor) });
  }
}

function addInput(terms: Terms): void {
  const recycled = terms.share('recycled_content');
  const virgin = { en: 'virgin', zh: '原生' };
  if (recycled === undefined) {
    terms.add('virgin', 'raw_materials', virgin, 'mass * 1', {}, 'virgin_factor');
    return;
  }
  terms.add('virgin', 'raw_materials', virgin, 'mass * (1 - r1)', { r1: recycled }, 'virgin_factor');
  const item = { en: 'recycled', zh: '再生' };
  if (!terms.circular) {
    terms.add('recycled', 'raw_materials', item, 'mass * r1', { r1: recycled }, 'recycled_factor');
    return;
  }
  const a = terms.allocation();
  terms.add('recycled', 'raw_materials', item, 'mass * r1 * a', { r1: recycled, a }, 'recycled_factor');
  terms.add('virgin_borne', 'raw_materials', { en: 'virgin borne by recycled content', zh: '再生料分担的原生' },
    'mass * r1 * (1 - a) * q_in', { r1: recycled, a, q_in: terms.material.needAmount('quality_in') }, 'virgin_factor');
}

function addEndOfLife(terms: Terms): void {
  const { context: { sheet, fail }, material } = terms;
  const out = terms.share('recycled_at_end');
  const burnt = terms.share('energy_recovered');
  const gone = Exact.ONE.minus(out === undefined ? Exact.ZERO : sheet.value(out)).minus(burnt === undefined ? Exact.ZERO : sheet.value(burnt));
  if (gone.isNegative) {
    const sum = decimalText(Exact.ONE.minus(gone), SHOWN_DIGITS);
    fail('parameter-sum', { parameters: `${out ?? ''} + ${burnt ?? ''}`, sum, expected: '≤ 1' }, material.pointer);
  }
  if (out !== undefined && terms.circular) {
    const a = terms.allocation();
    terms.add('recycling_at_end', 'end_of_life', { en: 'recycling at end of life', zh: '寿命终止再生处理' },
      'mass * (1 - a) * r2', { a, r2: out }, 'recycling_at_end_factor');
    terms.add('avoided_virgin', 'end_of_life', { en: 'virgin material avoided', zh: '避免的原生材料' },
      '-(mass * (1 - a) * r2 * q_out)', { a, r2: out, q_out: material.needAmount('quality_out') }, 'avoided_factor');
  }
  if (burnt !== undefined) addEnergyRecovery(terms, burnt);
  if (gone.isZero || material.factor('disposal_factor') === undefined && out === undefined && burnt === undefined) return;
  const shares = { ...(out === undefined ? {} : { r2: out }), ...(burnt === undefined ? {} : { r3: burnt }) };
  const formula = `mass * (1${out === undefined ? '' : ' - r2'}${burnt === undefined ? '' : ' - r3'})`;
  terms.add('disposed', 'end_of_life', { en: 'disposal', zh: '处置' }, formula, shares, 'disposal_factor');
}

function addEnergyRecovery(terms: Terms, burnt: string): void {
  const { material } = terms;
  const inputs: Record<string, string> = { r3: burnt };
  let share = 'mass * r3';
  if (terms.circular) {
    inputs['b'] = material.needAmount('energy_allocation_factor');
    share = 'mass * (1 - b) * r3';
  }
  terms.add('burnt', 'end_of_life', { en: 'energy recovery', zh: '能量回收' }, share, inputs, 'energy_recovery_factor');
  if (!terms.circular) return;
  for (const { id, efficiency, factor, item } of [
    { id: 'heat_avoided', efficiency: 'heat_efficiency', factor: 'avoided_heat_factor', item: { en: 'heat avoided', zh: '避免的热力' } },
    { id: 'electricity_avoided', efficiency: 'electricity_efficiency', factor: 'avoided_electricity_factor', item: { en: 'electricity avoided', zh: '避免的电力' } },
  ]) {
    const x = material.amount(efficiency);
    if (x === undefined) continue;
    terms.add(id, 'end_of_life', item, `-(${share} * lhv * x)`, { ...inputs, lhv: material.needAmount('lower_heating_value'), x }, factor, 'MJ');
  }
}
