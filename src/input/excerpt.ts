import type { Excerpt } from '../diagnostics/place.js';

const LONGEST = 100;
const LONGEST_MEANT = 60;
/** Cells shown on either side at most, so that a row of a million cells costs no more than a short one. */
const NEIGHBOURS = 12;

/** A line of text cut around the stretch that is meant, so that about 100 characters remain. */
export function cutAround(text: string, start: number, length: number): Excerpt {
  if (text.length <= LONGEST) return { text, start, length };
  const before = Math.floor((LONGEST - Math.min(length, LONGEST_MEANT)) / 2);
  let to = Math.min(text.length, Math.max(0, start - before) + LONGEST);
  let from = Math.max(0, to - LONGEST);
  if (isLowSurrogate(text, from)) from += 1;
  if (isLowSurrogate(text, to)) to -= 1;
  const lead = from > 0 ? '…' : '';
  const tail = to < text.length ? '…' : '';
  return {
    text: `${lead}${text.slice(from, to)}${tail}`,
    start: start - from + lead.length,
    length: Math.min(length, to - start),
  };
}

/** A row of a table, and in it the cell at `index`; the whole row for an index of -1 or beyond its end. */
export function rowExcerpt(cells: readonly string[], index: number, delimiter: string): Excerpt {
  const whole = index < 0 || index >= cells.length;
  const first = whole ? 0 : Math.max(0, index - NEIGHBOURS);
  const shown = cells.slice(first, (whole ? 0 : index) + NEIGHBOURS + 1).map((cell) => written(cell, delimiter));
  const text = `${first > 0 ? '…' : ''}${shown.join(delimiter)}${first + shown.length < cells.length ? '…' : ''}`;
  if (whole) return cutAround(text, 0, text.length);
  const lead = shown.slice(0, index - first).reduce((sum, cell) => sum + cell.length + 1, first > 0 ? 1 : 0);
  return cutAround(text, lead, shown[index - first]?.length ?? 0);
}

/** A cell as the file has it: in quotation marks where it needs them, and on one line whatever line breaks it holds. */
function written(cell: string, delimiter: string): string {
  const short = cell.slice(0, isLowSurrogate(cell, LONGEST) ? LONGEST - 1 : LONGEST);
  const bare = !short.includes(delimiter) && !/["\r\n]/.test(short);
  return (bare ? short : `"${short.replaceAll('"', '""')}"`).replace(/[\r\n\t]/g, ' ');
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
