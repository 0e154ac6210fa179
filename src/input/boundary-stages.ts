import type { Boundary, BoundaryType } from './product-file.js';
import { STAGES, type Stage } from './vocabulary.js';

/** Every stage but module D, which stands beside a total and never in it. */
export const WHOLE_LIFE: readonly Stage[] = STAGES.filter((stage) => stage !== 'beyond_boundary');

/** The stages that a boundary of that name takes in here; another set of stages is declared as `custom`. */
export const STAGES_OF: Readonly<Record<Exclude<BoundaryType, 'custom'>, readonly Stage[]>> = {
  'gate-to-gate': ['manufacturing'],
  'cradle-to-gate': ['raw_materials', 'manufacturing'],
  'cradle-to-grave': WHOLE_LIFE,
};

/** The stages a declared boundary takes in, without those it excludes, in the order of STAGES. */
export function includedStages({ type, stages = [], excluded = [] }: Boundary): readonly Stage[] {
  const named = type === 'custom' ? stages : STAGES_OF[type];
  return WHOLE_LIFE.filter((stage) => named.includes(stage) && !excluded.some((left) => left.stage === stage));
}
