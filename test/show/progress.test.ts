import { describe, expect, it } from 'vitest';
import { progressLine, type Progress } from '../../src/show/progress.js';

const START = { done: 0, products: 0 };
// A quarter in 10 s: three times as long for the rest, and 40 products in 10 s.
const QUARTER: Progress = { done: 250, extent: 1000, seconds: 10, since: START, products: 40, failed: 0, ended: false };

describe('the line of a run under way', () => {
  it.each<[string, Partial<Progress>, string]>([
    ['tells share, rate and the time that remains', {}, '25 %, 40 products, 4/s, remaining 30 s'],
    ['tells of failed products where there are any', { failed: 3 }, '25 %, 40 products, 3 failed, 4/s, remaining 30 s'],
    // 999 of 1000 are no 100 %; 1 of 999 × 10 s is begun.
    ['is never ahead of the work', { done: 999 }, '99 %, 40 products, 4/s, remaining 1 s'],
    // 100 done in 5 s, 400 remain; 10 products in 5 s. What was done before the run went on took none of its time.
    ['counts from where a run goes on', { done: 600, since: { done: 500, products: 50 }, seconds: 5, products: 60 }, '60 %, 60 products, 2/s, remaining 20 s'],
    ['knows no rate before the first product', { done: 0, seconds: 0, products: 0 }, '0 %, 0 products, 0/s, remaining 0 s'],
    // 160 products in 40 s.
    ['ends with the time it took', { done: 1000, seconds: 39.6, products: 160, failed: 1, ended: true }, '100 %, 160 products, 1 failed, 4/s, 40 s'],
    ['has all of nothing', { done: 0, extent: 0, products: 0, ended: true }, '100 %, 0 products, 0/s, 10 s'],
  ])('%s', (_, change, line) => {
    expect(progressLine({ ...QUARTER, ...change }, 'en')).toBe(line);
  });

  it('speaks Chinese', () => {
    expect(progressLine({ ...QUARTER, failed: 3 }, 'zh')).toBe('25 %, 40 个产品, 3 失败, 4/s, 剩余 30 s');
  });
});
