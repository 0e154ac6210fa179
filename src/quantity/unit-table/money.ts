import type { UnitRow } from './unit-row.js';

const source = 'ISO 4217';

/** No rate between currencies is built in. `¥`, `$` and `pound` are ambiguous. */
export const MONEY: readonly UnitRow[] = [
  { symbol: 'CNY', dimension: { CNY: 1 }, size: '1', source, words: 'CNY | RMB | CN¥ | yuan | renminbi | 元 | 人民币 | 人民币元' },
  { symbol: '千CNY', dimension: { CNY: 1 }, size: '1000', source, words: '千元' },
  { symbol: '万CNY', dimension: { CNY: 1 }, size: '10000', source, words: '万元 | 万元人民币' },
  { symbol: '亿CNY', dimension: { CNY: 1 }, size: '100000000', source, words: '亿元 | 亿元人民币' },
  { symbol: 'USD', dimension: { USD: 1 }, size: '1', source, words: 'USD | US$ | US dollar | US dollars | 美元' },
  { symbol: '万USD', dimension: { USD: 1 }, size: '10000', source, words: '万美元' },
  { symbol: 'EUR', dimension: { EUR: 1 }, size: '1', source, words: 'EUR | € | euro | euros | 欧元' },
  { symbol: 'GBP', dimension: { GBP: 1 }, size: '1', source, words: 'GBP | £ | pound sterling | pounds sterling | 英镑' },
  { symbol: 'JPY', dimension: { JPY: 1 }, size: '1', source, words: 'JPY | JP¥ | yen | 日元' },
  { symbol: 'HKD', dimension: { HKD: 1 }, size: '1', source, words: 'HKD | HK$ | Hong Kong dollar | Hong Kong dollars | 港元 | 港币' },
];
