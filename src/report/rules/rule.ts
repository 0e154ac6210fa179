import type { Code, ProblemArguments } from '../../diagnostics/codes.js';
import type { Spot } from '../../diagnostics/place.js';
import { problem, type Problem } from '../../diagnostics/problem.js';
import type { Ledger } from './ledger.js';

/** One arithmetic or consistency rule of a report, and the code of what it finds. */
export interface Rule {
  readonly code: Code;
  problems(ledger: Ledger, spot: Spot): Iterable<Problem>;
}

export function rule<C extends Code>(code: C, check: (ledger: Ledger) => Iterable<ProblemArguments[C]>): Rule {
  return {
    code,
    *problems(ledger, spot) {
      for (const args of check(ledger)) yield problem(code, args, spot);
    },
  };
}
