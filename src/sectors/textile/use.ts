import { decimalText } from '../../quantity/decimal-text.js';
import { Exact } from '../../quantity/exact.js';
import type { ModelContext } from '../model.js';

/** Digits of a sum that a finding shows. */
const SHOWN_DIGITS = 12;

/** The finished product on its way, each leg a line. */
export function addDistribution({ parameters, sheet, stages }: ModelContext): void {
  if (!stages.has('distribution')) return;
  for (const leg of parameters.list('transport')) {
    const name = leg.text('name') ?? '';
    const names = { en: name, zh: name };
    const quantity = sheet.derive(leg.id('transport'), {
      names, unit: 'tkm', formula: 'mass / 1000 * distance', inputs: { mass: parameters.needAmount('product_mass'), distance: leg.needAmount('distance') },
    });
    sheet.line({ component: 'distribution', item: names, stage: 'distribution', quantity, factor: leg.needFactor('factor') });
  }
}

/** Washing, drying and ironing over the life of the product (formulas of Ecobalyse, 2024). */
export function addUse({ parameters, sheet, stages }: ModelContext): void {
  const use = parameters.group('use');
  if (use === undefined || !stages.has('use')) return;
  const mass = parameters.needAmount('product_mass');
  const cycles = use.needAmount('cycles');
  const electricity = (id: string, names: { en: string; zh: string }, formula: string, inputs: Readonly<Record<string, string>>): void => {
    const quantity = sheet.derive(id, { names, unit: 'kWh', formula, inputs });
    sheet.line({ component: 'care', item: names, stage: 'use', quantity, factor: use.needFactor('electricity_factor') });
  };
  electricity('washing', { en: 'washing', zh: '洗涤' }, 'cycles * mass * washing', { cycles, mass, washing: use.needAmount('washing') });
  const dryer = use.amount('dryer_share');
  if (dryer !== undefined) {
    electricity('drying', { en: 'tumble drying', zh: '烘干' }, 'cycles * mass * drying * share', { cycles, mass, drying: use.needAmount('drying'), share: dryer });
  }
  const ironed = use.amount('ironed_share');
  if (ironed !== undefined) {
    electricity('ironing', { en: 'ironing', zh: '熨烫' }, 'cycles * power * time * share', {
      cycles, power: use.needAmount('iron_power'), time: use.needAmount('ironing_time'), share: ironed,
    });
  }
  for (const { id, per, factor, unit, names } of [
    { id: 'washing_water', per: 'water', factor: 'water_factor', unit: 'm3', names: { en: 'water of washing', zh: '洗涤用水' } },
    { id: 'washing_detergent', per: 'detergent', factor: 'detergent_factor', unit: 'kg', names: { en: 'detergent', zh: '洗涤剂' } },
  ]) {
    const reference = use.factor(factor);
    if (reference === undefined) continue;
    const quantity = sheet.derive(id, { names, unit, formula: 'cycles * mass * per', inputs: { cycles, mass, per: use.needAmount(per) } });
    sheet.line({ component: 'care', item: names, stage: 'use', quantity, factor: reference });
  }
}

/** The mass of the product by the routes it takes in the end. */
export function addEndOfLife({ parameters, sheet, stages, fail }: ModelContext): void {
  const routes = parameters.list('end_of_life');
  if (routes.length === 0 || !stages.has('end_of_life')) return;
  const sum = routes.reduce((total, route) => total.plus(sheet.value(route.needAmount('share'))), Exact.ZERO);
  if (!sum.equals(Exact.ONE)) {
    fail('parameter-sum', { parameters: 'end_of_life.*.share', sum: decimalText(sum, SHOWN_DIGITS), expected: '1' }, parameters.pointerTo('end_of_life'));
  }
  for (const route of routes) {
    const name = route.text('name') ?? '';
    const names = { en: name, zh: name };
    const quantity = sheet.derive(route.id('mass'), {
      names, unit: 'kg', formula: 'mass * share', inputs: { mass: parameters.needAmount('product_mass'), share: route.needAmount('share') },
    });
    sheet.line({ component: 'end of life', item: names, stage: 'end_of_life', quantity, factor: route.needFactor('factor') });
  }
}
