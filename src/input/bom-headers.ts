import { problem } from '../diagnostics/problem.js';
import { BOM_COLUMNS, type BomColumn } from './bom-line.js';
import { declaringColumnNamed } from './declaring-columns.js';
import type { FaultWatch } from './fault-watch.js';
import { findColumns, headerNames, type HeaderNames } from './headers.js';
import type { Table } from './table.js';

/** Header names of a bill of materials (DESIGN section 4) and evident variants of them. */
const ownColumnNamed = headerNames<(typeof BOM_COLUMNS)[number]>(BOM_COLUMNS, {
  product: ['product_id', '产品', '产品编号', '产品编码'],
  component: ['部件', '组件', '部件路径'],
  level: ['bom_level', '层级', '层次', 'BOM层级'],
  item: ['item_name', 'material_name', '名称', '物料名称', '材料名称'],
  stage: ['life_cycle_stage', 'lifecycle_stage', '阶段', '生命周期阶段'],
  quantity: ['qty', '数量', '用量'],
  unit: ['uom', '单位', '计量单位'],
  factor: ['factor_id', '因子', '排放因子', '因子编号'],
  factor_value: ['因子值', '排放因子值', '因子数值'],
  factor_unit: ['因子单位', '排放因子单位'],
  factor_source: ['因子来源', '排放因子来源'],
  loss: ['loss_rate', '损耗', '损耗率'],
  loss_basis: ['损耗基准'],
  distance_km: ['运距', '运距km', '运距(km)', '运输距离km', '运输距离(km)'],
  transport: ['transport_mode', '运输方式'],
  share: ['allocation_share', '分摊比例'],
  data: ['data_type', '数据类型'],
  uncertainty: ['不确定度', '不确定性'],
  expect_kgco2e: ['期望值', '期望值kgco2e', '期望值(kgco2e)'],
  note: ['notes', 'remark', 'remarks', '备注'],
});

/** What a header of a bill stands for: a column of its own, or one that declares its products. */
export const bomColumnNamed: HeaderNames<BomColumn> = (name) => ownColumnNamed(name) ?? declaringColumnNamed(name);

const COMPULSORY: readonly BomColumn[] = ['item', 'quantity', 'unit'];

/** Whether a header has all the columns a bill must have; those of factors only where the bill must name them. */
export function isBomHeader(header: readonly string[], factorless = false): boolean {
  const columns = new Set(header.map(bomColumnNamed));
  return COMPULSORY.every((column) => columns.has(column)) && (factorless || columns.has('factor') || columns.has('factor_value'));
}

/** The columns of a bill. Adds column-missing and column-conflict beside the faults of every table. */
export function findBomColumns(table: Table, watch: FaultWatch, factorless = false): ReadonlyMap<BomColumn, number> {
  const columns = findColumns(table, bomColumnNamed, watch);
  const missing: BomColumn[] = COMPULSORY.filter((column) => !columns.has(column));
  if (!factorless && !columns.has('factor') && !columns.has('factor_value')) missing.push('factor');
  const found = table.header.map((name) => name.trim()).filter((name) => name !== '');
  for (const column of missing) watch.add(problem('column-missing', { column, found }, table.headerSpot(-1)));
  const level = columns.get('level');
  if (level !== undefined && columns.has('component')) {
    watch.add(problem('column-conflict', { column: 'level', other: 'component' }, table.headerSpot(level)));
  }
  return columns;
}
