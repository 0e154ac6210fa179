import type { Stage } from '../../../input/vocabulary.js';

/**
 * Life-cycle stages of the modules of EN 15804+A2:2019, section 6.2. The product stage A1 to A3 is raw material to
 * whoever buys the product and names the factor in a bill; the line's own stage, where it has one, prevails.
 */
const STAGE_OF: ReadonlyMap<string, Stage> = new Map([
  ['A1', 'raw_materials'], ['A2', 'raw_materials'], ['A3', 'raw_materials'],
  ['A4', 'distribution'], ['A5', 'installation'],
  ['B1', 'use'], ['B6', 'use'], ['B7', 'use'],
  ['B2', 'maintenance'], ['B3', 'maintenance'], ['B4', 'maintenance'], ['B5', 'maintenance'],
  ['C1', 'end_of_life'], ['C2', 'end_of_life'], ['C3', 'end_of_life'], ['C4', 'end_of_life'],
  ['D', 'beyond_boundary'],
]);

/** The stage of a module (`C2`) or of a group of modules (`A1-A3`); '' where a group spans stages or is none. */
export function stageOf(module: string): Stage | '' {
  const group = /^([A-C])(\d)-(?:\1)?(\d)$/u.exec(module);
  if (group === null) return STAGE_OF.get(module) ?? (/^D\b/u.test(module) ? 'beyond_boundary' : '');
  const [, letter = '', first, last] = group;
  const stages = new Set<Stage | ''>();
  for (let number = Number(first); number <= Number(last); number += 1) stages.add(STAGE_OF.get(`${letter}${String(number)}`) ?? '');
  return stages.size === 1 ? [...stages][0] ?? '' : '';
}
