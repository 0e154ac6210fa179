import type { UnitRow } from './unit-row.js';
import { CHINA_1959, SI, YARD_AND_POUND } from './sources.js';

const dimension = { mass: 1 };

// `T` is tesla and `G` gauss or giga: neither is read as a mass. See ambiguous.ts for `MT`, `MG` and `ton`.
export const MASS: readonly UnitRow[] = [
  { symbol: 'kg', dimension, size: '1', source: SI, spellings: 'KG | Kg | KGS | Kgs | kgs | KGM', words: 'kilogram | kilograms | kilogramme | kilogrammes | kilo | kilos | 千克 | 公斤' },
  { symbol: 'g', dimension, size: '0.001', source: SI, spellings: 'GRM', words: 'gram | grams | gramme | grammes | 克' },
  { symbol: 'mg', dimension, size: '0.000001', source: SI, spellings: 'MGM', words: 'milligram | milligrams | 毫克' },
  { symbol: 'ug', dimension, size: '0.000000001', source: SI, spellings: 'μg | mcg', words: 'microgram | micrograms | 微克' },
  { symbol: 't', dimension, size: '1000', source: SI, spellings: 'Mg | TNE', words: 'tonne | tonnes | metric ton | metric tons | metric tonne | metric tonnes | megagram | 吨 | 公吨' },
  { symbol: 'kt', dimension, size: '1000000', source: SI, spellings: 'Gg | KTN', words: 'kilotonne | kilotonnes | 千吨' },
  { symbol: '万t', dimension, size: '10000000', source: SI, words: '万吨' },
  { symbol: 'Mt', dimension, size: '1000000000', source: SI, spellings: 'Tg', words: 'megatonne | megatonnes | million tonnes | 百万吨' },
  { symbol: 'lb', dimension, size: '0.45359237', source: YARD_AND_POUND, spellings: 'LBR', words: 'lb | lbs | 磅' },
  { symbol: 'oz', dimension, size: '0.028349523125', source: `${YARD_AND_POUND}: 1/16 lb`, spellings: 'ONZ', words: 'oz | ounce | ounces | 盎司' },
  { symbol: 'short_ton', dimension, size: '907.18474', source: `${YARD_AND_POUND}: 2000 lb`, spellings: 'STN', words: 'short ton | short tons | US ton | US tons | 短吨 | 美吨' },
  { symbol: 'long_ton', dimension, size: '1016.0469088', source: `${YARD_AND_POUND}: 2240 lb`, spellings: 'LTN', words: 'long ton | long tons | imperial ton | imperial tons | 长吨 | 英吨' },
  { symbol: 'g/m2', dimension: { mass: 1, length: -2 }, size: '0.001', source: SI, words: 'gsm' },
  { symbol: 'jin', dimension, size: '0.5', source: CHINA_1959, words: '斤 | 市斤' },
  { symbol: 'liang', dimension, size: '0.05', source: CHINA_1959, words: '两 | 市两' },
];
