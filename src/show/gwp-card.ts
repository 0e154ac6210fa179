import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language, type Phrases } from '../diagnostics/wording.js';
import type { Blend, Gas, GwpTable } from '../factors/gwp/gwp-table.js';
import { GWP_EDITIONS } from '../input/product-file.js';
import { decimalText } from '../quantity/decimal-text.js';
import { alignedLines } from './columns.js';

/** Longer than any source or note of the bundled table. */
const LONGEST = 1000;

/** What stands where a table has no value. */
const NONE = '–';

/** The figures of a gas or a blend, as one needs them to cite them or to repeat them. */
export function gwpCardText(substance: Gas | Blend, table: GwpTable, language: Language): string {
  const { phrases } = wordingOf(language);
  const facts = substance.kind === 'gas' ? gasLines(substance, phrases) : blendLines(substance, table, phrases);
  const { name, version, sha256 } = table.facts;
  const origin = [[phrases['heading.dataset'], name], [phrases['heading.version'], version], [phrases['heading.sha256'], sha256]];
  return `${[...facts, '', ...alignedLines(origin, ['left', 'left'])].join('\n')}\n`;
}

function gasLines({ name, formula, cas, values }: Gas, phrases: Phrases): string[] {
  const head = [[phrases['heading.name'], name], [phrases['heading.formula'], formula], [phrases['heading.cas'], cas]]
    .filter(([, text]) => text !== '');
  const rows = [...values].map(([edition, { row }]) => [edition, row.gwp100, row.source, row.notes].map((text) => printable(text, LONGEST)));
  const titles = [phrases['heading.edition'], 'GWP100', phrases['heading.source'], phrases['heading.notes']];
  return [...alignedLines(head, ['left', 'left']), '', ...alignedLines([titles, ...rows], ['left', 'right', 'left', 'left'])];
}

/** A row a component, a column an edition; the last row is Σ share × GWP. */
function blendLines(blend: Blend, table: GwpTable, phrases: Phrases): string[] {
  const rows = blend.components.map(({ gas, row }) => [
    gas.name, row.mass_share, ...GWP_EDITIONS.map((edition) => gas.values.get(edition)?.row.gwp100 ?? NONE),
  ]);
  const sums = GWP_EDITIONS.map((edition) => {
    const answer = table.gwp(blend, edition);
    return answer.kind === 'known' ? decimalText(answer.gwp100) : NONE;
  });
  const sources = new Set(blend.components.map(({ row }) => row.source));
  return [
    ...alignedLines([[phrases['heading.name'], blend.name], ...[...sources].map((source) => [phrases['heading.composition'], printable(source, LONGEST)])], ['left', 'left']),
    '',
    ...alignedLines(
      [[phrases['heading.composition'], phrases['heading.share'], ...GWP_EDITIONS], ...rows, ['GWP100', '', ...sums]],
      ['left', ...Array.from({ length: 1 + GWP_EDITIONS.length }, () => 'right' as const)],
    ),
  ];
}
