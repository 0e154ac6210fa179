import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';

/** Water and electricity of the cups that 1 kg of made tea gives, and its leaf afterwards. */
export function addBrewing({ sheet, stages }: ModelContext, brewing: ParameterGroup): void {
  const tea = brewing.needAmount('tea_per_cup');
  if (stages.has('use') && brewing.has('water_per_cup')) {
    const water = sheet.derive('brewing_water', {
      names: { en: 'water boiled', zh: '烧水量' }, unit: 'kg', formula: 'water / tea', inputs: { water: brewing.needAmount('water_per_cup'), tea },
    });
    const electricity = sheet.derive('brewing_electricity', {
      names: { en: 'electricity of boiling', zh: '烧水用电' }, unit: 'kWh', formula: 'water * heat * rise / 3600 / efficiency',
      inputs: { water, heat: 'water_heat', rise: brewing.needAmount('temperature_rise'), efficiency: brewing.needAmount('efficiency') },
    });
    sheet.line({
      component: 'brewing', item: { en: 'electricity of boiling', zh: '烧水用电' }, stage: 'use', quantity: electricity,
      factor: brewing.needFactor('electricity_factor'),
    });
    const supply = brewing.factor('water_factor');
    if (supply !== undefined) {
      const volume = sheet.derive('brewing_volume', {
        names: { en: 'water', zh: '自来水' }, unit: 'L', formula: 'water * 1', inputs: { water },
      });
      sheet.line({ component: 'brewing', item: { en: 'water', zh: '自来水' }, stage: 'use', quantity: volume, factor: supply });
    }
  }
  const disposal = brewing.factor('leaf_disposal_factor');
  if (disposal === undefined || !stages.has('end_of_life')) return;
  const leaf = sheet.derive('brewed_leaf', {
    names: { en: 'leaf disposed of, dry mass', zh: '茶渣（干重）' }, unit: 'kg', formula: '1', inputs: {},
  });
  sheet.line({ component: 'brewing', item: { en: 'leaf, disposal', zh: '茶渣处置' }, stage: 'end_of_life', quantity: leaf, factor: disposal });
}
