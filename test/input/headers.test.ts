import { describe, expect, it } from 'vitest';
import { bomColumnNamed } from '../../src/input/bom-headers.js';
import { BOM_COLUMNS } from '../../src/input/bom-line.js';
import { bomOf, faults } from './reading.js';

/** The header names of DESIGN section 4. */
const CHINESE = {
  product: '产品', component: '部件', level: '层级', item: '名称', stage: '阶段', quantity: '数量', unit: '单位', factor: '因子',
  factor_value: '因子值', factor_unit: '因子单位', factor_source: '因子来源', loss: '损耗率', loss_basis: '损耗基准',
  distance_km: '运距', transport: '运输方式', share: '分摊比例', data: '数据类型', uncertainty: '不确定度',
  expect_kgco2e: '期望值', note: '备注',
} as const;

describe('header names', () => {
  it.each(BOM_COLUMNS)('knows %s in both languages', (column) => {
    expect(bomColumnNamed(column)).toBe(column);
    expect(bomColumnNamed(CHINESE[column])).toBe(column);
  });

  it.each([
    [' Quantity ', 'quantity'], ['Factor Value', 'factor_value'], ['loss-basis', 'loss_basis'], ['ＵＮＩＴ', 'unit'],
    ['expect_kgCO2e', 'expect_kgco2e'], ['expect kg CO₂e', 'expect_kgco2e'], ['因子 单位', 'factor_unit'], ['物料名称', 'item'],
  ])('takes %j for %s', (name, column) => {
    expect(bomColumnNamed(name)).toBe(column);
  });

  it.each(['数量（kg）', 'quantity (kg)', '', '__proto__', 'constructor', 'q'.repeat(100_000)])('does not know %j', (name) => {
    expect(bomColumnNamed(name)).toBeUndefined();
  });

  it('lists the columns not used in one note', () => {
    const { problems } = bomOf('item,quantity,unit,factor,colour,__proto__,\nsteel,1,kg,f,red,x,\n');
    expect(problems).toMatchObject([{ code: 'column-ignored', args: { columns: ['colour', '__proto__'] }, spot: { line: 1, column: 0 } }]);
  });

  it('tells all faults of a header, and those of the rows with them', () => {
    const { bom, problems } = bomOf('名称,item,数量（kg）,单位,component,level\nsteel,x,1,blah,a,5\n');
    expect(bom).toBeUndefined();
    expect(faults(problems)).toEqual([
      'column-missing 1:0', 'column-missing 1:0', 'column-duplicate 1:2', 'column-conflict 1:6', 'unit-unknown 2:4', 'level-skipped 2:6',
    ]);
    expect(problems.filter((found) => found.code === 'column-missing').map((found) => found.args.column)).toEqual(['quantity', 'factor']);
    expect(problems.find((found) => found.code === 'column-duplicate')?.args).toEqual({ column: 'item', first: 1 });
  });

  it('needs one of factor and factor_value', () => {
    expect(faults(bomOf('item,quantity,unit,factor_value,factor_unit,factor_source\nsteel,1,kg,2,kg,A\n').problems)).toEqual([]);
  });
});
