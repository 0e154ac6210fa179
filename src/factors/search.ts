import type { Dataset, FactorRow } from './dataset.js';
import type { FactorEntry } from './match/factor-entry.js';
import { FactorIndex, type Hit } from './match/factor-index.js';
import type { Query } from './match/query.js';
import { bestTerm, scored } from './match/score.js';
import { foldedText } from './match/words.js';

export interface SearchHit {
  readonly dataset: string;
  readonly row: FactorRow;
}

/**
 * The rows that have every word of the query, the likeliest first, equal ones in the order of the datasets. A word may
 * be the beginning of a longer one, or another name of the same thing in English or Chinese.
 */
export function searchFactors(datasets: readonly Dataset[], query: string): SearchHit[] {
  const index = new FactorIndex(datasets);
  const words = foldedText(query).split(' ').filter((word) => word !== '');
  const having = words.map((word) => {
    const read = index.read(word);
    return new Set(index.all(read).filter((hit) => hasAll(hit, read)).map(({ entry }) => entry));
  });
  const whole = index.read(query);
  const scores = new Map<FactorEntry, number>();
  for (const hit of index.all(whole)) {
    if (having.every((entries) => entries.has(hit.entry))) {
      scores.set(hit.entry, scored(hit, whole, { newestYear: index.newestYear }).value);
    }
  }
  return index.entries
    .filter((entry) => scores.has(entry))
    .sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
    .map(({ dataset, row }) => ({ dataset, row }));
}

function hasAll(hit: Hit, { facets }: Query): boolean {
  return facets.every((facet) => bestTerm(facet, hit) !== undefined);
}
