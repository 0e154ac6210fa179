import { severityOf, type Code, type ProblemArguments, type Severity } from './codes.js';
import type { Spot } from './place.js';

/** One finding: what (a code), with which particulars, and where. Its words live in `wording/`. */
export type Problem = { [C in Code]: ProblemOf<C> }[Code];

interface ProblemOf<C extends Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly args: ProblemArguments[C];
  readonly spot?: Spot;
}

export function problem<C extends Code>(code: C, args: ProblemArguments[C], spot?: Spot): Problem {
  const found: ProblemOf<C> = { code, severity: severityOf(code), args, ...(spot === undefined ? {} : { spot }) };
  return found as Problem;
}
