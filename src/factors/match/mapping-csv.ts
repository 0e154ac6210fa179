import type { Language } from '../../diagnostics/wording.js';
import { CHINESE_MAPPING_NAMES, guarded, MAPPING_COLUMNS, type MappingColumn } from '../../input/mapping-columns.js';
import type { Candidate } from './match-factors.js';
import type { ItemMatch } from './match-bill.js';

/** Excel in China takes a CSV without this mark for GB18030. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A mapping to review by hand: a row an item, the best candidate as its factor, and `confirmed` left blank. RFC 4180,
 * UTF-8 with byte order mark; no cell is a formula to a spreadsheet.
 */
export function mappingCsv(matches: readonly ItemMatch[], language: Language): string {
  const header = language === 'zh' ? MAPPING_COLUMNS.map((column) => CHINESE_MAPPING_NAMES[column]) : MAPPING_COLUMNS;
  const rows = matches.map((match) => {
    const cells = cellsOf(match, language);
    return MAPPING_COLUMNS.map((column) => quotedCell(guarded(cells[column])));
  });
  return `${BYTE_ORDER_MARK}${[header, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function cellsOf({ item, unit, stage, lines, candidates }: ItemMatch, language: Language): Record<MappingColumn, string> {
  const [best, ...others] = candidates;
  return {
    item,
    unit: unit.symbol,
    stage: stage ?? '',
    factor: best === undefined ? '' : referenceOf(best),
    factor_name: best === undefined ? '' : nameOf(best, language),
    confirmed: '',
    score: best?.score ?? '',
    candidates: others.map((other) => `${referenceOf(other)} (${other.score})`).join('; '),
    lines: lines.join(' '),
  };
}

function referenceOf({ dataset, id }: Candidate): string {
  return `${dataset}:${id}`;
}

function nameOf({ row: { cells } }: Candidate, language: Language): string {
  return language === 'zh' ? cells.name_zh || cells.name : cells.name || cells.name_zh;
}

function quotedCell(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
