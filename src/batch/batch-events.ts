import type { Problem } from '../diagnostics/problem.js';
import type { MarkEvidence } from '../input/decimal-mark.js';

/** Where a batch goes on: everything before it is in the records. */
export interface BatchPosition {
  readonly bill: number;
  /** `ranges`: a byte offset and the line there; `products`: how many products of the bill are done. */
  readonly by: 'ranges' | 'products';
  readonly at: number;
  readonly line: number;
  readonly evidence: MarkEvidence;
}

/** What a batch gives, one after another. */
export type BatchEvent =
  | {
      readonly kind: 'records';
      /** NDJSON, whole lines; they stand until the next event is asked for. */
      readonly bytes: Uint8Array;
      readonly products: number;
      readonly failed: number;
      readonly problems: readonly Problem[];
      readonly next: BatchPosition;
      /** How much of the whole extent is done. */
      readonly done: number;
    }
  /** The bill turned out to be scattered or not plain: all its records so far are void and come again. */
  | { readonly kind: 'void'; readonly bill: number };

export const NO_EVIDENCE: MarkEvidence = { points: 0, commas: 0, threeAfterPoint: false, threeAfterComma: false };
