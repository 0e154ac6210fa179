import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayNumber, dayOf, periodOf } from '../../src/input/ledger-period.js';

describe('a period', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'], ['2024年', '2024-01-01', '2024-12-31'], ['２０２４', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'], ['2023-02', '2023-02-01', '2023-02-28'], ['2024年7月', '2024-07-01', '2024-07-31'], ['2024/7', '2024-07-01', '2024-07-31'],
    ['2024-Q3', '2024-07-01', '2024-09-30'], ['2024年第一季度', '2024-01-01', '2024-03-31'], ['2024Q4', '2024-10-01', '2024-12-31'],
    ['2024-07-01/2024-07-31', '2024-07-01', '2024-07-31'], ['2024/7/1', '2024-07-01', '2024-07-01'], ['2024-01-05至2024-02-04', '2024-01-05', '2024-02-04'],
    ['2024-12-25~2025-01-24', '2024-12-25', '2025-01-24'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(periodOf(text)).toEqual({ start, end });
  });

  it.each(['', '24', '2024-13', '2024-00', '2024-Q5', '2024-02-30', '2024-01-01/2024-02-30', 'July 2024', '2024-1-1-1', '=2024', '1e3', '2024-01-01/2024-02-01/2024-03-01'])('%j is none', (text) => {
    expect(periodOf(text)).toBeUndefined();
  });

  it('tells days apart as a calendar does', () => {
    const day = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 1000 }), (from, days) => {
      expect(dayNumber(dayAfter(from, days)) - dayNumber(from)).toBe(days);
      expect(dayOf(from)).toBe(from);
    }));
    expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29');
    expect(dayAfter('2023-12-31', 1)).toBe('2024-01-01');
  });
});
