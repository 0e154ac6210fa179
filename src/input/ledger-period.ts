import { isCalendarDay } from './calendar-day.js';
import type { Days } from './ledger-line.js';
import { plainCharacters } from './plain-characters.js';

const YEAR = /^(\d{4})\s*年?$/u;
const MONTH = /^(\d{4})\s*(?:[-./年])\s*(\d{1,2})\s*月?$/u;
const QUARTER = /^(\d{4})\s*(?:-|年)?\s*(?:[Qq]([1-4])|第?([1-4一二三四])季度?)$/u;
const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u;
const CHINESE_DIGITS = '一二三四';

/** A year, a quarter, a month, a day, or `2024-01-01/2024-01-31`, as its first and last day; undefined for any other text. */
export function periodOf(cell: string): Days | undefined {
  const text = plainCharacters(cell).trim();
  const [first = '', last, ...more] = text.split(/\s*(?:\/|~|至|—)\s*(?=\d{4}\D\d)/u);
  if (last !== undefined) {
    const [start, end] = [dayOf(first), dayOf(last)];
    return more.length > 0 || start === undefined || end === undefined ? undefined : { start, end };
  }
  const year = YEAR.exec(text)?.[1];
  if (year !== undefined) return { start: `${year}-01-01`, end: `${year}-12-31` };
  const quarter = QUARTER.exec(text);
  if (quarter !== null) {
    const number = quarter[2] ?? quarter[3] ?? '';
    const index = CHINESE_DIGITS.includes(number) ? CHINESE_DIGITS.indexOf(number) : Number(number) - 1;
    return months(quarter[1] ?? '', 3 * index + 1, 3 * index + 3);
  }
  const month = MONTH.exec(text);
  if (month !== null) return months(month[1] ?? '', Number(month[2]), Number(month[2]));
  const day = dayOf(text);
  return day === undefined ? undefined : { start: day, end: day };
}

/** A day as ISO 8601 text; undefined for what is none. */
export function dayOf(text: string): string | undefined {
  const parts = DAY.exec(plainCharacters(text).trim());
  if (parts === null) return undefined;
  const day = `${parts[1] ?? ''}-${padded(parts[2])}-${padded(parts[3])}`;
  return isCalendarDay(day) ? day : undefined;
}

function months(year: string, from: number, to: number): Days | undefined {
  if (from < 1 || to > 12) return undefined;
  const last = [31, 30, 29, 28].map((day) => `${year}-${padded(String(to))}-${String(day)}`).find(isCalendarDay);
  return last === undefined ? undefined : { start: `${year}-${padded(String(from))}-01`, end: last };
}

function padded(text: string | undefined): string {
  return (text ?? '').padStart(2, '0');
}

const DAY_MILLISECONDS = 86_400_000;

/** Days since 1970-01-01: to compare and to count, never an amount. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, date) / DAY_MILLISECONDS);
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
