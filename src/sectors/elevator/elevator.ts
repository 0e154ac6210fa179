import rule from '../../../rules/elevator.json' with { type: 'json' };
import type { ModelContext, Sector } from '../model.js';
import type { SectorRule } from '../rule.js';
import { addMaintenance } from './maintenance.js';
import { addReplacements } from './replacements.js';
import { transportWork, type Traffic } from './traffic.js';
import { addUseEnergy } from './use-energy.js';

/** Use, maintenance and replaced parts of an elevator over its service life (docs/sectors/elevator.md). */
export const elevator: Sector = {
  rule: rule as SectorRule,
  model: (context) => {
    const use = context.parameters.group('use');
    const traffic = use === undefined ? undefined : transportWork(context, use);
    if (use !== undefined && traffic !== undefined) addUseEnergy(context, use, traffic);
    addOverLife(context, traffic);
  },
};

/** What a year of maintenance and the life of a part come to over the service life. */
function addOverLife(context: ModelContext, traffic: Traffic | undefined): void {
  const { parameters, stages } = context;
  if (!stages.has('maintenance')) return;
  const maintenance = parameters.group('maintenance');
  if (maintenance !== undefined) addMaintenance(context, maintenance);
  addReplacements(context, parameters.list('replacements'), traffic);
}
