import type { ModelContext } from '../model.js';
import type { MassChain } from './mass-chain.js';

const STAGE = 'manufacturing';

/** Electricity of sewing by its minutes, and the fabric that is cut away. */
export function addMaking({ parameters, sheet, stages }: ModelContext, chain: MassChain): void {
  const making = parameters.group('making');
  if (making === undefined || !stages.has(STAGE)) return;
  if (making.has('minutes')) {
    const quantity = sheet.derive('sewing', {
      names: { en: 'cutting and sewing', zh: '裁剪缝制' }, unit: 'kWh', formula: 'minutes * energy', inputs: { minutes: making.needAmount('minutes'), energy: 'sewing_energy' },
    });
    sheet.line({ component: 'making', item: sheet.get(quantity).names, stage: STAGE, quantity, factor: making.needFactor('electricity_factor') });
  }
  const waste = making.factor('waste_factor');
  if (waste === undefined) return;
  const quantity = sheet.derive('cutting_waste', {
    names: { en: 'cutting waste', zh: '裁剪废料' }, unit: 'kg', formula: 'cut - product', inputs: { cut: chain.cut, product: chain.product },
  });
  sheet.line({ component: 'making', item: sheet.get(quantity).names, stage: STAGE, quantity, factor: waste });
}

/** Trims and packaging, as weighed. */
export function addParts({ parameters, sheet, stages }: ModelContext): void {
  if (!stages.has('raw_materials')) return;
  for (const component of ['trims', 'packaging'] as const) {
    for (const part of parameters.list(component)) {
      const name = part.text('name') ?? '';
      sheet.line({ component, item: { en: name, zh: name }, stage: 'raw_materials', quantity: part.needAmount('mass'), factor: part.needFactor('factor') });
    }
  }
}
