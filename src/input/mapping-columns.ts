import { headerNames } from './headers.js';

/** The columns of a mapping, in the order in which `tanji match` writes them. */
export const MAPPING_COLUMNS = [
  'item', 'unit', 'stage', 'factor', 'factor_name', 'confirmed', 'score', 'candidates', 'lines',
] as const;
export type MappingColumn = (typeof MAPPING_COLUMNS)[number];

/** The Chinese header names that `tanji match` writes. */
export const CHINESE_MAPPING_NAMES: Readonly<Record<MappingColumn, string>> = {
  item: '名称', unit: '单位', stage: '阶段', factor: '因子', factor_name: '因子名称', confirmed: '已确认', score: '得分',
  candidates: '其他候选', lines: '行号',
};

export const mappingColumnNamed = headerNames<MappingColumn>(MAPPING_COLUMNS, {
  item: [CHINESE_MAPPING_NAMES.item, '物料名称', '材料名称'],
  unit: [CHINESE_MAPPING_NAMES.unit, '计量单位'],
  stage: [CHINESE_MAPPING_NAMES.stage, '生命周期阶段'],
  factor: [CHINESE_MAPPING_NAMES.factor, '排放因子', '因子编号'],
  factor_name: [CHINESE_MAPPING_NAMES.factor_name],
  confirmed: [CHINESE_MAPPING_NAMES.confirmed, '确认'],
  score: [CHINESE_MAPPING_NAMES.score],
  candidates: [CHINESE_MAPPING_NAMES.candidates],
  lines: [CHINESE_MAPPING_NAMES.lines],
});

const COMPULSORY: readonly MappingColumn[] = ['item', 'factor', 'confirmed'];

/** The columns that a mapping must have and a header lacks. */
export function missingMappingColumns(header: readonly string[]): MappingColumn[] {
  const columns = new Set(header.map(mappingColumnNamed));
  return COMPULSORY.filter((column) => !columns.has(column));
}

// What a spreadsheet may run: CWE-1236, with the full-width signs that Chinese input methods give.
const DANGEROUS = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A cell that no spreadsheet takes for a formula. */
export function guarded(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that `guarded` was given. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell) ? cell.slice(1) : cell;
}
