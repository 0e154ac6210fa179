import type { Dataset, FactorRow } from './dataset.js';
import type { FactorColumn } from './factor.js';

const TITLES = ['id', 'name', 'name_zh'] as const satisfies readonly FactorColumn[];
const DETAILS = ['category', 'region', 'notes'] as const satisfies readonly FactorColumn[];

export interface SearchHit {
  readonly dataset: string;
  readonly row: FactorRow;
}

/**
 * The rows in which every word of the query occurs, whatever the case: first those called exactly so, then by how
 * many of the words stand in the id or a name; then in the order of the datasets.
 */
export function searchFactors(datasets: readonly Dataset[], query: string): SearchHit[] {
  const whole = folded(query);
  const words = whole.split(/\s+/u).filter((word) => word !== '');
  const hits: { hit: SearchHit; rank: number }[] = [];
  for (const dataset of datasets) {
    for (const row of dataset.rows()) {
      const titles = TITLES.map((column) => folded(row.cells[column]));
      const details = DETAILS.map((column) => folded(row.cells[column]));
      const inTitles = words.filter((word) => titles.some((text) => text.includes(word)));
      const rest = words.filter((word) => !inTitles.includes(word));
      if (!rest.every((word) => details.some((text) => text.includes(word)))) continue;
      const rank = titles.includes(whole) ? words.length + 1 : inTitles.length;
      hits.push({ hit: { dataset: dataset.facts.name, row }, rank });
    }
  }
  return hits.sort((a, b) => b.rank - a.rank).map(({ hit }) => hit);
}

/** Text as it is compared: without case, width or blanks around it. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
