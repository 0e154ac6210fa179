import type { SupplierFactor } from '../input/bom-line.js';

/** The factor of a model's line: named in a dataset, or a supplier's own. */
export interface FactorReference {
  /** Id of the parameter, as parameters are addressed: `steps.2.electricity`. */
  readonly id: string;
  /** `dataset:id` or `id`. */
  readonly named?: string;
  readonly supplier?: SupplierFactor;
  /** JSON Pointer into the product file of what names it; of the group around it where the rule's default does. */
  readonly pointer: string;
}
