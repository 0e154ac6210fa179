import { describe, expect, it } from 'vitest';
import { makerWith } from '../support/making.js';

const make = makerWith([
  { id: 'steel', kgco2e: '2' },
  { id: 'power', unit: 'kWh', kgco2e: '0.5' },
  { id: 'truck', unit: 'tkm', kgco2e: '0.1' },
  { id: 'credit', kgco2e: '-1', stage: 'beyond_boundary' },
]);

describe('expect_kgco2e', () => {
  const HEAD = 'product,item,quantity,unit,factor,distance_km,transport,expect_kgco2e';

  it.each([
    // 3 kg × 2 = 6
    ['a line', 'P,a,3,kg,steel,,,6', []],
    ['the same value in other digits', 'P,a,3,kg,steel,,,6.000', []],
    ['another value', 'P,a,3,kg,steel,,,6.0000000001', ['expectation-failed 2:8']],
    // 3 kg × 2 = 6; 0.003 t × 500 km × 0.1 = 0.15
    ['a line with its transport leg', 'P,a,3,kg,steel,500,truck,6.15', []],
    // 1 MJ = 5/18 kWh; × 0.5 = 5/36 = 0.13888…
    ['a value that does not end, at the places written', 'P,a,1,MJ,power,,,0.1389', []],
    ['a value that does not end, wrongly rounded', 'P,a,1,MJ,power,,,0.1388', ['expectation-failed 2:8']],
  ])('%s', (_, line, faults) => {
    const { findings, exit } = make([HEAD, line]);
    expect(findings).toEqual(faults);
    expect(exit).toBe(faults.length === 0 ? 0 : 1);
  });

  it('of a row with children is all that is below it, for one declared unit of the product', () => {
    // 2 frames × 3 bolts × 0.5 kg × 2 = 6; with the plate 2 × 1 kg × 2 = 4, the frames are 10
    const bom = [
      'level,item,quantity,unit,factor,expect_kgco2e',
      '1,frame,2,piece,,10',
      '2,bolt set,3,piece,,6',
      '3,bolt,0.5,kg,steel,6',
      '2,plate,1,kg,steel,4',
    ];
    expect(make(bom).findings).toEqual([]);
    expect(make([...bom.slice(0, 1), bom[1]?.replace('10', '5') ?? '', ...bom.slice(2)]).findings).toEqual(['expectation-failed 2:6']);
  });

  it('of a sub-product is what this use of it adds, module D left out', () => {
    // cell: 1 kg × 2 = 2; P uses 3 directly (6) and 4 through two modules of 2 (8)
    const bom = [
      HEAD,
      'P,cells,3,piece,bom:cell,,,6',
      'P,modules,2,piece,bom:module,,,8',
      'module,cells,2,piece,bom:cell,,,8',
      'cell,steel,1,kg,steel,,,14',
      'cell,scrap credit,1,kg,credit,,,-7',
    ];
    expect(make(bom).findings).toEqual([]);
  });
});
