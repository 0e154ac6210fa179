import type { Code, ProblemArguments } from '../diagnostics/codes.js';

/** Adds a finding at a JSON Pointer of the product file. */
export type Fail = <C extends Code>(code: C, args: ProblemArguments[C], pointer: string) => void;
