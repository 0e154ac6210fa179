import type { UnitRow } from './unit-row.js';
import { SI, YARD_AND_POUND } from './sources.js';

const dimension = { mass: 1, length: 1 };
const passenger = { person: 1, length: 1 };
const vehicle = { vehicle: 1, length: 1 };

/** Spellings with `*` give the products their short symbol: `t·km` becomes `tkm`. Sizes in kg·m, person·m, vehicle·m. */
export const TRANSPORT: readonly UnitRow[] = [
  { symbol: 'tkm', dimension, size: '1000000', source: SI, spellings: 't*km | km*t | t-km | TKM', words: 'tonne-km | tonne km | tonne kilometre | tonne kilometres | tonne kilometer | tonne kilometers | tonne-kilometre | tonne-kilometres | tonne-kilometer | tonne-kilometers | metric ton-km | 吨公里 | 吨千米' },
  { symbol: '万tkm', dimension, size: '10000000000', source: SI, words: '万吨公里 | 万吨千米' },
  { symbol: 'kgkm', dimension, size: '1000', source: SI, spellings: 'kg*km | km*kg | kg-km', words: 'kilogram kilometre | kilogram kilometres | kilogram kilometer | kilogram kilometers | 千克公里 | 公斤公里 | 千克千米' },
  { symbol: 'short_ton*mi', dimension, size: '1459972.31821056', source: `${YARD_AND_POUND}: 2000 lb × 1760 yd`, words: 'short ton-mile | short ton-miles | short ton mile | short ton miles' },
  { symbol: 'pkm', dimension: passenger, size: '1000', source: SI, spellings: 'person*km | p-km', words: 'passenger-km | passenger km | passenger kilometre | passenger kilometres | passenger kilometer | passenger kilometers | passenger-kilometre | passenger-kilometer | person-km | 人公里 | 人千米' },
  { symbol: 'vkm', dimension: vehicle, size: '1000', source: SI, spellings: 'vehicle*km | v-km', words: 'vehicle-km | vehicle km | vehicle kilometre | vehicle kilometres | vehicle kilometer | vehicle kilometers | vehicle-kilometre | vehicle-kilometer | 车公里 | 辆公里 | 车千米' },
];
