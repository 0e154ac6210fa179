import { problem } from '../../diagnostics/problem.js';
import type { LintRule } from './rule.js';

/**
 * A factor is stale when it is more than this many years older than the newest one of its dataset: by then a grid
 * or a material has usually seen several editions. A warning only, because accounts of past years want old factors.
 * The newest year stands for today, so that the findings do not change with the clock.
 */
export const STALE_YEARS = 15;

export const stale: LintRule = {
  codes: ['factor-stale', 'number-invalid'],
  *check(rows) {
    const dated = rows.filter(({ row }) => isYear(row.cells.year));
    const newest = dated.reduce((latest, { row }) => Math.max(latest, Number(row.cells.year)), 0);
    for (const { row } of dated) {
      const { id, year } = row.cells;
      const age = newest - Number(year);
      if (age > STALE_YEARS) yield problem('factor-stale', { id, year, age }, row.spot('year'));
    }
    for (const { row } of rows) {
      const { year } = row.cells;
      if (year !== '' && !isYear(year)) yield problem('number-invalid', { column: 'year', text: year }, row.spot('year'));
    }
  },
};

export const datesReversed: LintRule = {
  codes: ['dates-reversed'],
  *check(rows) {
    for (const { row, reading } of rows) {
      const { valid_from: start, valid_to: end } = row.cells;
      if (reading.kind === 'sound' && start !== '' && end !== '' && end < start) {
        yield problem('dates-reversed', { start, end }, row.spot('valid_to'));
      }
    }
  },
};

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}
