import fc from 'fast-check';

/** A table as written: its text, and each row that holds something with the physical line on which it begins. */
export interface Written {
  readonly text: string;
  readonly delimiter: ',' | ';' | '\t';
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const END = fc.constantFrom('\n', '\r\n', '\r');
const PIECE = fc.constantFrom('a', '1.5', '棉', '"', ',', ';', '\t', '\n', '\r\n', '\r', ' ', '😀', '=', '');
const CELL = fc.array(PIECE, { maxLength: 4 }).map((pieces) => pieces.join(''));

/** Random tables of one width, in every delimiter, with any mix of line ends, blank lines and needless quotes. */
export const WRITTEN: fc.Arbitrary<Written> = fc
  .record({
    delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
    width: fc.integer({ min: 1, max: 4 }),
    quoting: fc.constantFrom('always', 'needed'),
    finalEnd: fc.boolean(),
  })
  .chain((shape) => fc.record({
    shape: fc.constant(shape),
    rows: fc.array(
      fc.record({
        cells: fc.array(CELL, { minLength: shape.width, maxLength: shape.width }),
        end: END,
        blankAfter: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  }))
  .map(({ shape, rows }) => {
    let text = '';
    let line = 1;
    const written: { line: number; cells: readonly string[] }[] = [];
    rows.forEach(({ cells, end, blankAfter }, index) => {
      if (cells.some((cell) => cell.trim() !== '')) written.push({ line, cells });
      text += cells.map((cell) => inQuotes(cell, shape.delimiter, shape.quoting === 'always')).join(shape.delimiter);
      line += cells.reduce((sum, cell) => sum + cell.replaceAll('\r\n', '\n').split(/[\r\n]/).length - 1, 1);
      if (index === rows.length - 1 && !shape.finalEnd) return;
      // A CR before a blank line that ends in LF would read as one CRLF.
      const blank = end === '\r' ? '\r' : '\n';
      text += end + blank.repeat(blankAfter);
      line += blankAfter;
    });
    return { text, delimiter: shape.delimiter, rows: written };
  });

function inQuotes(cell: string, delimiter: string, always: boolean): string {
  // An unquoted blank line after a CR would read as one CRLF where it ends in LF.
  const needed = always || cell === '' || cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needed ? `"${cell.split('"').join('""')}"` : cell;
}
