import { Exact } from '../quantity/exact.js';
import type { AmountRule, BomCells } from './bom-cells.js';
import type { BomLevels } from './bom-level.js';
import type { BomColumn, BomLine, SupplierFactor } from './bom-line.js';
import { readLoss } from './bom-loss.js';
import { readUncertainty } from './bom-uncertainty.js';
import { MODULE_STAGES, moduleNamed } from './modules.js';
import { DATA_WORDS, STAGE_WORDS } from './words.js';

/** Most lines name their stage in a word. */
const MODULE_LENGTH = 2;

type Draft = { -readonly [Member in keyof BomLine]: BomLine[Member] };

const DISTANCE: AmountRule = { percent: false, range: { text: '≥ 0', holds: (amount) => !amount.value.isNegative } };
const SHARE: AmountRule = {
  percent: true,
  range: {
    text: '0 ≤ share ≤ 1',
    holds: (share) => !share.value.isNegative && share.value.compare(Exact.ONE) <= 0,
  },
};

/** Reads the row at which `cells` stands; undefined where a compulsory cell cannot be read. All faults of the row are told. */
export function readRow(cells: BomCells, levels: BomLevels, paths: Map<string, string>): BomLine | undefined {
  const product = cells.compulsory('product');
  const level = cells.has('level') ? levels.read(cells, product) : undefined;
  const item = cells.compulsory('item');
  const quantity = cells.amount('quantity', cells.compulsory('quantity'));
  const unit = cells.unit('unit', cells.compulsory('unit'));
  const stageText = cells.text('stage');
  const module = stageText.length > MODULE_LENGTH ? undefined : moduleNamed(stageText);
  const stage = module === undefined ? cells.word('stage', stageText, STAGE_WORDS) : MODULE_STAGES[module];
  const factor = cells.text('factor');
  const supplier = readSupplier(cells, factor);
  const loss = readLoss(cells, quantity);
  const leg = readLeg(cells);
  const share = cells.amountWithin('share', cells.text('share'), SHARE);
  const data = cells.word('data', cells.text('data'), DATA_WORDS);
  const uncertainty = readUncertainty(cells);
  const expected = cells.amount('expect_kgco2e', cells.text('expect_kgco2e'));
  const component = pathOf(cells.text('component'), paths);
  if (quantity === undefined || unit === undefined) return undefined;

  const line: Draft = { line: cells.table.lineOf(cells.row), product, component, item, quantity, unit };
  if (level !== undefined) line.level = level;
  if (stage !== undefined) line.stage = stage;
  if (module !== undefined) line.module = module;
  if (factor !== '') line.factor = factor;
  if (supplier !== undefined) line.supplier = supplier;
  if (loss !== undefined) line.loss = loss;
  if (leg !== undefined) line.leg = leg;
  if (share !== undefined) line.share = share;
  if (data !== undefined) line.data = data;
  if (uncertainty !== undefined) line.uncertainty = uncertainty;
  if (expected !== undefined) line.expected = expected;
  return line;
}

const SUPPLIER_COLUMNS: readonly BomColumn[] = ['factor_value', 'factor_unit', 'factor_source'];

function readSupplier(cells: BomCells, factor: string): SupplierFactor | undefined {
  const valueText = cells.text('factor_value');
  const unitText = cells.text('factor_unit');
  const source = cells.text('factor_source');
  if (valueText === '' && unitText === '' && source === '') return undefined;
  const value = cells.amount('factor_value', valueText);
  const unit = cells.unit('factor_unit', unitText);
  if (factor !== '' && valueText !== '') cells.fail('factor_value', 'factor-doubled', { factor });
  [valueText, unitText, source].forEach((text, index) => {
    const missing = SUPPLIER_COLUMNS[index];
    if (text === '' && missing !== undefined) cells.fail(missing, 'supplier-factor-incomplete', { missing });
  });
  return value === undefined || unit === undefined ? undefined : { value, unit, source };
}

function readLeg(cells: BomCells): BomLine['leg'] {
  const distanceText = cells.text('distance_km');
  const factor = cells.text('transport');
  if (distanceText === '' && factor === '') return undefined;
  const distance = cells.amountWithin('distance_km', distanceText, DISTANCE);
  if (distanceText === '') cells.fail('distance_km', 'transport-incomplete', { missing: 'distance_km' });
  if (factor === '') cells.fail('transport', 'transport-incomplete', { missing: 'transport' });
  return distance === undefined ? undefined : { distance, factor };
}

/** As componentPath; `paths` keeps what was read before. */
function pathOf(text: string, paths: Map<string, string>): string {
  if (text === '') return '';
  let path = paths.get(text);
  if (path === undefined) {
    path = componentPath(text);
    paths.set(text, path);
  }
  return path;
}

/** A component path with `/` between its trimmed segments, none of them blank. */
export function componentPath(text: string): string {
  return text.split(/[/\\／]/u).map((segment) => segment.trim()).filter((segment) => segment !== '').join('/');
}
