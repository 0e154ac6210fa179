import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';

/** Module B2: the way to the elevator and back at every visit, shared by the elevators of a tour, and lubricant. */
export function addMaintenance({ sheet, parameters }: ModelContext, maintenance: ParameterGroup): void {
  const life = parameters.needAmount('service_life');
  const vehicles = maintenance.list('vehicle_factors');
  if (maintenance.amount('distance') !== undefined || vehicles.length > 0) {
    const shared = maintenance.amount('lifts_per_tour');
    const travelled = sheet.derive('maintenance_travel', {
      names: { en: 'way to maintenance over the service life', zh: '使用寿命内维护行驶里程' },
      unit: 'km',
      formula: shared === undefined ? 'visits * life * distance' : 'visits * life * distance / lifts',
      inputs: {
        visits: maintenance.needAmount('visits'), life, distance: maintenance.needAmount('distance'),
        ...(shared === undefined ? {} : { lifts: shared }),
      },
    });
    for (const [index, vehicle] of vehicles.entries()) {
      const item = index === 0 ? { en: 'service vehicle', zh: '维护车辆' } : { en: `service vehicle, factor ${String(index + 1)}`, zh: `维护车辆，因子${String(index + 1)}` };
      sheet.line({ component: 'service', item, stage: 'maintenance', module: 'B2', quantity: travelled, factor: vehicle.needFactor('factor') });
    }
  }
  const lubricant = maintenance.amount('lubricant');
  if (lubricant === undefined) return;
  const quantity = sheet.derive('lubricant_used', {
    names: { en: 'lubricant over the service life', zh: '使用寿命内润滑油用量' }, unit: 'kg', formula: 'lubricant * life', inputs: { lubricant, life },
  });
  sheet.line({
    component: 'service', item: { en: 'lubricant', zh: '润滑油' }, stage: 'maintenance', module: 'B2', quantity,
    factor: maintenance.needFactor('lubricant_factor'),
  });
}
