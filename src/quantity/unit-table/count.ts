import type { UnitRow } from './unit-row.js';
import { COUNTED } from './sources.js';

/**
 * Chinese measure words and trade spellings count the thing that a line names, one each. A pair is a dimension of
 * its own: whether a factor per piece means the sock or the pair is not guessed. Packages (箱, carton, bag) hold an
 * unknown number of things and are not read.
 */
export const COUNT: readonly UnitRow[] = [
  { symbol: 'piece', dimension: { item: 1 }, size: '1', source: COUNTED, spellings: 'H87 | C62 | PCE', words: 'piece | pieces | pc | pcs | ea | each | unit | units | item | items | set | sets | nos | 件 | 个 | 個 | 只 | 隻 | 台 | 套 | 组 | 条 | 块 | 片 | 根 | 张 | 卷 | 支 | 枚 | 粒 | 颗 | 部 | 座' },
  { symbol: 'dozen', dimension: { item: 1 }, size: '12', source: 'UN/ECE Recommendation 20, DZN: 12 items', spellings: 'DZN', words: 'dozen | dozens | doz | dz | 打' },
  { symbol: 'pair', dimension: { pair: 1 }, size: '1', source: COUNTED, spellings: 'PR', words: 'pair | pairs | prs | 双 | 对' },
  { symbol: 'person', dimension: { person: 1 }, size: '1', source: COUNTED, words: 'person | persons | people | passenger | passengers | capita | 人' },
  { symbol: 'vehicle', dimension: { vehicle: 1 }, size: '1', source: COUNTED, words: 'vehicle | vehicles' },
  { symbol: 'room-night', dimension: { room: 1 }, size: '1', source: 'counted: one occupied room for one night', words: 'room-night | room-nights | room night | room nights | 间夜 | 间·夜 | 间晚' },
  { symbol: 'guest-night', dimension: { night: 1 }, size: '1', source: 'counted: one guest for one night', words: 'guest-night | guest-nights | guest night | guest nights | 人夜 | 人·夜 | 人晚 | 住客夜' },
  { symbol: 'wear', dimension: { wear: 1 }, size: '1', source: 'counted: one garment worn for one day', words: 'wear | wears | 次穿着 | 穿着次数' },
  { symbol: 'cup', dimension: { cup: 1 }, size: '1', source: 'counted: one cup as served, of no fixed volume', words: 'cup | cups | 杯' },
];
