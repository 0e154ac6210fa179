import rule from '../../../rules/battery.json' with { type: 'json' };
import { addCircularMaterial } from '../circular-footprint.js';
import type { ModelContext, Sector } from '../model.js';
import type { SectorRule } from '../rule.js';
import { deliveredEnergy } from './delivered-energy.js';

/** Energy delivered, recycled materials and distribution of a battery (docs/sectors/battery.md); its parts stand in the bill. */
export const battery: Sector = {
  rule: rule as SectorRule,
  model: (context) => {
    const { parameters } = context;
    const service = parameters.group('service');
    if (service !== undefined) deliveredEnergy(context, service);
    for (const material of parameters.list('materials')) {
      const name = material.text('name') ?? '';
      addCircularMaterial(context, material, material.needAmount('mass'), { en: name, zh: name });
    }
    addDistribution(context);
  },
};

/** Mass of the battery × distance, each leg a line. */
function addDistribution({ sheet, parameters, stages }: ModelContext): void {
  if (!stages.has('distribution')) return;
  for (const leg of parameters.list('distribution')) {
    const name = leg.text('name') ?? '';
    const quantity = sheet.derive(leg.id('transport'), {
      names: { en: `transport, ${name}`, zh: `运输，${name}` },
      unit: 'tkm', formula: 'mass / 1000 * distance',
      inputs: { mass: parameters.needAmount('battery_mass'), distance: leg.needAmount('distance') },
    });
    sheet.line({ component: 'distribution', item: { en: name, zh: name }, stage: 'distribution', quantity, factor: leg.needFactor('factor') });
  }
}
