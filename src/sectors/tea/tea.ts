import rule from '../../../rules/tea.json' with { type: 'json' };
import type { ModelContext, Sector } from '../model.js';
import type { SectorRule } from '../rule.js';
import { addBrewing } from './brewing.js';
import { addCultivation } from './cultivation.js';
import { PerMadeTea } from './per-made-tea.js';

/** Field, mill, packing, transport and cup of 1 kg of made tea (docs/sectors/tea.md). */
export const tea: Sector = {
  rule: rule as SectorRule,
  model: (context) => {
    const per = new PerMadeTea(context);
    addCultivation(context, per);
    addEnergy(context, per);
    addPackaging(context);
    addTransport(context);
    const brewing = context.parameters.group('brewing');
    if (brewing !== undefined) addBrewing(context, brewing);
    addRemovals(context, per);
  },
};

const STEPS = {
  cultivation: { component: 'cultivation', stage: 'raw_materials' },
  processing: { component: 'processing', stage: 'manufacturing' },
} as const;

/** Each carrier of cultivation and of processing, by its energy, its volume or its mass. */
function addEnergy({ sheet, parameters, fail }: ModelContext, per: PerMadeTea): void {
  for (const carrier of parameters.list('energy')) {
    const name = carrier.text('name') ?? '';
    const measures = ([['energy', 'kWh'], ['volume', 'L'], ['mass', 'kg']] as const).filter(([id]) => carrier.has(id));
    const [measure, other] = measures;
    if (other !== undefined && measure !== undefined) {
      fail('parameter-conflict', { parameter: carrier.id(measure[0]), other: carrier.id(other[0]) }, carrier.pointerTo(other[0]));
    }
    const [id, unit] = measure ?? ['energy', 'kWh'];
    const names = { en: name, zh: name };
    const quantity = per.made(carrier.id('per_tea'), names, unit, 'amount', { amount: carrier.needAmount(id) });
    const place = STEPS[carrier.choice('step') === 'processing' ? 'processing' : 'cultivation'];
    for (const each of carrier.list('factors')) sheet.line({ ...place, item: names, quantity, factor: each.needFactor('factor') });
  }
}

function addPackaging({ sheet, parameters, stages }: ModelContext): void {
  for (const packaging of parameters.list('packaging')) {
    const name = packaging.text('name') ?? '';
    const item = { en: name, zh: name };
    const quantity = packaging.needAmount('mass');
    sheet.line({ component: 'packaging', item, stage: 'manufacturing', quantity, factor: packaging.needFactor('factor') });
    const disposal = packaging.factor('disposal_factor');
    if (disposal !== undefined && stages.has('end_of_life')) {
      sheet.line({ component: 'packaging', item: { en: `${name}, disposal`, zh: `${name}处置` }, stage: 'end_of_life', quantity, factor: disposal });
    }
  }
}

function addTransport({ sheet, parameters, stages }: ModelContext): void {
  if (!stages.has('distribution')) return;
  for (const leg of parameters.list('transport')) {
    const name = leg.text('name') ?? '';
    const names = { en: name, zh: name };
    const quantity = sheet.derive(leg.id('transport'), {
      names, unit: 'tkm', formula: 'mass / 1000 * distance', inputs: { mass: leg.needAmount('mass'), distance: leg.needAmount('distance') },
    });
    sheet.line({ component: 'distribution', item: names, stage: 'distribution', quantity, factor: leg.needFactor('factor') });
  }
}

/** Beside the footprint and never in it (ISO 14067, as public texts tell). */
function addRemovals({ sheet, parameters }: ModelContext, per: PerMadeTea): void {
  for (const removal of parameters.list('removals')) {
    const name = removal.text('name') ?? '';
    const names = { en: name, zh: name };
    const quantity = per.made(removal.id('per_tea'), names, 'kg', 'amount', { amount: removal.needAmount('carbon_dioxide') });
    sheet.line({ component: 'removals', item: names, stage: 'beyond_boundary', quantity, factor: removal.needFactor('factor') });
  }
}
