import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language } from '../diagnostics/wording.js';
import type { SearchHit } from '../factors/search.js';
import { alignedLines } from './columns.js';

/** Factors as a table: the reference a bill may use, the amount, and what tells like factors apart. */
export function factorListText(hits: readonly SearchHit[], language: Language): string {
  const { phrases } = wordingOf(language);
  const head = [
    phrases['heading.id'], 'kg CO2e', phrases['heading.unit'], phrases['heading.region'], phrases['heading.year'],
    phrases['heading.name'],
  ];
  const rows = hits.map(({ dataset, row: { cells, gases } }) => {
    const name = language === 'zh' ? cells.name_zh || cells.name : cells.name || cells.name_zh;
    return [`${dataset}:${cells.id}`, gases === '' ? cells.kgco2e : phrases['heading.gases'], cells.unit, cells.region, cells.year, name].map((cell) => printable(cell));
  });
  const lines = alignedLines([head, ...rows], ['left', 'right', 'left', 'left', 'left', 'left']);
  return `${lines.join('\n')}\n`;
}
