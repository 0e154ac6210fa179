import { describe, expect, it } from 'vitest';
import { foldedText, stem, termsOf, wordsOf } from '../../../src/factors/match/words.js';

describe('words of a text', () => {
  it('are singular, in British spelling, whatever the case and width', () => {
    const words = (text: string): string[] => wordsOf(foldedText(text)).map((word) => word.text);
    expect(words('Ａluminum PLATES, boxes and alloys')).toEqual(['aluminium', 'plate', 'box', 'and', 'alloy']);
    expect(words('glass of 12.5 mm, R-410A, DX51D+Z')).toEqual(['glass', 'of', '12.5', 'mm', 'r-410a', 'dx51d+z']);
  });

  it('keep words that only look like plurals', () => {
    expect(['glass', 'gas', 'basis', 'bus', 'status'].map(stem)).toEqual(['glass', 'gas', 'basis', 'bus', 'status']);
    expect(['gases', 'batteries', 'trays', 'meshes', 'tires'].map(stem)).toEqual(['gas', 'battery', 'tray', 'mesh', 'tyre']);
  });

  it('are cut from Chinese, with every pair of neighbours beside them', () => {
    const terms = termsOf('冷轧钢板');
    expect(terms).toEqual(expect.arrayContaining(['冷轧', '轧钢', '钢板']));
    expect(termsOf('铝')).toEqual(['铝']);
    expect(termsOf('')).toEqual([]);
  });

  it('lie where they stand in the text', () => {
    const folded = foldedText('  304  不锈钢丝 AISI');
    for (const { text, start, end, script } of wordsOf(folded)) {
      if (script === 'han') expect(folded.slice(start, end)).toBe(text);
    }
    expect(wordsOf(folded).at(-1)).toEqual({ text: 'aisi', start: 9, end: 13, script: 'latin' });
  });
});
