import gbT2589 from '../../rules/coal-equivalents/gb-t-2589.json' with { type: 'json' };
import db33 from '../../rules/institution/db33-t-2515-2022.json' with { type: 'json' };
import generic from '../../rules/institution/generic.json' with { type: 'json' };
import type { CoalEquivalents, InstitutionRule } from './institution-rule.js';

/** By id. */
export const INSTITUTION_RULES: ReadonlyMap<string, InstitutionRule> = new Map<string, InstitutionRule>([
  [generic.id, generic], [db33.id, db33],
]);

/** By id. */
export const COAL_EQUIVALENTS: ReadonlyMap<string, CoalEquivalents> = new Map<string, CoalEquivalents>([[gbT2589.id, gbT2589]]);
