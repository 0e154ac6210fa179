import { describe, expect, it } from 'vitest';
import { service } from '../../src/sectors/service.js';
import type { Duty, DutyKind, SectorRule } from '../../src/sectors/rule.js';
import { makerWith, productFile } from '../support/making.js';

const names = { en: 'text', zh: '文字' };
const make = makerWith([{ id: 'steel', unit: 'kg' }, { id: 'grid', unit: 'kWh', stage: 'use' }]);

function found(kind: DutyKind, level: Duty['level'], rows: readonly string[], boundary: object = { type: 'cradle-to-grave' }): { codes: string[]; exit: number } {
  const duty: Duty = { id: 'd', text: names, level, source: 'project', evidence: 'primary', ...kind };
  const rule: SectorRule = {
    ...service.rule, units: [{ basis: 'piece', kind: 'declared', unit: 'piece', names, flow: { formula: 'amount', inputs: {} } }],
    boundaries: ['cradle-to-gate', 'cradle-to-grave'], duties: [duty], parameters: [], quantities: [], lines: [],
  };
  const { findings, exit } = make(['component,item,stage,quantity,unit,factor,data', ...rows, ''], { sector: { rule }, product: productFile({ sector: 'service', boundary }) });
  return { codes: findings.map((each) => each.split(' ')[0] ?? ''), exit };
}

const STEEL = ',steel,,1,kg,steel,';
const GRID = ',power,use,1,kWh,grid,';

describe('stages covered', () => {
  const kind: DutyKind = { kind: 'stages-covered', stages: ['raw_materials', 'use'] };

  it('asks for a line of each stage that the boundary takes in', () => {
    expect(found(kind, 'must', [STEEL, GRID])).toEqual({ codes: [], exit: 0 });
    expect(found(kind, 'must', [STEEL])).toEqual({ codes: ['duty-unmet'], exit: 1 });
    expect(found(kind, 'should', [STEEL])).toEqual({ codes: ['duty-advised'], exit: 0 });
    expect(found(kind, 'must', [STEEL], { type: 'cradle-to-gate' })).toEqual({ codes: [], exit: 0 });
  });
});

describe('stages refused', () => {
  it('refuses any line of them', () => {
    const kind: DutyKind = { kind: 'stages-refused', stages: ['use'] };
    expect(found(kind, 'must', [STEEL]).codes).toEqual([]);
    expect(found(kind, 'must', [STEEL, GRID])).toEqual({ codes: ['duty-unmet'], exit: 1 });
  });
});

describe('modules told', () => {
  it('asks every line for its module', () => {
    expect(found({ kind: 'modules-told' }, 'should', [',steel,A1,1,kg,steel,', ',power,B6,1,kWh,grid,']).codes).toEqual([]);
    expect(found({ kind: 'modules-told' }, 'should', [',steel,A1,1,kg,steel,', GRID]).codes).toEqual(['duty-advised']);
  });
});

describe('components of primary data', () => {
  const kind: DutyKind = { kind: 'components-primary', components: [['anode', '负极']] };

  it('asks for each component, and its manufacturing for primary data', () => {
    expect(found(kind, 'should', ['cell/Anode,steel,,1,kg,steel,secondary', 'cell/anode,coating,manufacturing,1,kg,steel,primary']).codes).toEqual([]);
    expect(found(kind, 'should', ['电芯/负极,涂布,manufacturing,1,kg,steel,primary']).codes).toEqual([]);
    expect(found(kind, 'should', ['cell/anode,coating,manufacturing,1,kg,steel,secondary']).codes).toEqual(['duty-advised']);
    expect(found(kind, 'should', [STEEL]).codes).toEqual(['duty-advised']);
    expect(found(kind, 'should', [',anode foil,,1,kg,steel,']).codes).toEqual([]);
  });
});

it('a duty that is only stated finds nothing, and stands in the report', () => {
  expect(found({ kind: 'stated' }, 'must', [STEEL])).toEqual({ codes: [], exit: 0 });
});
