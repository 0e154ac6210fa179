import { isCalendarDay } from '../../input/calendar-day.js';
import { gtinCheckDigit } from '../../input/gtin.js';
import type { FootprintReport } from '../report.js';
import { rule } from './rule.js';

/** Periods and validities do not end before they begin. ISO 8601 days compare as text. */
export const datesOrdered = rule('dates-reversed', function* ({ report }) {
  const { period, label } = report;
  if (period !== undefined && period.end < period.start) yield { start: period.start, end: period.end };
  const { validity } = label;
  if (validity !== undefined && validity.until < validity.from) yield { start: validity.from, end: validity.until };
});

/** The schema asks for the form of a date; here it must be a day of the calendar. */
export const datesReal = rule('date-invalid', function* ({ report }) {
  for (const [column, text] of datesOf(report)) {
    if (text !== undefined && !isCalendarDay(text)) yield { column, text };
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

export const gtinChecks = rule('gtin-check-digit', function* ({ report }) {
  const { gtin } = report.product;
  if (gtin === undefined) return;
  const expected = gtinCheckDigit(gtin);
  if (!gtin.endsWith(expected)) yield { gtin, expected };
});
