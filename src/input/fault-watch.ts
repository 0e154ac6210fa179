import { severityOf } from '../diagnostics/codes.js';
import type { Findings } from '../diagnostics/findings.js';
import type { Problem } from '../diagnostics/problem.js';

/** Passes the problems of one input on, and remembers whether an error was among them. */
export class FaultWatch {
  #failed = false;

  constructor(readonly findings: Findings) {}

  add(found: Problem): void {
    if (severityOf(found.code) === 'error') this.#failed = true;
    this.findings.add(found);
  }

  get failed(): boolean {
    return this.#failed;
  }
}
