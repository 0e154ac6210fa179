import type { InputFacts } from './bom-line.js';

/** How the lines of a table end; breaks within quoted cells do not count. */
export function newlineOf(text: string): NonNullable<InputFacts['newline']> {
  if (!text.includes('\r')) return 'LF';
  const outside = text.includes('"') ? text.replace(/"[^"]*"/g, '') : text;
  const kinds = [/\r\n/.test(outside), /(?<!\r)\n/.test(outside), /\r(?!\n)/.test(outside)];
  if (kinds.filter(Boolean).length > 1) return 'mixed';
  return kinds[0] === true ? 'CRLF' : kinds[2] === true ? 'CR' : 'LF';
}
