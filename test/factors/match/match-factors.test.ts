import { describe, expect, it } from 'vitest';
import { FactorIndex } from '../../../src/factors/match/factor-index.js';
import { matchFactors, type MatchQuery } from '../../../src/factors/match/match-factors.js';
import { parseUnit } from '../../../src/quantity/parse-unit.js';
import type { Unit } from '../../../src/quantity/unit.js';
import { sampleDataset } from '../sample-dataset.js';

function unit(text: string): Unit {
  const answer = parseUnit(text);
  if (answer.kind !== 'found') throw new RangeError(text);
  return answer.unit;
}

const made = { unit: 'kg', year: '2024', region: 'GLO', boundary: 'cradle to gate', stage: 'raw_materials', notes: '' };

function matcher(...rows: Parameters<typeof sampleDataset>[1]): (query: MatchQuery, top?: number) => string[] {
  const index = new FactorIndex([sampleDataset('set', rows)]);
  return (query, top = 9) => matchFactors(index, query, top).map(({ id }) => id);
}

describe('candidates for a line', () => {
  it('are found by a part of a Chinese name that no thesaurus knows', () => {
    const match = matcher({ ...made, id: 'board', name: 'X', name_zh: '竹胶板' }, { ...made, id: 'other', name: 'Y', name_zh: '海鲜' });
    expect(match({ item: '桥梁竹胶板材料' })).toEqual(['board']);
  });

  it('are found by another name of the thing, in the other language', () => {
    const match = matcher({ ...made, id: 'polyester', name: 'Polyester staple fibre', name_zh: '' }, { ...made, id: 'nylon', name: 'Nylon (polyamide) resin', name_zh: '' });
    expect(match({ item: '涤纶短纤 1.56dtex' })[0]).toBe('polyester');
    expect(match({ item: 'PA66 GF30' })).toEqual(['nylon']);
  });

  it('are found in spite of a wrong letter', () => {
    const match = matcher({ ...made, id: 'bentonite', name: 'Bentonite', name_zh: '' });
    expect(match({ item: 'bentonyte' })).toEqual(['bentonite']);
    expect(match({ item: 'bentley' })).toEqual([]);
  });

  it('have a unit of the dimension of the line, and none that cannot be read', () => {
    const match = matcher(
      { ...made, id: 'per-tonne', unit: 't', name: 'Diesel', name_zh: '' },
      { ...made, id: 'per-litre', unit: 'L', name: 'Diesel', name_zh: '' },
      { ...made, id: 'per-what', unit: 'barrelish', name: 'Diesel', name_zh: '' },
    );
    expect(match({ item: 'diesel', unit: unit('kg') })).toEqual(['per-tonne']);
    expect(match({ item: 'diesel', unit: unit('m3') })).toEqual(['per-litre']);
    expect(match({ item: 'diesel', unit: unit('kWh') })).toEqual([]);
    expect(match({ item: 'diesel' })).toHaveLength(3);
  });

  it('are of the end of life only for a line of it, or one that names no stage', () => {
    const match = matcher(
      { ...made, id: 'glass', name: 'Glass', name_zh: '' },
      { ...made, id: 'glass-landfill', name: 'Glass, landfill', name_zh: '', stage: 'end_of_life' },
    );
    expect(match({ item: 'glass', stage: 'raw_materials' })).toEqual(['glass']);
    expect(match({ item: 'glass', stage: 'use' })).toEqual(['glass']);
    expect(match({ item: 'glass landfill', stage: 'end_of_life' })[0]).toBe('glass-landfill');
    expect(match({ item: 'glass' })).toEqual(['glass', 'glass-landfill']);
  });

  it('come from the region asked for first, then from its country, then from the world', () => {
    const rows = ['GB', 'GLO', 'CN', 'CN-ZJ'].map((region) => ({ ...made, id: `power-${region.toLowerCase()}`, name: 'Electricity', name_zh: '', region }));
    const match = matcher(...rows);
    expect(match({ item: '用电', region: 'CN-ZJ' })).toEqual(['power-cn-zj', 'power-cn', 'power-glo', 'power-gb']);
    expect(match({ item: '用电', region: 'CN' })).toEqual(['power-cn', 'power-glo', 'power-cn-zj', 'power-gb']);
  });

  it('are each factor once, in its newest edition, unless the item names a year', () => {
    const match = matcher(
      { ...made, id: 'steel', name: 'Steel', name_zh: '', year: '2023' },
      { ...made, id: 'steel-2022', name: 'Steel, factors of 2022', name_zh: '', year: '2022' },
      { ...made, id: 'steel-2025', name: 'Steel, factors of 2025', name_zh: '', year: '2025' },
    );
    expect(match({ item: 'steel' })).toEqual(['steel-2025']);
    expect(match({ item: 'steel 2022' }).sort()).toEqual(['steel', 'steel-2022', 'steel-2025']);
  });

  it('cover a life cycle before they cover a part of it', () => {
    const match = matcher(
      { ...made, id: 'a-supply', name: 'Petrol', name_zh: '', boundary: 'fuel supply (well to tank); no combustion' },
      { ...made, id: 'b-burnt', name: 'Petrol', name_zh: '', boundary: 'combustion; no fuel supply' },
      { ...made, id: 'c-both', name: 'Petrol', name_zh: '', boundary: 'fuel supply and combustion' },
    );
    expect(match({ item: 'petrol' })).toEqual(['c-both', 'b-burnt', 'a-supply']);
  });

  it('are plain where the item is plain, and recycled where it says so', () => {
    const match = matcher(
      { ...made, id: 'a-recycled', name: 'Zinc, recycled', name_zh: '锌（再生）' },
      { ...made, id: 'b-plain', name: 'Zinc, virgin', name_zh: '锌（原生）' },
    );
    expect(match({ item: 'zinc' })[0]).toBe('b-plain');
    expect(match({ item: '再生锌' })[0]).toBe('a-recycled');
  });

  it('leave out what a customs name excludes', () => {
    const match = matcher(
      { ...made, id: 'set', name: 'Generator set', name_zh: '发电机组' },
      { ...made, id: 'motor', name: 'Electric motor', name_zh: '电动机' },
    );
    expect(match({ item: '电动机及发电机(不包括发电机组)' })[0]).toBe('motor');
    expect(match({ item: 'Electric motors (excluding generating sets)' })[0]).toBe('motor');
  });

  it('have scores of three decimals from 0 to 1, equal ones in the order of their references', () => {
    const index = new FactorIndex([
      sampleDataset('b', [{ ...made, id: 'x', name: 'Nickel', name_zh: '' }]),
      sampleDataset('a', [{ ...made, id: 'z', name: 'Nickel', name_zh: '' }, { ...made, id: 'y', name: 'Nickel', name_zh: '' }]),
    ]);
    const candidates = matchFactors(index, { item: 'nickel' }, 9);
    expect(candidates.map(({ dataset, id }) => `${dataset}:${id}`)).toEqual(['a:y', 'a:z', 'b:x']);
    expect(new Set(candidates.map(({ score }) => score)).size).toBe(1);
    expect(candidates[0]?.score).toMatch(/^(?:0\.\d{3}|1\.000)$/);
    expect(matchFactors(index, { item: 'nickel' }, 2)).toHaveLength(2);
  });

  it('say why they are offered', () => {
    const index = new FactorIndex([sampleDataset('set', [{ ...made, id: 'x', name: 'Zinc, recycled', name_zh: '', region: 'GB' }])]);
    const [candidate] = matchFactors(index, { item: '锌锭', unit: unit('t'), stage: 'raw_materials', region: 'CN' }, 1);
    expect(candidate?.reasons).toEqual(expect.arrayContaining([
      { kind: 'word', item: '锌锭', factor: 'zinc', in: 'name' },
      { kind: 'unit', unit: 'kg' },
      { kind: 'stage', stage: 'raw_materials' },
      { kind: 'region', region: 'GB', near: 'other' },
      { kind: 'year', year: '2024' },
      { kind: 'coverage', coverage: 'life_cycle' },
      { kind: 'unasked', trait: 'recycled' },
    ]));
  });

  it.each(['', '   ', '12.5 mm', '__proto__', 'constructor', '虚构之物', '😀', '\u0000', 'a'.repeat(100_000), '钢'.repeat(50_000), '('.repeat(50_000)])(
    'take any item: %#', (item) => {
      const match = matcher({ ...made, id: 'zinc', name: 'Zinc', name_zh: '锌' });
      expect(match({ item })).toEqual([]);
    });
});
