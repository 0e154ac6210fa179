import { describe, expect, it } from 'vitest';
import { makerWith, productFile } from '../support/making.js';

const make = makerWith([
  { id: 'direct', unit: 'kWh', category: 'electricity-grid-direct', gwp: 'CO2-only' },
  { id: 'direct-made', unit: 'kWh', category: 'electricity-grid-direct', gwp: 'CO2-only', stage: 'manufacturing' },
  { id: 'residual', unit: 'kWh', category: 'electricity-residual', gwp: 'CO2-only' },
  { id: 'gases', unit: 'kWh', category: 'electricity-grid-direct', gwp: 'AR5' },
  { id: 'footprint', unit: 'kWh', category: 'electricity-footprint', gwp: 'AR6' },
  { id: 'to-2024', valid_to: '2024-12-31' },
  { id: 'to-new-year', valid_to: '2025-01-01' },
  { id: 'of-2015', year: '2015' },
  { id: 'of-2014', year: '2014' },
  { id: 'of-2099', year: '2099' },
  { id: 'undated', year: '' },
  { id: 'truck', unit: 'tkm', year: '2010' },
]);
const HEAD = 'item,quantity,unit,factor,distance_km,transport';
const period = { start: '2025-01-01', end: '2025-12-31' };

describe('a direct grid factor', () => {
  const bill = [HEAD, 'a,1,kWh,direct,,'];

  it('is warned of where the boundary begins at the cradle, and the report is the same', () => {
    for (const type of ['cradle-to-gate', 'cradle-to-grave']) {
      const product = productFile({ boundary: { type } });
      expect(make(bill, { product })).toMatchObject({ findings: ['factor-direct-grid 2:4'], exit: 0, report: { result: { total: '1' } } });
    }
  });

  it('is fine from gate to gate, and where nobody declared a boundary', () => {
    const product = productFile({ boundary: { type: 'gate-to-gate' } });
    expect(make([HEAD, 'a,1,kWh,direct-made,,'], { product })).toMatchObject({ findings: [], exit: 0 });
    expect(make(bill)).toMatchObject({ findings: [], exit: 0 });
  });

  it('is told once, at the line that uses it first', () => {
    const { findings } = make([HEAD, 'a,1,kWh,direct,,', 'b,1,kWh,direct,,', 'c,1,kWh,residual,,'], { product: productFile() });
    expect(findings).toEqual(['factor-direct-grid 2:4', 'factor-direct-grid 4:4']);
  });

  it('is one of a direct category that counts CO2 alone', () => {
    expect(make([HEAD, 'a,1,kWh,gases,,'], { product: productFile() }).findings).toEqual([]);
    expect(make([HEAD, 'a,1,kWh,footprint,,'], { product: productFile() }).findings).toEqual([]);
  });
});

describe('a factor and the period', () => {
  const findings = (factor: string, members: object = { period }): readonly string[] =>
    make([HEAD, `a,1,kg,${factor},,`], { product: productFile(members) }).findings;

  it('warns where it is no longer valid on the first day', () => {
    expect(findings('to-2024')).toEqual(['factor-expired 2:4']);
    expect(findings('to-new-year')).toEqual([]);
    expect(findings('to-2024', { period: { start: '2024-12-31', end: '2025-12-31' } })).toEqual([]);
  });

  it('warns where its year is more than ten years before that of the first day', () => {
    // 2025 - 2015 = 10, 2025 - 2014 = 11
    expect(findings('of-2015')).toEqual([]);
    expect(findings('of-2014')).toEqual(['factor-old 2:4']);
    expect(findings('of-2099')).toEqual([]);
    expect(findings('undated')).toEqual([]);
  });

  it('warns of the factor of a transport leg in its own cell', () => {
    const product = productFile({ period });
    expect(make([HEAD, 'a,1,kg,of-2015,100,truck'], { product }).findings).toEqual(['factor-old 2:6']);
  });

  it('is judged only where a period is declared', () => {
    for (const factor of ['to-2024', 'of-2014']) {
      expect(findings(factor, {})).toEqual([]);
      expect(make([HEAD, `a,1,kg,${factor},,`]).findings).toEqual([]);
    }
  });

  it('does not judge what a supplier states', () => {
    const bill = ['item,stage,quantity,unit,factor_value,factor_unit,factor_source', 'a,raw_materials,1,kg,1,kg,supplier 1999'];
    expect(make(bill, { product: productFile({ period }) }).findings).toEqual([]);
  });
});
