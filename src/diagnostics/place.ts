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
