/** Where something was read: the input's name (never its path), the 1-based line, the 1-based cell of that line. */
export interface Place {
  readonly input: string;
  readonly line: number;
  readonly column: number;
  /** Of a workbook: the sheet. `line` and `column` are then its row and its column. */
  readonly sheet?: string;
}

/** The text around a place, as it stands in the input, and the stretch of it that is meant. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** A place together with its excerpt: what a problem points at. Columns of 0 mean the whole line, lines of 0 the whole input. */
export interface Spot extends Place {
  readonly excerpt?: Excerpt;
}

/** A place as far as it is known; line and column count from 1. */
export interface PlaceMembers {
  readonly input?: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
}

export function placeMembers(spot: Spot | undefined): PlaceMembers {
  if (spot === undefined) return {};
  const { input, line, column, sheet } = spot;
  return {
    input,
    ...(line === 0 ? {} : { line }),
    ...(line === 0 || column === 0 ? {} : { column }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
