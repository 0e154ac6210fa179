import { Exact } from '../quantity/exact.js';
import type { Sheet } from '../sectors/sheet.js';
import type { EnergyMethod } from '../input/institution-profile.js';
import type { CoalEquivalents } from './institution-rule.js';
import { carrierName, inYear } from './names.js';
import { sumIn, type Leaf, type YearSums } from './year-sums.js';

/** What is consumed: exports and certificates are not, and a generation meter counts again what was used and exported. */
const CONSUMED = new Set(['grid', 'pv_used', 'green_power', 'renewable_other', 'fuel', 'heat']);
/** 1 kgce = 7000 kcal(IT) × 4.1868 kJ (definition of the coal equivalent in GB/T 2589, from memory of its arithmetic). */
const MJ_PER_KGCE = '29.3076';

/** Ids of the sheet, of one year. */
export interface EnergyOfYear {
  readonly carriers: readonly { readonly carrier: string; readonly unit: string; readonly amount: string; readonly kgce: string; readonly gj: string }[];
  /** kWh */
  readonly electricity: string;
  readonly kgce: string;
  readonly gj: string;
  readonly kwh: string;
  readonly tce: string;
}

/** kgce per unit of each carrier, as ids of the sheet. */
export type Coefficients = (carrier: string) => string | undefined;

/** Enters coefficients into the sheet when they are asked for; of electricity by the convention of the profile. */
export function coefficientsOf(set: CoalEquivalents, method: EnergyMethod, sheet: Sheet): Coefficients {
  return (carrier) => {
    const id = `coefficient.${carrier}`;
    if (sheet.has(id)) return id;
    const names = { en: `coal equivalent of ${carrierName(carrier).en}`, zh: `${carrierName(carrier).zh}折标系数` };
    if (carrier === 'electricity' && method.electricity === 'equivalent' && method.equivalent_rate !== undefined) {
      return sheet.enter({
        id, names: { en: `${names.en}, equivalent value`, zh: `${names.zh}（等价值）` }, unit: 'kgce/kWh', value: Exact.of(method.equivalent_rate.value), status: 'given',
        given: method.equivalent_rate.source,
      });
    }
    const found = Object.hasOwn(set.kgce, carrier) ? set.kgce[carrier] : undefined;
    if (found === undefined) return undefined;
    const convention = carrier === 'electricity' ? { en: ', calorific value', zh: '（当量值）' } : { en: '', zh: '' };
    return sheet.enter({
      id, names: { en: names.en + convention.en, zh: names.zh + convention.zh }, unit: `kgce/${found.unit}`, value: Exact.of(found.value), status: 'constant',
      citation: { source: set.source, locator: set.id, evidence: 'secondary' },
    });
  };
}

export function isConsumed({ origin }: Leaf): boolean {
  return CONSUMED.has(origin);
}

/** The energy of a year by carrier, and in all, in kWh, GJ and tce. `missing`: told where a carrier has no coefficient. */
export function energyOf({ name, leaves }: YearSums, coefficients: Coefficients, sheet: Sheet, missing: (leaf: Leaf) => void): EnergyOfYear {
  const id = (last: string): string => `${name}.energy.${last}`;
  const names = (en: string, zh: string): { en: string; zh: string } => inYear(name, { en, zh });
  if (!sheet.has('mj_per_kgce')) {
    sheet.enter({ id: 'mj_per_kgce', names: { en: 'heat of 1 kg of coal equivalent', zh: '1 kg标准煤的热量' }, unit: 'MJ/kgce', value: Exact.of(MJ_PER_KGCE), status: 'constant' });
  }
  const consumed = leaves.filter(isConsumed);
  const carriers = [...new Set(consumed.map(({ carrier }) => carrier))].flatMap((carrier) => {
    const own = consumed.filter((leaf) => leaf.carrier === carrier);
    const [first] = own;
    if (first === undefined) return [];
    const named = carrierName(carrier);
    const amount = sumIn(sheet, id(carrier), names(`${named.en} consumed`, `${named.zh}消耗量`), first.unit, own.map((leaf) => leaf.id));
    const coefficient = coefficients(carrier);
    if (coefficient === undefined) {
      missing(first);
      return [];
    }
    const kgce = sheet.derive(id(`${carrier}.kgce`), {
      names: names(`${named.en} in coal equivalent`, `${named.zh}折标煤`), unit: 'kgce', formula: 'amount * coefficient', inputs: { amount, coefficient },
    });
    const gj = carrier === 'electricity'
      ? sheet.derive(id(`${carrier}.gj`), { names: names('electricity in GJ', '电力（GJ）'), unit: 'GJ', formula: 'amount * 3.6 / 1000', inputs: { amount } })
      : sheet.derive(id(`${carrier}.gj`), { names: names(`${named.en} in GJ`, `${named.zh}（GJ）`), unit: 'GJ', formula: 'kgce * heat / 1000', inputs: { kgce, heat: 'mj_per_kgce' } });
    return [{ carrier, unit: first.unit, amount, kgce, gj }];
  });
  const electricity = carriers.find(({ carrier }) => carrier === 'electricity')?.amount
    ?? sumIn(sheet, id('electricity'), names('electricity consumed', '电力消耗量'), 'kWh', []);
  const kgce = sumIn(sheet, id('kgce'), names('energy in coal equivalent', '综合能耗（折标煤）'), 'kgce', carriers.map((each) => each.kgce));
  const gj = sumIn(sheet, id('gj'), names('energy', '综合能耗（GJ）'), 'GJ', carriers.map((each) => each.gj));
  return {
    carriers, electricity, kgce, gj,
    kwh: sheet.derive(id('kwh'), { names: names('energy in kWh', '综合能耗（kWh）'), unit: 'kWh', formula: 'gj * 1000 / 3.6', inputs: { gj } }),
    tce: sheet.derive(id('tce'), { names: names('energy in tonnes of coal equivalent', '综合能耗（tce）'), unit: 'tce', formula: 'kgce / 1000', inputs: { kgce } }),
  };
}
