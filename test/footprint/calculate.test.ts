import { describe, expect, it } from 'vitest';
import { makerWith, productFile } from '../support/making.js';

const make = makerWith([
  { id: 'steel', kgco2e: '2' },
  { id: 'power', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' },
  { id: 'truck', unit: 'tkm', kgco2e: '0.1', stage: 'distribution' },
  { id: 'open', kgco2e: '1', stage: '' },
  { id: 'old', kgco2e: '1', gwp: 'AR4' },
  { id: 'credit', kgco2e: '-3', stage: 'beyond_boundary' },
]);
const HEAD = 'item,quantity,unit,factor,stage,distance_km,transport,component';

describe('calculate', () => {
  it('takes the stage of the line before that of the factor, and refuses a line that has neither', () => {
    expect(make([HEAD, 'a,1,kWh,power,use,,,']).report?.result.by_stage.filter(({ value }) => value !== '0'))
      .toEqual([{ stage: 'use', value: '0.5', percent: '100' }]);
    expect(make([HEAD, 'a,1,kg,open,,,,', 'b,1,kg,steel,,,,'])).toMatchObject({ findings: ['stage-missing 2:5'], exit: 2 });
  });

  it('books a transport leg in the stage of its line', () => {
    // 4 kg × 2 = 8; 0.004 t × 250 km × 0.1 = 0.1
    const { report } = make([HEAD, 'a,4,kg,steel,,250,truck,']);
    expect(report?.result).toMatchObject({ total: '8.1', by_stage: [{ stage: 'raw_materials', value: '8.1' }] });
    expect(report?.inventory.contributions.map(({ kgco2e, place }) => [kgco2e, place.column])).toEqual([['8', 2], ['0.1', 2]]);
  });

  it('refuses a leg of what has no mass, and a leg whose factor is not per tkm', () => {
    expect(make([HEAD, 'a,4,kWh,power,,250,truck,']).findings).toEqual(['transport-needs-mass 2:3']);
    expect(make([HEAD, 'a,4,kg,steel,,250,power,']).findings).toEqual(['unit-dimension 2:7']);
  });

  it('refuses stages outside the declared boundary and lets module D stand beside the total', () => {
    const bom = [HEAD, 'a,1,kg,steel,,,,', 'b,1,kg,credit,,,,'];
    const { report } = make(bom, { product: productFile() });
    expect(report?.result).toMatchObject({ total: '2', beyond_boundary: '-3', by_component: [{ component: '', value: '2' }] });
    expect(make([...bom, 'c,1,kWh,power,use,,,'], { product: productFile() }).findings).toEqual(['stage-outside-boundary 4:5']);
    expect(make([...bom, 'c,1,tkm,truck,,,,'], { product: productFile() }).findings).toEqual(['stage-outside-boundary 4:4']);
  });

  it('warns of mixed GWP sets', () => {
    expect(make([HEAD, 'a,1,kg,steel,,,,', 'b,1,kg,old,,,,'])).toMatchObject({ findings: ['gwp-mixed'], exit: 0 });
  });

  it('tells every fault of every line in one run', () => {
    expect(make([HEAD, 'a,1,kg,none,,,,', 'b,1,kg,power,,,,', 'c,1,kg,,,,,', 'd,1,kg,none,,,,']).findings)
      .toEqual(['factor-not-found 2:4', 'unit-dimension 3:3', 'factor-unnamed 4:4', 'factor-not-found 5:4']);
  });

  it('finds a cycle even among products that the root does not need', () => {
    const bom = ['product,item,quantity,unit,factor', 'P,a,1,kg,steel', 'Q,b,1,piece,bom:R', 'R,c,1,piece,bom:Q'];
    expect(make(bom, { root: 'P' }).findings).toEqual(['bom-cycle 4:5']);
  });

  it('asks which product is meant where several could be', () => {
    const bom = ['product,item,quantity,unit,factor', 'P,a,1,kg,steel', 'Q,b,3,kg,steel'];
    expect(make(bom).findings).toEqual(['root-unclear 0:0']);
    expect(make(bom, { root: 'Q' }).report?.result.total).toBe('6');
    expect(make(bom, { product: productFile() }).report?.result.total).toBe('2');
    expect(make(bom, { root: 'R' }).findings).toEqual(['product-not-found 0:0']);
  });
});

describe('uncertainty', () => {
  const HEAD_WITH = 'item,quantity,unit,factor,uncertainty';

  it('is that of the only line where there is one', () => {
    // gsd 1.2: the interval is total ÷ 1.44 … total × 1.44; 10 kg × 2 = 20
    expect(make([HEAD_WITH, 'a,10,kg,steel,1.2']).report?.quality.uncertainty)
      .toEqual({ gsd: '1.2', low: '13.8889', high: '28.8', covered_share: '1' });
  });

  it('reads ±21 % as gsd² = 1.21', () => {
    expect(make([HEAD_WITH, 'a,10,kg,steel,±21%']).report?.quality.uncertainty).toMatchObject({ gsd: '1.1', high: '24.2' });
  });

  it('adds independent lines by the squares of their shares, and leaves lines without a statement certain', () => {
    // Shares 0.5 and 0.5 of 8, both gsd e (ln = 1): ln² = 0.25 + 0.25, ln gsd = √0.5 = 0.70710678, gsd = e^0.70710678 = 2.02811
    const e = '2.718281828459045235360287471352662497757';
    expect(make([HEAD_WITH, `a,2,kg,steel,${e}`, `b,2,kg,steel,${e}`]).report?.quality.uncertainty).toMatchObject({ gsd: '2.02811', covered_share: '1' });
    // With a third line of the same size and no statement: shares 1/3; ln² = 2/9, ln gsd = 0.47140452, gsd = 1.60224
    expect(make([HEAD_WITH, `a,2,kg,steel,${e}`, `b,2,kg,steel,${e}`, 'c,2,kg,steel,']).report?.quality.uncertainty)
      .toMatchObject({ gsd: '1.60224', covered_share: '0.666667' });
  });

  it('is not told where nothing states one', () => {
    expect(make([HEAD_WITH, 'a,10,kg,steel,']).report?.quality).not.toHaveProperty('uncertainty');
  });
});

describe('uncertainty of a factor', () => {
  it('is one input however many lines use it', () => {
    const withGsd = makerWith([{ id: 'steel', kgco2e: '2', gsd: '1.5' }, { id: 'wood', kgco2e: '1' }]);
    // Two lines of the same factor make 4 of 5: ln gsd = 0.8 × ln 1.5 = 0.32437209, gsd = 1.38316
    expect(withGsd(['item,quantity,unit,factor', 'a,1,kg,steel', 'b,1,kg,steel', 'c,1,kg,wood']).report?.quality.uncertainty)
      .toMatchObject({ gsd: '1.38316', covered_share: '0.8' });
  });
});
