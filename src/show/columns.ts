import { textWidth } from '../diagnostics/text-width.js';

export type Side = 'left' | 'right';

/** Rows of cells as lines of equally wide columns, two blanks between them; `sides` says how each column is set. */
export function alignedLines(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  const widths = sides.map((_, column) => rows.reduce((most, row) => Math.max(most, textWidth(row[column] ?? '')), 0));
  return rows.map((row) => sides.map((side, column) => set(row[column] ?? '', widths[column] ?? 0, side)).join('  ').trimEnd());
}

function set(text: string, width: number, side: Side): string {
  const blanks = ' '.repeat(width - textWidth(text));
  return side === 'left' ? text + blanks : blanks + text;
}
