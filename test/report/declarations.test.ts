import { describe, expect, it } from 'vitest';
import { makerWith, productFile } from '../support/making.js';

const make = makerWith([{ id: 'steel', kgco2e: '2' }, { id: 'power', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' }]);
const COLUMNS = 'product_name,product_unit_kind,product_unit_amount,product_unit,product_boundary';
const HEADER = `product,item,quantity,unit,factor,${COLUMNS}`;
const LAMP = 'Lamp,declared,1,piece,cradle-to-gate';
const CASTING = 'Casting,declared,0.5,kg,cradle-to-gate';

/** What a lamp of 2 kg of casting and 3 kWh comes to, with 11 kg of steel per one declared unit of casting. */
function lamp(lampCells: string, castingCells: string, unit = 'kg'): string[] {
  return [HEADER, `lamp,housing,2,${unit},bom:casting,${lampCells}`, `lamp,assembly,3,kWh,power,${lampCells}`, `casting,sheet,11,kg,steel,${castingCells}`];
}

describe('a sub-product', () => {
  it('is taken per the unit that its own lines declare', () => {
    // 2 kg ÷ 0.5 kg = 4 castings × 11 kg × 2 = 88; 3 kWh × 0.5 = 1.5.
    const { report, findings } = make(lamp(LAMP, CASTING), { root: 'lamp' });
    expect(findings).toEqual([]);
    expect(report?.result.total).toBe('89.5');
    expect(report?.product).toEqual({ id: 'lamp', names: { en: 'Lamp' } });
    expect(report?.boundary.stages).toEqual(['raw_materials', 'manufacturing']);
    expect(report?.inputs.map(({ name }) => name)).toEqual(['bom.csv']);
  });

  it('is the one of the product that no other uses, whoever is asked for', () => {
    expect(make(lamp(LAMP, CASTING)).report).toEqual(make(lamp(LAMP, CASTING), { root: 'lamp' }).report);
    // 11 kg × 2 per 0.5 kg.
    expect(make(lamp(LAMP, CASTING), { root: 'casting' }).report).toMatchObject({ result: { total: '22' }, unit: { amount: '0.5', unit: 'kg' }, product: { names: { en: 'Casting' } } });
  });

  it('is per its own unit where the product itself is undeclared', () => {
    expect(make(lamp(',,,,', CASTING), { root: 'lamp' }).report).toMatchObject({ result: { total: '89.5' }, product: { id: 'lamp', names: { en: 'lamp' } } });
  });

  it('is a piece where its lines state no unit, and the unit of the product file is not its own', () => {
    // 2 pieces × 11 kg × 2 = 44, and 1.5.
    const product = productFile({ id: 'lamp', unit: { kind: 'declared', amount: '10', unit: 'piece' } });
    const { report } = make(lamp(',,,,', 'Casting,,,,', 'piece'), { product });
    expect(report).toMatchObject({ result: { total: '45.5' }, unit: { amount: '10' }, inputs: [{ name: 'bom.csv' }, { name: 'product.json' }] });
  });

  it('has no other unit in sub_products of the product file, however it is written', () => {
    const product = (amount: string, unit: string): object => productFile({ id: 'lamp', sub_products: [{ id: 'casting', unit: { amount, unit } }] });
    expect(make(lamp(',,,,', CASTING), { product: product('500', 'g') }).report?.result.total).toBe('89.5');
    expect(make(lamp(',,,,', CASTING), { product: product('1', 'kg') })).toMatchObject({ report: undefined, findings: ['product-cell-differs 4:9'], exit: 2 });
  });

  it('is not computed where its declaration is at fault; what is not needed is not asked for', () => {
    const bad = 'Casting,declared,0,kg,cradle-to-gate';
    expect(make(lamp(LAMP, bad), { root: 'lamp' }).findings).toEqual(['number-outside 4:8']);
    expect(make([...lamp(LAMP, CASTING), `cup,sheet,1,kg,steel,${bad}`], { root: 'lamp' }).report?.result.total).toBe('89.5');
  });
});
