import { Exact } from '../../quantity/exact.js';
import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';

/** Ids of the sheet's quantities that say how an elevator is used. */
export interface Traffic {
  /** `1` to `6`. */
  readonly category: string;
  readonly trips: string;
  readonly days: string;
  readonly travelShare: string;
  /** Average one-way travel, m. */
  readonly travel: string;
  readonly loadShare: string;
}

/**
 * The load moved over the service life, t·km: rated load × average load share × average travel × trips × days × years
 * (functional unit of c-PCR-008 as public notes repeat it). Undefined without a usage category.
 */
export function transportWork(context: ModelContext, use: ParameterGroup): Traffic | undefined {
  const { sheet, parameters } = context;
  const category = use.choice('usage_category');
  if (category === undefined) return undefined;
  const load = use.needAmount('rated_load');
  const height = use.needAmount('travel_height');
  const days = use.needAmount('operating_days');
  const trips = use.amount('trips_per_day') ?? context.lookUp('trips', category);
  const travelShare = use.amount('average_travel_share') ?? context.lookUp('travel-share', travelRow(sheet.value(use.needAmount('stops')), category));
  const loadShare = use.amount('average_load_share') ?? context.lookUp('load-share', loadRow(sheet.value(load), category));
  const travel = sheet.derive('average_travel', {
    names: { en: 'average one-way travel', zh: '平均单程行程' },
    unit: 'm', formula: 'share * height', inputs: { share: travelShare, height },
  });
  const life = parameters.amount('service_life');
  if (life !== undefined) {
    sheet.derive('transport_work', {
      names: { en: 'load moved over the service life', zh: '使用寿命内的运输量' },
      unit: 'tkm',
      formula: 'load / 1000 * share * travel / 1000 * trips * days * life',
      inputs: { load, share: loadShare, travel, trips, days, life },
    });
  }
  return { category, trips, days, travelShare, travel, loadShare };
}

function travelRow(stops: Exact, category: string): string {
  if (stops.compare(Exact.of('2')) <= 0) return '2 stops';
  if (stops.compare(Exact.of('3')) <= 0) return '3 stops';
  return `more stops, category ${LOW.has(category) ? '1 to 3' : category}`;
}

function loadRow(load: Exact, category: string): string {
  const group = LOW.has(category) ? '1 to 3' : category === '4' ? '4' : '5 and 6';
  const bound = ['800', '1275', '2000'].find((most) => load.compare(Exact.of(most)) <= 0);
  return `${bound === undefined ? 'above 2000' : `to ${bound}`} kg, category ${group}`;
}

const LOW = new Set(['1', '2', '3']);
