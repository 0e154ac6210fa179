import type { Factor } from '../factors/factor.js';
import { DIRECT_GRID, isOneOf, LIFE_CYCLE_GRID } from '../factors/grid-categories.js';
import { conversion, fractionTexts } from '../quantity/convert.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Sheet } from '../sectors/sheet.js';
import { keyOf } from './emissions.js';
import { sumIn, type YearSums } from './year-sums.js';

export const AVOIDED_KINDS = ['co2_only_average', 'life_cycle', 'other'] as const;
export type AvoidedKind = (typeof AVOIDED_KINDS)[number];

/** Ids of the sheet: beside the inventory, never inside. */
export interface Avoided {
  /** kWh of PV, used and exported. */
  readonly kwh: string;
  /** kg CO2e */
  readonly avoided: string;
  readonly factor: Factor;
  readonly kind: AvoidedKind;
  /** What the newest factor of the same kind and region gives. */
  readonly newest?: { readonly avoided: string; readonly factor: Factor };
}

/** kWh of PV × a named factor. Undefined where the unit of the factor is none of electricity. */
export function avoidedOf({ leaves }: YearSums, factor: Factor, newest: Factor | undefined, sheet: Sheet): Avoided | undefined {
  const pv = leaves.filter(({ origin }) => origin === 'pv_used' || origin === 'pv_exported').map(({ id }) => id);
  const kwh = sumIn(sheet, 'avoided.kwh', { en: 'PV used and exported', zh: '光伏自用与上网' }, 'kWh', pv);
  const avoided = byFactor(kwh, factor, 'avoided.kgco2e', { en: 'emissions avoided by PV', zh: '光伏减排量' }, sheet);
  if (avoided === undefined) return undefined;
  const other = newest === undefined ? undefined : byFactor(kwh, newest, 'avoided.newest', { en: 'the same with the newest factor', zh: '按最新因子的减排量' }, sheet);
  return {
    kwh, avoided, factor, kind: kindOf(factor),
    ...(newest === undefined || other === undefined ? {} : { newest: { avoided: other, factor: newest } }),
  };
}

function byFactor(kwh: string, factor: Factor, id: string, names: { en: string; zh: string }, sheet: Sheet): string | undefined {
  const read = parseUnit('kWh');
  const ratio = read.kind === 'found' ? conversion(read.unit, factor.unit) : undefined;
  if (ratio === undefined) return undefined;
  const key = `factor.${keyOf(factor)}`;
  if (!sheet.has(key)) {
    sheet.enter({
      id: key, names: { en: factor.row.name, zh: factor.row.name_zh }, unit: `kgCO2e/${factor.unit.symbol}`, value: factor.value, status: 'factor',
      citation: { source: factor.row.source, locator: keyOf(factor), evidence: factor.row.evidence === 'primary' ? 'primary' : 'secondary' },
    });
  }
  const { multiply, divide } = fractionTexts(ratio);
  return sheet.derive(id, { names, unit: 'kg', formula: `kwh${multiply === '1' ? '' : ` * ${multiply}`}${divide === '1' ? '' : ` / ${divide}`} * factor`, inputs: { kwh, factor: key } });
}

function kindOf({ row, gwp }: Factor): AvoidedKind {
  if (isOneOf(row.category, LIFE_CYCLE_GRID)) return 'life_cycle';
  return isOneOf(row.category, DIRECT_GRID) && gwp === 'CO2-only' ? 'co2_only_average' : 'other';
}
