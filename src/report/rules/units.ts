import { Exact } from '../../quantity/exact.js';
import type { Contribution } from '../report.js';
import type { Ledger } from './ledger.js';
import { rule } from './rule.js';
import { OVER_ONE_KILOMETRE, unitNamed } from './unit-ratios.js';

/** The declared unit is a known one, and there is some of it. */
export const declaredUnitKnown = rule('report-unit', function* ({ report }: Ledger) {
  const { unit, amount } = report.unit;
  if (unitNamed(unit) === undefined) yield { unit, detail: 'unit.unit' };
  if (Exact.of(amount).compare(Exact.ZERO) <= 0) yield { unit, detail: `unit.amount = ${amount} ≤ 0` };
});

/** The unit of each contribution leads, by its distance and its conversions, to the unit of its factor. */
export const unitsMeet = rule('report-unit', function* ({ report, factors, units }: Ledger) {
  for (const [index, contribution] of report.inventory.contributions.entries()) {
    const factor = factors.get(contribution.factor);
    if (factor === undefined) continue;
    // Unit after unit, each pair the same one by two names: what one step leaves is what the next begins with.
    const path = [...unitPath(contribution), factor.unit];
    for (let at = 0; at < path.length; at += 2) {
      const [left = '', taken = ''] = path.slice(at, at + 2);
      if (units.areSame(left, taken)) continue;
      yield { unit: left, detail: `inventory.contributions[${index}]: ${left} ≠ ${taken}` };
      break;
    }
  }
});

/** The line's own unit, over a kilometre where the line is moved, then from and to of each conversion. */
function unitPath({ unit, steps }: Contribution): string[] {
  const path = [unit];
  for (const step of steps) {
    if (step.kind === 'distance') path.push(`${path.pop() ?? ''}${OVER_ONE_KILOMETRE}`);
    if (step.kind === 'conversion') path.push(step.from ?? '', step.to ?? '');
  }
  return path;
}
