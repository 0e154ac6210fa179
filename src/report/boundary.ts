import type { BoundaryType, ProductFile } from '../input/product-file.js';
import { STAGES, type Stage } from '../input/vocabulary.js';
import type { ReportBoundary } from './report.js';

const WHOLE_LIFE = STAGES.filter((stage) => stage !== 'beyond_boundary');

/** The stages that a boundary of that name takes in here; another set of stages is declared as `custom`. */
const STAGES_OF: Readonly<Record<Exclude<BoundaryType, 'custom'>, readonly Stage[]>> = {
  'gate-to-gate': ['manufacturing'],
  'cradle-to-gate': ['raw_materials', 'manufacturing'],
  'cradle-to-grave': WHOLE_LIFE,
};

/** The stages a declared boundary takes in, in the order of STAGES. */
export function stagesOf({ type, stages }: ProductFile['boundary']): readonly Stage[] {
  const named = stages ?? (type === 'custom' ? [] : STAGES_OF[type]);
  return WHOLE_LIFE.filter((stage) => named.includes(stage));
}

/** The boundary as reported; without a product file, the stages that occur. */
export function boundaryMember(product: ProductFile | undefined, occurring: ReadonlySet<Stage>): ReportBoundary {
  if (product === undefined) {
    return { type: 'custom', stages: WHOLE_LIFE.filter((stage) => occurring.has(stage)), excluded: [], cut_offs: [] };
  }
  const { boundary } = product;
  return {
    type: boundary.type,
    stages: stagesOf(boundary),
    excluded: boundary.excluded ?? [],
    cut_offs: boundary.cut_offs ?? [],
  };
}
