import type { Problem } from '../diagnostics/problem.js';

/** What a command hands back to main: nothing is printed and nobody exits before. */
export interface Outcome {
  readonly exit: 0 | 1 | 2;
  /** The result, for stdout. */
  readonly stdout?: string;
  /** A result too large to be one text, for stdout, in pieces of UTF-8. */
  readonly pieces?: readonly Uint8Array[];
  /** Words for people beside the result, for stderr. */
  readonly summary?: string;
  readonly problems: readonly Problem[];
}
