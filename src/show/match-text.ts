import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language, type Phrases } from '../diagnostics/wording.js';
import type { ItemMatch } from '../factors/match/match-bill.js';
import type { Candidate } from '../factors/match/match-factors.js';
import type { Reason } from '../factors/match/reasons.js';
import { alignedLines } from './columns.js';
import type { Palette } from './palette.js';

/** The lines of an item that are listed; a bill may hold it thousands of times. */
const MOST_LINES = 8;

/** Each item with its candidates, and why each is offered. */
export function matchText(matches: readonly ItemMatch[], language: Language, palette: Palette): string {
  const { phrases } = wordingOf(language);
  return matches.map((match) => {
    const { item, unit, stage, candidates } = match;
    const particulars = [printable(unit.symbol), ...(stage === undefined ? [] : [phrases[`stage.${stage}`]]), linesText(match, phrases)];
    const title = `${palette.strong(printable(item))} (${particulars.join(', ')})`;
    if (candidates.length === 0) return `${title}\n  ${palette.dim(phrases['match.none'])}\n`;
    const rows = candidates.map((candidate) => candidateRow(candidate, language));
    const lines = alignedLines(rows, ['left', 'left', 'right', 'left', 'left', 'left'], (text, _, column) => (
      column > 3 ? palette.dim(text) : text
    ));
    return `${[title, ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
  }).join('\n');
}

function linesText({ lines }: ItemMatch, phrases: Phrases): string {
  const more = lines.length > MOST_LINES ? ' …' : '';
  return `${phrases['heading.line']} ${lines.slice(0, MOST_LINES).join(' ')}${more}`;
}

function candidateRow({ dataset, id, score, reasons, row: { cells } }: Candidate, language: Language): string[] {
  const { phrases } = wordingOf(language);
  const name = language === 'zh' ? cells.name_zh || cells.name : cells.name || cells.name_zh;
  return [
    score, printable(`${dataset}:${id}`), printable(cells.kgco2e), `kg CO2e/${printable(cells.unit)}`, printable(name),
    reasonsText(reasons, phrases),
  ];
}

function reasonsText(reasons: readonly Reason[], phrases: Phrases): string {
  return reasons.flatMap((reason) => reasonText(reason, phrases)).join('; ');
}

/** The unit and the stage are in the title already. */
function reasonText(reason: Reason, phrases: Phrases): string[] {
  switch (reason.kind) {
    case 'word': return [reason.item === reason.factor ? printable(reason.item) : `${printable(reason.item)} → ${printable(reason.factor)}`];
    case 'region': return [printable(reason.region)];
    case 'year': return [printable(reason.year)];
    case 'coverage': return [phrases[`coverage.${reason.coverage}`]];
    case 'unasked': return [`${phrases['match.unasked']} ${phrases[`trait.${reason.trait}`]}`];
    case 'unit':
    case 'stage': return [];
  }
}
