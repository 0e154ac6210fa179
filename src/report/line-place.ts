import type { Place } from '../diagnostics/place.js';
import type { Bom, BomColumn, BomLine } from '../input/bom-line.js';

/** Where a line's cell stands, members in canonical order as in inventory.ts. */
export function linePlace(bom: Bom, line: BomLine, column: BomColumn): Place {
  if (line.modelled !== undefined) return line.modelled.place;
  const { name, sheet } = bom.input;
  const place = { column: bom.column(column), input: name, line: line.line };
  return sheet === undefined ? place : { ...place, sheet };
}
