import type { ModelContext } from '../model.js';
import type { Bilingual } from '../rule.js';

/** Turns amounts of a garden and a mill, of whatever time and area, into amounts per 1 kg of made tea. */
export class PerMadeTea {
  #tea: string | undefined;

  constructor(private readonly context: ModelContext) {}

  /** A quantity of `formula` ÷ made tea; the formula is one product, so that the division is of all of it. */
  made(id: string, names: Bilingual, unit: string, formula: string, inputs: Readonly<Record<string, string>>): string {
    this.#tea ??= this.#madeTea();
    return this.context.sheet.derive(id, { names, unit, formula: `${formula} / tea`, inputs: { ...inputs, tea: this.#tea } });
  }

  #madeTea(): string {
    const { parameters, sheet, fail } = this.context;
    const given = parameters.amount('made_tea');
    if (given === undefined && !parameters.has('fresh_leaf')) return parameters.needAmount('made_tea');
    if (given !== undefined) {
      if (parameters.has('fresh_leaf')) fail('parameter-conflict', { parameter: 'made_tea', other: 'fresh_leaf' }, parameters.pointerTo('fresh_leaf'));
      return given;
    }
    return sheet.derive('tea_made', {
      names: { en: 'made tea', zh: '成品茶' }, unit: 'kg', formula: 'leaf / ratio',
      inputs: { leaf: parameters.needAmount('fresh_leaf'), ratio: parameters.needAmount('leaf_ratio') },
    });
  }
}
