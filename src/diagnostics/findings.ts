import { exitOf, type Code } from './codes.js';
import type { Spot } from './place.js';
import { problem, type Problem } from './problem.js';

/** How many findings one run keeps; the rest are counted. */
export const FINDINGS_LIMIT = 100;

/** Gathers the problems of one run, up to a limit, so that all faults of a file are told at once. */
export class Findings {
  readonly #kept: Problem[] = [];
  #left = 0;
  #exit: 0 | 1 | 2 = 0;

  /** Problems of the `denied` codes count as errors, of exit code 1 at least. */
  constructor(readonly limit: number = FINDINGS_LIMIT, private readonly denied: ReadonlySet<Code> = new Set()) {}

  add(given: Problem): void {
    const isDenied = this.denied.has(given.code);
    const found: Problem = isDenied ? { ...given, severity: 'error' } : given;
    const exit = isDenied && exitOf(found.code) === 0 ? 1 : exitOf(found.code);
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

  /** Everything kept: inputs as they first came up, in each the order of the places, then what has none; and a closing line where the limit cut. */
  all(): Problem[] {
    const inputs = new Map<string, number>();
    for (const { spot } of this.#kept) {
      if (spot !== undefined && !inputs.has(spot.input)) inputs.set(spot.input, inputs.size);
    }
    const rank = (found: Problem): number => (found.spot === undefined ? inputs.size : inputs.get(found.spot.input) ?? inputs.size);
    const kept = [...this.#kept].sort((a, b) => rank(a) - rank(b) || byPlace(a.spot, b.spot));
    if (this.#left > 0) kept.push(problem('findings-limit', { limit: this.limit, more: this.#left }));
    return kept;
  }
}

function byPlace(a: Spot | undefined, b: Spot | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.line - b.line || a.column - b.column;
}
