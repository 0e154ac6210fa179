import { textWidth } from '../diagnostics/text-width.js';

export type Side = 'left' | 'right';

/** Colours a cell once its width is known: escape sequences take no room on the screen. */
export type PaintCell = (text: string, row: number, column: number) => string;

/** Rows of cells as lines of equally wide columns, two blanks between them; `sides` says how each column is set. */
export function alignedLines(rows: readonly (readonly string[])[], sides: readonly Side[], paint: PaintCell = plain): string[] {
  const widths = sides.map((_, column) => rows.reduce((most, row) => Math.max(most, textWidth(row[column] ?? '')), 0));
  return rows.map((row, index) => sides.map((side, column) => {
    const text = row[column] ?? '';
    const blanks = ' '.repeat((widths[column] ?? 0) - textWidth(text));
    const painted = text === '' ? '' : paint(text, index, column);
    return side === 'left' ? painted + blanks : blanks + painted;
  }).join('  ').trimEnd());
}

function plain(text: string): string {
  return text;
}
