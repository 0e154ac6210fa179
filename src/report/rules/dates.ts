import type { FootprintReport } from '../report.js';
import { rule } from './rule.js';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Periods and validities do not end before they begin. ISO 8601 days compare as text. */
export const datesOrdered = rule('dates-reversed', function* ({ report }) {
  const { period, label } = report;
  if (period !== undefined && period.end < period.start) yield { start: period.start, end: period.end };
  const { validity } = label;
  if (validity !== undefined && validity.until < validity.from) yield { start: validity.from, end: validity.until };
});

/** The schema asks for the form of a date; here it must be a day of the calendar. */
export const datesReal = rule('schema-violation', function* ({ report }) {
  for (const [pointer, day] of datesOf(report)) {
    if (day !== undefined && !isCalendarDay(day)) yield { pointer, rule: 'date', detail: day };
  }
});

function datesOf({ period, label }: FootprintReport): (readonly [pointer: string, day: string | undefined])[] {
  return [
    ['/period/start', period?.start],
    ['/period/end', period?.end],
    ['/label/validity/from', label.validity?.from],
    ['/label/validity/until', label.validity?.until],
    ['/label/certificate/issued', label.certificate?.issued],
  ];
}

/** Of the Gregorian calendar, which ISO 8601 uses. */
function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = (MONTH_DAYS[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
  return day >= 1 && day <= longest;
}
