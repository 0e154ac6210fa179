import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';

/** The parameters of each route; those of another one contradict it. */
const PARAMETERS = {
  'warranty': ['usable_energy', 'vehicle_category', 'cycles_per_year', 'years'],
  'cycle-life': ['cycles', 'depth_of_discharge', 'fade', 'mean_capacity', 'end_capacity'],
  'duty-profile': ['yearly_energy', 'years'],
} as const;
type Route = keyof typeof PARAMETERS;

const NAMES = { en: 'energy delivered over the service life', zh: '使用寿命内提供的能量' };
const DELIVERED = 'delivered_energy';

/**
 * kWh that one battery delivers over its service life, by the route that the user chose: usable energy × cycles a year ×
 * years (Regulation (EU) 2023/1542, draft method of 2024), rated energy × depth × cycles × mean capacity (energy per
 * cycle × cycles, PEFCR of 2018), or energy a year × years. Nothing is assumed.
 */
export function deliveredEnergy(context: ModelContext, service: ParameterGroup): void {
  const route = service.choice('route') as Route | undefined;
  if (route === undefined) return;
  refuseOthers(context, service, route);
  const { sheet } = context;
  switch (route) {
    case 'warranty':
      sheet.derive(DELIVERED, {
        names: NAMES, unit: 'kWh', formula: 'usable * cycles * years',
        inputs: { usable: service.needAmount('usable_energy'), cycles: cyclesPerYear(context, service), years: service.needAmount('years') },
      });
      return;
    case 'duty-profile':
      sheet.derive(DELIVERED, {
        names: NAMES, unit: 'kWh', formula: 'yearly * years',
        inputs: { yearly: service.needAmount('yearly_energy'), years: service.needAmount('years') },
      });
      return;
    case 'cycle-life': {
      const perCycle = sheet.derive('energy_per_cycle', {
        names: { en: 'energy of a cycle at the beginning of life', zh: '寿命初期每次循环能量' }, unit: 'kWh', formula: 'rated * depth',
        inputs: { rated: context.parameters.needAmount('rated_energy'), depth: service.needAmount('depth_of_discharge') },
      });
      const cycles = service.needAmount('cycles');
      const mean = meanCapacity(context, service);
      sheet.derive(DELIVERED, {
        names: NAMES, unit: 'kWh',
        formula: mean === undefined ? 'energy * cycles' : 'energy * cycles * mean',
        inputs: { energy: perCycle, cycles, ...(mean === undefined ? {} : { mean }) },
      });
    }
  }
}

function refuseOthers({ fail }: ModelContext, service: ParameterGroup, route: Route): void {
  const own: readonly string[] = PARAMETERS[route];
  for (const other of Object.values(PARAMETERS).flat()) {
    if (!own.includes(other) && service.has(other)) {
      fail('parameter-conflict', { parameter: service.id('route'), other: service.id(other) }, service.pointerTo(other));
    }
  }
}

function cyclesPerYear({ lookUp, fail }: ModelContext, service: ParameterGroup): string {
  const category = service.choice('vehicle_category');
  if (category === undefined) return service.needAmount('cycles_per_year');
  if (service.has('cycles_per_year')) {
    fail('parameter-conflict', { parameter: service.id('vehicle_category'), other: service.id('cycles_per_year') }, service.pointerTo('cycles_per_year'));
  }
  return lookUp('cycles-per-year', category);
}

/** Undefined where the user leaves the loss of capacity out. */
function meanCapacity({ sheet, fail }: ModelContext, service: ParameterGroup): string | undefined {
  const fade = service.choice('fade');
  const unread = fade === 'mean-given' ? ['end_capacity'] : fade === 'linear' ? ['mean_capacity'] : ['mean_capacity', 'end_capacity'];
  for (const other of unread) {
    if (service.has(other)) fail('parameter-conflict', { parameter: service.id('fade'), other: service.id(other) }, service.pointerTo(other));
  }
  switch (fade) {
    case 'mean-given': return service.needAmount('mean_capacity');
    case 'linear':
      return sheet.derive('mean_capacity', {
        names: { en: 'mean remaining capacity', zh: '平均剩余容量' }, unit: '', formula: '(1 + end) / 2', inputs: { end: service.needAmount('end_capacity') },
      });
    case undefined:
      fail('parameter-missing', { parameter: service.id('fade'), names: { en: 'loss of capacity', zh: '容量衰减' } }, service.pointer);
      return undefined;
    default: return undefined;
  }
}
