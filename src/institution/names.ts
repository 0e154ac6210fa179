import type { Carrier, Origin } from '../input/ledger-line.js';
import type { Bilingual } from '../sectors/rule.js';

const ORIGIN_NAMES: Readonly<Record<Origin, Bilingual>> = {
  grid: { en: 'grid', zh: '市电' },
  pv_generated: { en: 'PV generated', zh: '光伏发电' },
  pv_used: { en: 'PV used', zh: '光伏自用' },
  pv_exported: { en: 'PV exported', zh: '光伏上网' },
  green_power: { en: 'green power', zh: '绿电' },
  green_certificate: { en: 'green certificates', zh: '绿证' },
  renewable_other: { en: 'other renewable', zh: '其他可再生' },
  fuel: { en: 'fuel', zh: '燃料' },
  heat: { en: 'heat bought', zh: '外购热力' },
  refrigerant: { en: 'refrigerant', zh: '制冷剂' },
  water: { en: 'water', zh: '用水' },
  scope_3: { en: 'scope 3', zh: '范围三' },
};

const CARRIER_NAMES: Readonly<Record<Carrier, Bilingual>> = {
  electricity: { en: 'electricity', zh: '电力' }, natural_gas: { en: 'natural gas', zh: '天然气' }, lpg: { en: 'LPG', zh: '液化石油气' },
  lng: { en: 'LNG', zh: '液化天然气' }, raw_coal: { en: 'raw coal', zh: '原煤' }, cleaned_coal: { en: 'cleaned coal', zh: '洗精煤' },
  coke: { en: 'coke', zh: '焦炭' }, gasoline: { en: 'gasoline', zh: '汽油' }, kerosene: { en: 'kerosene', zh: '煤油' },
  diesel: { en: 'diesel', zh: '柴油' }, fuel_oil: { en: 'fuel oil', zh: '燃料油' }, heat: { en: 'heat', zh: '热力' }, steam: { en: 'steam', zh: '蒸汽' },
  cooling: { en: 'cooling', zh: '冷量' }, solar_heat: { en: 'solar heat', zh: '太阳能热' }, biomass: { en: 'biomass', zh: '生物质' },
  biogas: { en: 'biogas', zh: '沼气' }, water: { en: 'water', zh: '自来水' },
};

export function originName(origin: Origin): Bilingual {
  return ORIGIN_NAMES[origin];
}

/** A carrier's name; the word as it stands for a refrigerant or an item of scope 3. */
export function carrierName(carrier: string): Bilingual {
  return Object.hasOwn(CARRIER_NAMES, carrier) ? CARRIER_NAMES[carrier as Carrier] : { en: carrier, zh: carrier };
}

/** Names with a year before them: `baseline: electricity consumed`. */
export function inYear(year: 'report' | 'baseline', names: Bilingual): Bilingual {
  return year === 'report' ? names : { en: `baseline: ${names.en}`, zh: `基准期：${names.zh}` };
}
