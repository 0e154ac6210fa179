import { exitOf } from './codes.js';
import { problem, type Problem } from './problem.js';

/** How many findings one run keeps; the rest are counted. */
export const FINDINGS_LIMIT = 100;

/** Gathers the problems of one run, up to a limit, so that all faults of a file are told at once. */
export class Findings {
  readonly #kept: Problem[] = [];
  #left = 0;
  #exit: 0 | 1 | 2 = 0;

  constructor(readonly limit: number = FINDINGS_LIMIT) {}

  add(found: Problem): void {
    const exit = exitOf(found.code);
    if (exit > this.#exit) this.#exit = exit;
    if (this.#kept.length < this.limit) this.#kept.push(found);
    else this.#left += 1;
  }

  /** 0 while nothing found forbids a result, 1 for failed expectations and rules, 2 for unusable input. */
  get exit(): 0 | 1 | 2 {
    return this.#exit;
  }

  get unusable(): boolean {
    return this.#exit === 2;
  }

  /** Everything kept, in the order of the places, and a closing line where the limit cut. */
  all(): Problem[] {
    const kept = [...this.#kept].sort(byPlace);
    if (this.#left > 0) kept.push(problem('findings-limit', { limit: this.limit, more: this.#left }));
    return kept;
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.spot === undefined || b.spot === undefined) return Number(a.spot !== undefined) - Number(b.spot !== undefined);
  if (a.spot.input !== b.spot.input) return 0;
  return a.spot.line - b.spot.line || a.spot.column - b.spot.column;
}
