import { describe, expect, it } from 'vitest';
import { DecimalMarkFinder } from '../../src/input/decimal-mark.js';
import type { Delimiter } from '../../src/input/delimiter.js';

function settled(cells: readonly string[], delimiter: Delimiter = ','): string | undefined {
  const finder = new DecimalMarkFinder();
  for (const cell of cells) finder.note(cell);
  return finder.settled(delimiter);
}

describe('DecimalMarkFinder', () => {
  it.each<[string[], string | undefined]>([
    [['1', '', '-20', 'x', '5%'], undefined],
    [['1.5'], '.'], [['.125'], '.'], [['0.125'], '.'], [['1234.567'], '.'], [['1,234.5'], '.'], [['1,234,567'], '.'],
    [['1.234e5'], '.'], [["1'234.567"], '.'], [['5.5%'], '.'], [['１．５'], '.'], [['1.234'], '.'],
    [['1,5'], ','], [['0,125'], ','], [['1234,567'], ','], [['1.234,5'], ','], [['1.234.567'], ','],
    [['1 234,567'], ','], [['5,5 %'], ','], [['−１，５'], ','],
    [['1,234'], undefined], [['1,234', '12,345', '7'], undefined], [['1,234', '1.234'], undefined],
    [['1,234', '1,5'], ','], [['1,234', '2.5'], '.'], [['1.234', '1,5'], ','],
    [['1.5', '2.5', '3,5'], '.'], [['1.5', '2,5', '3,5'], ','],
  ])('settles %j: %j', (cells, mark) => {
    expect(settled(cells)).toBe(mark);
    expect(settled(cells.toReversed())).toBe(mark);
  });

  it('takes a semicolon as a hint of the decimal comma, so that 1.234 stays open', () => {
    expect(settled(['1.234'], ';')).toBeUndefined();
    expect(settled(['1,234'], ';')).toBeUndefined();
    expect(settled(['1.23'], ';')).toBe('.');
  });
});
