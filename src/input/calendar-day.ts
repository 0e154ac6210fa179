const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day of the Gregorian calendar as ISO 8601 writes it: `2024-02-29`. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const last = daysOf(Number(year), Number(month));
  return day !== undefined && last !== undefined && Number(day) >= 1 && Number(day) <= last;
}

function daysOf(year: number, month: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
