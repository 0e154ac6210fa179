import type { Place } from './place.js';
import { printable } from './quote.js';
import { sheetPlace } from './sheet-place.js';

/**
 * `bom.csv:7:4`, as far as it is known: `bom.csv:7` for a whole line, `bom.csv` for a whole input. In a workbook as
 * spreadsheets have it: `bom.xlsx:Sheet1!D7`, `bom.xlsx:Sheet1!7:7`, `bom.xlsx:Sheet1`.
 */
export function placeText(place: Place): string {
  const name = printable(place.input, 200);
  if (place.sheet !== undefined) return `${name}:${sheetPlace(place.sheet, place)}`;
  if (place.line === 0) return name;
  return place.column === 0 ? `${name}:${place.line}` : `${name}:${place.line}:${place.column}`;
}
