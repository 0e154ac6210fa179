import type { Spot } from '../diagnostics/place.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { Dataset } from './dataset.js';

/** Where a factor of an earlier edition went, as the publisher states it in datapackage.json. */
export interface Replacement {
  readonly from: string;
  /** One successor, or several into which the factor was split. */
  readonly to: readonly string[];
  readonly spot: Spot;
}

/** The stated replacements of a dataset, followed to factors that it has: what was replaced may be replaced again later. */
export class Successors {
  readonly #stated = new Map<string, readonly string[]>();

  constructor(private readonly dataset: Dataset) {
    for (const { from, to } of dataset.replacements()) this.#stated.set(from, to);
  }

  /** The factors that took the place of `id`; none where the publisher states none. */
  of(id: string): readonly string[] {
    return this.#follow(id).found;
  }

  /** replacement-invalid for each replacement of a factor that is still there, is named twice, or leads nowhere. */
  *problems(): Generator<Problem> {
    const seen = new Set<string>();
    for (const { from, to, spot } of this.dataset.replacements()) {
      const told = to.join(', ');
      if (seen.has(from)) yield problem('replacement-invalid', { from, to: told, fault: 'doubled' }, spot);
      else if (this.dataset.has(from)) yield problem('replacement-invalid', { from, to: told, fault: 'kept' }, spot);
      else for (const end of this.#follow(from).missing) yield problem('replacement-invalid', { from, to: end, fault: 'missing' }, spot);
      seen.add(from);
    }
  }

  #follow(id: string): { found: string[]; missing: string[] } {
    const found: string[] = [];
    const missing: string[] = [];
    const seen = new Set<string>();
    const ahead = [...(this.#stated.get(id) ?? [])].reverse();
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const stated = this.#stated.get(next);
      if (this.dataset.has(next)) found.push(next);
      else if (stated === undefined) missing.push(next);
      else ahead.push(...[...stated].reverse());
    }
    // A circle of replacements that leaves nothing in the dataset.
    if (seen.size > 0 && found.length === 0 && missing.length === 0) missing.push(id);
    return { found, missing };
  }
}
