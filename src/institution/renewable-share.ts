import type { Sheet } from '../sectors/sheet.js';
import type { Coefficients, EnergyOfYear } from './energy.js';
import { inYear } from './names.js';
import { sumIn, type Leaf, type YearSums } from './year-sums.js';

/** Ids of numerator, denominator and share; the share is absent where the denominator is 0. */
export interface Share {
  readonly numerator: string;
  readonly denominator: string;
  readonly share?: string;
  /** What the numerator is the sum of, each counted once. */
  readonly parts: readonly { readonly origin: string; readonly amount: string }[];
}

export interface RenewableShares {
  readonly by_electricity: Share;
  readonly by_energy: Share;
}

const ELECTRIC = ['pv_used', 'green_power', 'green_certificate', 'renewable_other'] as const;

/**
 * Both definitions in use: renewable kWh ÷ kWh consumed, and renewable kgce ÷ kgce of all energy with electricity on both
 * sides by the same convention. PV used, green power, certificates and other renewables each count once.
 */
export function renewableShares({ name, leaves }: YearSums, energy: EnergyOfYear, coefficients: Coefficients, sheet: Sheet): RenewableShares {
  const id = (last: string): string => `${name}.renewable.${last}`;
  const names = (en: string, zh: string): { en: string; zh: string } => inYear(name, { en, zh });
  const isElectric = (leaf: Leaf): boolean => leaf.carrier === 'electricity';
  const parts = ELECTRIC.flatMap((origin) => {
    const own = leaves.filter((leaf) => leaf.origin === origin && isElectric(leaf));
    if (own.length === 0) return [];
    const told = PART_NAMES[origin];
    return [{ origin, amount: sumIn(sheet, id(origin), names(told.en, told.zh), 'kWh', own.map((leaf) => leaf.id)) }];
  });
  const electricity = sumIn(sheet, id('electricity'), names('renewable electricity', '可再生电量'), 'kWh', parts.map(({ amount }) => amount));
  const byElectricity = shareOf(sheet, id('by_electricity'), names('renewable share by electricity', '可再生能源占比（按电量）'), electricity, energy.electricity, parts);

  const coefficient = coefficients('electricity');
  const heat = leaves.filter((leaf) => leaf.origin === 'renewable_other' && !isElectric(leaf)).flatMap((leaf) => {
    const own = coefficients(leaf.carrier);
    if (own === undefined) return [];
    return [{ origin: leaf.carrier, amount: sheet.derive(`${leaf.id}.kgce`, {
      names: names('renewable heat in coal equivalent', '可再生热折标煤'), unit: 'kgce', formula: 'amount * coefficient', inputs: { amount: leaf.id, coefficient: own },
    }) }];
  });
  const electric = coefficient === undefined ? [] : [{ origin: 'electricity', amount: sheet.derive(id('electricity.kgce'), {
    names: names('renewable electricity in coal equivalent', '可再生电量折标煤'), unit: 'kgce', formula: 'electricity * coefficient', inputs: { electricity, coefficient },
  }) }];
  const all = [...electric, ...heat];
  const kgce = sumIn(sheet, id('kgce'), names('renewable energy in coal equivalent', '可再生能源折标煤'), 'kgce', all.map(({ amount }) => amount));
  return { by_electricity: byElectricity, by_energy: shareOf(sheet, id('by_energy'), names('renewable share by energy', '可再生能源占比（按能耗）'), kgce, energy.kgce, all) };
}

const PART_NAMES = {
  pv_used: { en: 'PV used', zh: '光伏自用' }, green_power: { en: 'green power', zh: '绿电' },
  green_certificate: { en: 'green certificates', zh: '绿证' }, renewable_other: { en: 'other renewable electricity', zh: '其他可再生电量' },
} as const;

function shareOf(sheet: Sheet, id: string, names: { en: string; zh: string }, numerator: string, denominator: string, parts: Share['parts']): Share {
  if (sheet.value(denominator).isZero) return { numerator, denominator, parts };
  return { numerator, denominator, parts, share: sheet.derive(id, { names, unit: '', formula: 'renewable / all', inputs: { renewable: numerator, all: denominator } }) };
}
