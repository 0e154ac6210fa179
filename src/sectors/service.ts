import rule from '../../rules/service.json' with { type: 'json' };
import type { Sector } from './model.js';
import type { SectorRule } from './rule.js';

// The schema is the type in another notation; test/sectors/rules.test.ts holds them together.
export const service: Sector = { rule: rule as SectorRule };
