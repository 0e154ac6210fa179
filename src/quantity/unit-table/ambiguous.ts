/** A name with several meanings, and the units that can be written instead. `words` are read in any case. */
export interface AmbiguousName {
  readonly spellings?: string;
  readonly words?: string;
  readonly candidates: readonly string[];
}

export const AMBIGUOUS: readonly AmbiguousName[] = [
  { words: 'ton | tons', candidates: ['t', 'short_ton', 'long_ton'] },
  { spellings: 'MT | MTS | mt', candidates: ['t', 'Mt'] },
  { spellings: 'MG', candidates: ['mg', 't'] },
  { words: 'pound | pounds', candidates: ['lb', 'GBP'] },
  { spellings: 'M', candidates: ['m', 'min'] },
  { words: '尺', candidates: ['ft', 'm'] },
  { words: '寸', candidates: ['in', 'cm'] },
  { words: '里', candidates: ['km', 'mi'] },
  { words: 'ton-mile | ton-miles | ton mile | ton miles | 吨英里 | 吨海里', candidates: ['short_ton*mi', 't*mi', 't*nmi'] },

  { spellings: 'mj', candidates: ['MJ', 'mJ'] },
  { spellings: 'mwh', candidates: ['MWh', 'mWh'] },
  { spellings: 'mw', candidates: ['MW', 'mW'] },
  { words: 'kcal | kcals | kilocalorie | kilocalories | 千卡 | 大卡', candidates: ['kcal_IT', 'kcal_th'] },
  // A food Calorie is a kilocalorie.
  { words: 'cal | calorie | calories | 卡 | 卡路里', candidates: ['J', 'kcal_IT', 'kcal_th'] },
  { spellings: 'Mcal | MCAL', words: '兆卡 | 百万卡', candidates: ['Mcal_IT', 'Mcal_th'] },
  { spellings: 'Gcal | GCAL', words: '吉卡 | 百万大卡 | 百万千卡', candidates: ['Gcal_IT', 'Gcal_th'] },
  { spellings: 'MBtu | MBTU', candidates: ['kBtu', 'mmBtu'] },
  { words: 'therm | therms', candidates: ['therm_IT', 'therm_US'] },
  { words: '标准煤 | 标煤', candidates: ['kgce', 'tce'] },
  { words: '标准油', candidates: ['kgoe', 'toe'] },

  { words: 'gal | gals | gallon | gallons | 加仑', candidates: ['gal_US', 'gal_UK'] },
  { spellings: 'ML | Ml', candidates: ['mL', 'm3'] },
  { words: '方', candidates: ['m3', 'm2'] },

  { words: 'month | months | mon | 月 | 个月', candidates: ['d', 'a'] },
  { words: 'quarter | quarters | 季 | 季度', candidates: ['d', 'a'] },

  { words: '辆', candidates: ['vehicle', 'piece'] },
  { spellings: '¥', candidates: ['CNY', 'JPY'] },
  { spellings: '$', words: 'dollar | dollars', candidates: ['USD', 'HKD'] },
];

/** Names that are no unit of this table though they look like one, and what their writer probably wants. */
export const MISLEADING: readonly AmbiguousName[] = [
  { spellings: 'T', candidates: ['t'] },
  { spellings: 'G', candidates: ['g'] },
  { spellings: 'MM', candidates: ['mm'] },
  // An emission is no amount of coal (kgce), and gas at a reference state no plain volume: nothing is near.
  { words: 'gCO2 | gCO2e | gCO2eq | kgCO2 | kgCO2e | kgCO2eq | tCO2 | tCO2e | tCO2eq', candidates: [] },
  { words: 'Nm3 | Sm3 | scf | 标方 | 标立方米 | 标准立方米', candidates: [] },
];
