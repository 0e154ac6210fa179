/** Excel's limits: rows and columns of a sheet (ECMA-376 leaves them to the program). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

const CELL = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** A cell of a sheet; both count from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `B7` as row 7, column 2; undefined for anything else, and beyond Excel's limits. */
export function cellPlace(reference: string): CellPlace | undefined {
  const parts = CELL.exec(reference);
  if (parts === null) return undefined;
  const letters = parts[1] ?? '';
  let column = 0;
  for (let index = 0; index < letters.length; index += 1) column = column * 26 + letters.charCodeAt(index) - 64;
  const row = Number(parts[2]);
  return column > MOST_COLUMNS || row > MOST_ROWS ? undefined : { row, column };
}

/** A rectangle of cells, its corners included. */
export interface CellRange {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** `B2:D9`, or one cell. */
export function cellRange(reference: string): CellRange | undefined {
  const [first = '', last = first] = reference.split(':');
  const from = cellPlace(first);
  const to = cellPlace(last);
  return from === undefined || to === undefined ? undefined : { from, to };
}
