import type { Place } from './place.js';
import { printable } from './quote.js';

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** A place in a sheet as a spreadsheet writes it: `Sheet1!D7`, `'Bom 2024'!7:7` for a whole row, `Sheet1` for the sheet. */
export function sheetPlace(sheet: string, { line, column }: Pick<Place, 'line' | 'column'>): string {
  const shown = printable(sheet, 80);
  const name = PLAIN_NAME.test(shown) ? shown : `'${shown.replaceAll("'", "''")}'`;
  if (line === 0) return name;
  return column === 0 ? `${name}!${line}:${line}` : `${name}!${columnLetters(column)}${line}`;
}

/** The letters of a 1-based column: A to Z, then AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
