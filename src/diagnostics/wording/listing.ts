import { printable } from '../quote.js';

/** How many names one sentence lists; the rest are counted. */
const MOST = 12;

/** Names fit to print, with `between` between them; `rest` words how many were left out. */
export function listing(names: readonly string[], between: string, rest: (left: number) => string): string {
  const shown = names.slice(0, MOST).map((name) => printable(name)).join(between);
  return names.length > MOST ? shown + rest(names.length - MOST) : shown;
}

/** Words that came with the problem (a parser's sentence, a path, a digest): longer than a cell may be. */
export function passage(text: string): string {
  return printable(text, 300);
}
