import type { Stage } from '../../input/vocabulary.js';
import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';
import type { Traffic } from './traffic.js';

const STAGE: Stage = 'maintenance';

/**
 * Module B4: parts replaced within the service life, in whole sets. The number of sets is rounded up and the first one,
 * which the elevator is delivered with, does not count (the convention of building assessments, from memory:
 * docs/sectors/elevator.md).
 */
export function addReplacements(context: ModelContext, parts: readonly ParameterGroup[], traffic: Traffic | undefined): void {
  const { sheet, parameters } = context;
  for (const part of parts) {
    const name = part.text('name') ?? '';
    const item = { en: name, zh: name };
    const life = lifeOf(context, part, traffic);
    if (life === undefined) continue;
    const sets = sheet.derive(part.id('sets'), {
      names: { en: `sets of ${name} after the first`, zh: `${name}：首套之后的套数` },
      unit: '', formula: 'roundup(service / life) - 1', inputs: { service: parameters.needAmount('service_life'), life },
    });
    const mass = sheet.derive(part.id('replaced'), {
      names: { en: `${name} replaced`, zh: `${name}：更换总量` }, unit: 'kg', formula: 'sets * mass', inputs: { sets, mass: part.needAmount('mass') },
    });
    const line = { component: 'replaced parts', stage: STAGE, module: 'B4' };
    sheet.line({ ...line, item, quantity: mass, factor: part.needFactor('factor') });
    const distance = part.amount('transport_distance');
    if (distance !== undefined) {
      const quantity = sheet.derive(part.id('transport'), {
        names: { en: `${name}, transport`, zh: `${name}：运输` }, unit: 'tkm', formula: 'mass / 1000 * distance', inputs: { mass, distance },
      });
      sheet.line({ ...line, item: { en: `${name}, transport`, zh: `${name}运输` }, quantity, factor: part.needFactor('transport_factor') });
    }
    const disposal = part.factor('disposal_factor');
    if (disposal !== undefined) {
      sheet.line({ ...line, item: { en: `${name}, disposal of old parts`, zh: `${name}旧件处置` }, quantity: mass, factor: disposal });
    }
  }
}

/** In years; of a life in starts, by the starts of a year. */
function lifeOf({ sheet, fail }: ModelContext, part: ParameterGroup, traffic: Traffic | undefined): string | undefined {
  const years = part.amount('life');
  const starts = part.amount('life_starts');
  if (years !== undefined && starts !== undefined) {
    fail('parameter-conflict', { parameter: part.id('life'), other: part.id('life_starts') }, part.pointerTo('life_starts'));
  }
  if (years !== undefined || starts === undefined) return part.needAmount('life');
  if (traffic === undefined) {
    fail('parameter-missing', { parameter: 'use', names: { en: 'use', zh: '使用' } }, part.pointerTo('life_starts'));
    return undefined;
  }
  return sheet.derive(part.id('life_years'), {
    names: { en: 'life of a set in years', zh: '每套寿命（年）' },
    unit: 'a', formula: 'starts / (trips * days)', inputs: { starts, trips: traffic.trips, days: traffic.days },
  });
}
