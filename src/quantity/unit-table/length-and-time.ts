import type { UnitRow } from './unit-row.js';
import { NIST_SP_811, SI, YARD_AND_POUND } from './sources.js';

const dimension = { length: 1 };
const time = { time: 1 };

export const LENGTH: readonly UnitRow[] = [
  { symbol: 'm', dimension, size: '1', source: SI, spellings: 'MTR | mtr | Mtr', words: 'metre | metres | meter | meters | mtrs | 米 | 公尺 | 延米' },
  { symbol: 'km', dimension, size: '1000', source: SI, spellings: 'KM | KMT', words: 'kilometre | kilometres | kilometer | kilometers | kms | 千米 | 公里' },
  { symbol: 'dm', dimension, size: '0.1', source: SI, spellings: 'DMT', words: 'decimetre | decimetres | decimeter | decimeters | 分米' },
  { symbol: 'cm', dimension, size: '0.01', source: SI, spellings: 'CM | CMT', words: 'centimetre | centimetres | centimeter | centimeters | 厘米' },
  { symbol: 'mm', dimension, size: '0.001', source: SI, spellings: 'MMT', words: 'millimetre | millimetres | millimeter | millimeters | 毫米' },
  { symbol: 'um', dimension, size: '0.000001', source: SI, spellings: 'μm', words: 'micrometre | micrometres | micrometer | micrometers | micron | microns | 微米' },
  { symbol: 'in', dimension, size: '0.0254', source: `${YARD_AND_POUND}: 1/36 yd`, spellings: 'INH', words: 'in | inch | inches | 英寸' },
  { symbol: 'ft', dimension, size: '0.3048', source: `${YARD_AND_POUND}: 1/3 yd`, spellings: 'FOT', words: 'ft | foot | feet | 英尺' },
  { symbol: 'yd', dimension, size: '0.9144', source: YARD_AND_POUND, spellings: 'YRD', words: 'yd | yds | yard | yards | 码' },
  { symbol: 'mi', dimension, size: '1609.344', source: `${YARD_AND_POUND}: 1760 yd`, spellings: 'SMI', words: 'mi | mile | miles | 英里' },
  { symbol: 'nmi', dimension, size: '1852', source: 'First International Extraordinary Hydrographic Conference, Monaco, 1929; NIST SP 811 appendix B', spellings: 'NMI', words: 'nautical mile | nautical miles | 海里' },
];

/** Sizes in hours. A month has no size of its own and is refused. */
export const TIME: readonly UnitRow[] = [
  { symbol: 's', dimension: time, size: '1/3600', source: SI, words: 'sec | secs | second | seconds | 秒' },
  { symbol: 'min', dimension: time, size: '1/60', source: SI, spellings: 'MIN', words: 'mins | minute | minutes | 分钟' },
  { symbol: 'h', dimension: time, size: '1', source: SI, spellings: 'HUR', words: 'hr | hrs | hour | hours | 小时 | 时' },
  { symbol: 'd', dimension: time, size: '24', source: SI, words: 'day | days | 天 | 日' },
  { symbol: 'week', dimension: time, size: '168', source: 'ISO 8601-1: 7 days', spellings: 'WEE', words: 'week | weeks | wk | wks | 周 | 星期' },
  // ISO 80000-3 lets the symbol stand for 365 d or 366 d; energy accounts reckon with 8760 h.
  { symbol: 'a', dimension: time, size: '8760', source: `${NIST_SP_811}: year (365 days) = 3.1536 × 10^7 s`, spellings: 'ANN', words: 'y | yr | yrs | year | years | annum | 年' },
];
