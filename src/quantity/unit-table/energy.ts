import type { UnitRow } from './unit-row.js';
import { NIST_SP_811, SI, STEAM_TABLE } from './sources.js';

const dimension = { energy: 1 };
const power = { energy: 1, time: -1 };

const THERMOCHEMICAL = `${NIST_SP_811}: 1 cal(th) = 4.184 J`;
const COAL = 'GB/T 2589, 标准煤: 7000 kcal(IT) per kg = 29.3076 MJ/kg';
const OIL = 'IEA, Energy Statistics Manual, 2005: 1 toe = 10 Gcal(IT) = 41.868 GJ';

/** Sizes in kWh: 1 kWh = 3.6 MJ exactly. */
export const ENERGY: readonly UnitRow[] = [
  { symbol: 'kWh', dimension, size: '1', source: SI, spellings: 'kW*h | KW*h', words: 'kWh | kilowatt hour | kilowatt hours | kilowatt-hour | kilowatt-hours | 千瓦时 | 千瓦小时 | 度 | 度电' },
  { symbol: 'Wh', dimension, size: '0.001', source: SI, spellings: 'WH | W*h | WHR', words: 'watt hour | watt hours | watt-hour | watt-hours | 瓦时 | 瓦小时' },
  { symbol: 'MWh', dimension, size: '1000', source: SI, spellings: 'MWH | Mwh | MW*h', words: 'megawatt hour | megawatt hours | megawatt-hour | megawatt-hours | 兆瓦时 | 兆瓦小时' },
  { symbol: '万kWh', dimension, size: '10000', source: SI, words: '万kWh | 万千瓦时 | 万千瓦小时 | 万度' },
  { symbol: 'GWh', dimension, size: '1000000', source: SI, spellings: 'GWH | Gwh | GW*h', words: 'gigawatt hour | gigawatt hours | gigawatt-hour | gigawatt-hours | 吉瓦时 | 吉瓦小时 | 百万千瓦时' },
  { symbol: '亿kWh', dimension, size: '100000000', source: SI, words: '亿kWh | 亿千瓦时 | 亿千瓦小时 | 亿度' },
  { symbol: 'TWh', dimension, size: '1000000000', source: SI, spellings: 'TWH | Twh | TW*h', words: 'terawatt hour | terawatt hours | terawatt-hour | terawatt-hours | 太瓦时' },
  { symbol: 'mWh', dimension, size: '0.000001', source: SI, words: 'milliwatt hour | milliwatt hours | 毫瓦时' },

  { symbol: 'J', dimension, size: '0.000001/3.6', source: SI, spellings: 'JOU', words: 'joule | joules | 焦 | 焦耳' },
  { symbol: 'mJ', dimension, size: '0.000000001/3.6', source: SI, words: 'millijoule | millijoules | 毫焦' },
  { symbol: 'kJ', dimension, size: '0.001/3.6', source: SI, spellings: 'KJ | KJO', words: 'kilojoule | kilojoules | 千焦 | 千焦耳' },
  { symbol: 'MJ', dimension, size: '1/3.6', source: SI, spellings: '3B', words: 'megajoule | megajoules | 兆焦 | 兆焦耳' },
  { symbol: 'GJ', dimension, size: '1000/3.6', source: SI, spellings: 'GV', words: 'gigajoule | gigajoules | 吉焦 | 吉焦耳 | 百万千焦' },
  { symbol: 'TJ', dimension, size: '1000000/3.6', source: SI, words: 'terajoule | terajoules | 太焦 | 太焦耳' },
  { symbol: 'PJ', dimension, size: '1000000000/3.6', source: SI, words: 'petajoule | petajoules | 拍焦' },

  { symbol: 'kcal_IT', dimension, size: '0.0041868/3.6', source: STEAM_TABLE, spellings: 'kcalIT | kcal(IT)' },
  { symbol: 'Mcal_IT', dimension, size: '4.1868/3.6', source: STEAM_TABLE, spellings: 'McalIT | Mcal(IT)' },
  { symbol: 'Gcal_IT', dimension, size: '4186.8/3.6', source: STEAM_TABLE, spellings: 'GcalIT | Gcal(IT)' },
  { symbol: 'kcal_th', dimension, size: '0.004184/3.6', source: THERMOCHEMICAL, spellings: 'kcalth | kcal(th)' },
  { symbol: 'Mcal_th', dimension, size: '4.184/3.6', source: THERMOCHEMICAL, spellings: 'Mcalth | Mcal(th)' },
  { symbol: 'Gcal_th', dimension, size: '4184/3.6', source: THERMOCHEMICAL, spellings: 'Gcalth | Gcal(th)' },

  // Energy statistics and fuel trade mean the International Table Btu; the other Btus carry a mark of their own.
  { symbol: 'Btu', dimension, size: '0.00105505585262/3.6', source: `${STEAM_TABLE}: 1 Btu = 1055.05585262 J`, spellings: 'Btu_IT', words: 'Btu | Btus | British thermal unit | British thermal units | 英热单位' },
  { symbol: 'kBtu', dimension, size: '1.05505585262/3.6', source: STEAM_TABLE, words: 'kBtu' },
  { symbol: 'mmBtu', dimension, size: '1055.05585262/3.6', source: STEAM_TABLE, words: 'mmBtu | million Btu | 百万英热单位' },
  { symbol: 'therm_IT', dimension, size: '105.505585262/3.6', source: `${STEAM_TABLE}: 100 000 Btu`, words: 'EC therm | UK therm' },
  { symbol: 'therm_US', dimension, size: '105.4804/3.6', source: `${NIST_SP_811}; Federal Register, 27 July 1968: 105.4804 MJ`, words: 'US therm | US therms' },

  { symbol: 'kgce', dimension, size: '29.3076/3.6', source: COAL, words: 'kgce | 千克标准煤 | 公斤标准煤 | 千克标煤 | 公斤标煤' },
  { symbol: 'tce', dimension, size: '29307.6/3.6', source: COAL, words: 'tce | 吨标准煤 | 吨标煤' },
  { symbol: '万tce', dimension, size: '293076000/3.6', source: COAL, words: '万吨标准煤 | 万吨标煤' },
  { symbol: 'kgoe', dimension, size: '41.868/3.6', source: OIL, words: 'kgoe | 千克标准油 | 公斤标准油 | 千克油当量' },
  { symbol: 'toe', dimension, size: '41868/3.6', source: OIL, words: 'toe | 吨标准油 | 吨油当量' },

  { symbol: 'W', dimension: power, size: '0.001', source: SI, spellings: 'WTT', words: 'watt | watts | 瓦 | 瓦特' },
  { symbol: 'mW', dimension: power, size: '0.000001', source: SI, words: 'milliwatt | milliwatts | 毫瓦' },
  { symbol: 'kW', dimension: power, size: '1', source: SI, spellings: 'KWT', words: 'kW | kilowatt | kilowatts | 千瓦' },
  { symbol: 'MW', dimension: power, size: '1000', source: SI, spellings: 'MAW', words: 'megawatt | megawatts | 兆瓦' },
  { symbol: 'GW', dimension: power, size: '1000000', source: SI, words: 'gigawatt | gigawatts | 吉瓦' },
];
