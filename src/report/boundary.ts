import { includedStages, WHOLE_LIFE } from '../input/boundary-stages.js';
import type { ProductFile } from '../input/product-file.js';
import type { Stage } from '../input/vocabulary.js';
import type { ReportBoundary } from './report.js';

/** The boundary as reported; without a product file, the stages that occur. */
export function boundaryMember(product: ProductFile | undefined, occurring: ReadonlySet<Stage>): ReportBoundary {
  if (product === undefined) {
    return { type: 'custom', stages: WHOLE_LIFE.filter((stage) => occurring.has(stage)), excluded: [], cut_offs: [] };
  }
  const { boundary } = product;
  return {
    type: boundary.type,
    stages: includedStages(boundary),
    excluded: boundary.excluded ?? [],
    cut_offs: boundary.cut_offs ?? [],
  };
}
