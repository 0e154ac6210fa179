import type { Stage } from '../../input/vocabulary.js';
import type { Coverage, Trait } from './special-factors.js';

/** Why a factor is offered, or is not the best. */
export type Reason =
  /** What of the item was found as what: in a name of the factor, or aside (id, category, notes). */
  | { readonly kind: 'word'; readonly item: string; readonly factor: string; readonly in: 'name' | 'aside' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'region'; readonly region: string; readonly near: 'same' | 'country' | 'within' | 'wider' | 'other' }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'coverage'; readonly coverage: Coverage }
  /** The factor stands for something special that the item does not ask for. */
  | { readonly kind: 'unasked'; readonly trait: Trait };
