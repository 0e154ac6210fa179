import { FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { BatchEvent } from '../batch/batch-events.js';

/** What people are told of failed products: the first findings, however many there are. */
export class ToldFindings {
  readonly #kept: Problem[] = [];
  #bill = 0;
  #before = 0;

  take(event: BatchEvent): void {
    const bill = event.kind === 'void' ? event.bill : event.next.bill;
    if (bill !== this.#bill) this.#before = this.#kept.length;
    this.#bill = bill;
    if (event.kind === 'void') this.#kept.length = this.#before;
    else this.#kept.push(...event.problems.slice(0, FINDINGS_LIMIT - this.#kept.length));
  }

  /** With a closing word where that is not all: of `failed` products so many failed before the run was cut off. */
  all(failed: number, failedBefore: number): Problem[] {
    const isAll = this.#kept.length < FINDINGS_LIMIT && failedBefore === 0;
    return isAll ? this.#kept : [...this.#kept, problem('batch-failed', { failed })];
  }
}
