import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafLines, openLines } from '../../src/input/open-lines.js';
import { soundBom } from './reading.js';

describe('the lines that need a factor', () => {
  it('name none, have no supplier factor and no rows below', () => {
    const { lines } = soundBom([
      'level,item,quantity,unit,factor,factor_value,factor_unit,factor_source',
      '1,frame,1,piece,,,,',
      '2,bar,2,kg,steel,,,',
      '2,bolt,3,kg,,2,kg,works',
      '2,paint,1,kg,,,,',
      '1,box,1,kg,,,,',
    ].join('\n'));
    expect(openLines(lines).map(({ item }) => item)).toEqual(['paint', 'box']);
  });

  it('are leaves of the tree that levels make, product by product', () => {
    const rows = fc.array(fc.record({ product: fc.constantFrom('A', 'B'), down: fc.integer({ min: -3, max: 1 }) }), { maxLength: 30 });
    fc.assert(fc.property(rows, (steps) => {
      const at = new Map<string, number>();
      const levelled = steps.map(({ product, down }, index) => {
        const level = at.has(product) ? Math.max(1, (at.get(product) ?? 0) + down) : 1;
        at.set(product, level);
        return { product, level, index };
      });
      if (levelled.length === 0) return;
      const { lines } = soundBom(['product,level,item,quantity,unit,factor', ...levelled.map(({ product, level, index }) => `${product},${level},i${index},1,kg,`)].join('\n'));
      // Slowly: a row is a leaf unless some later row of its product is one deeper before any row as high as itself.
      const leaves = levelled.filter(({ product, level, index }) => {
        const later = levelled.slice(index + 1).filter((row) => row.product === product);
        const end = later.findIndex((row) => row.level <= level);
        return (end < 0 ? later : later.slice(0, end)).length === 0;
      });
      expect(leafLines(lines).map(({ item }) => item)).toEqual(leaves.map(({ index }) => `i${index}`));
    }));
  });
});
