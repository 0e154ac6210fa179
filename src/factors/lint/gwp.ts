import { problem } from '../../diagnostics/problem.js';
import { isOneOf, LIFE_CYCLE_GRID } from '../grid-categories.js';
import { folded } from '../folded-name.js';
import type { LintedRow, LintRule } from './rule.js';

const CO2_ONLY = 'CO2-only';

/** CO2 alone beside CO2e in one category and unit, where the name of the category does not tell them apart. */
export const gwpOdd: LintRule = {
  codes: ['factor-gwp-odd'],
  *check(rows) {
    for (const group of sameCategoryAndUnit(rows)) {
      const co2 = group.filter(({ row }) => row.cells.gwp === CO2_ONLY);
      const co2e = group.filter(({ row }) => row.cells.gwp !== CO2_ONLY);
      if (co2.length === 0 || co2e.length === 0) continue;
      const [odd, others] = co2e.length < co2.length ? [co2e, co2] : [co2, co2e];
      const usual = [...new Set(others.map(({ row }) => row.cells.gwp))].sort();
      for (const { row } of odd) {
        const { id, gwp, category, unit } = row.cells;
        yield problem('factor-gwp-odd', { id, gwp, category, unit, others: usual }, row.spot('gwp'));
      }
    }
  },
};

/** A life-cycle factor counts more than CO2. */
export const lifeCycleCo2: LintRule = {
  codes: ['factor-lifecycle-co2'],
  *check(rows) {
    for (const { row } of rows) {
      const { id, category, gwp } = row.cells;
      if (gwp !== CO2_ONLY || !isOneOf(folded(category), LIFE_CYCLE_GRID)) continue;
      yield problem('factor-lifecycle-co2', { id, category }, row.spot('gwp'));
    }
  },
};

/** Rows that can be read, in groups; categories that say `direct` or `co2` may mix. */
function sameCategoryAndUnit(rows: readonly LintedRow[]): Iterable<readonly LintedRow[]> {
  const groups = new Map<string, LintedRow[]>();
  for (const linted of rows) {
    const { category, unit } = linted.row.cells;
    if (linted.reading.kind !== 'sound' || category === '' || /direct|co2/u.test(folded(category))) continue;
    const key = JSON.stringify([category, unit]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [linted]);
    else group.push(linted);
  }
  return groups.values();
}
