import type { Findings } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { Spot } from '../diagnostics/place.js';
import type { Factor } from '../factors/factor.js';
import { DIRECT_GRID, isOneOf, LIFE_CYCLE_GRID } from '../factors/grid-categories.js';
import type { Bom } from '../input/bom-line.js';
import type { Declaration, LineContribution, UsedFactor } from './footprint.js';

/**
 * A factor is old when its year is more than this many years before the one in which the period begins. tanji's own
 * choice, taken from no standard (docs/method.md).
 */
export const OLD_YEARS = 10;

/** Warns, once a dataset factor and at the line that first uses it, where it does not fit the declared boundary or period. */
export function checkFitness(
  contributions: readonly LineContribution[],
  declaration: Declaration,
  bom: Bom,
  findings: Findings,
): void {
  const seen = new Set<UsedFactor>();
  for (const { line, leg, factor } of contributions) {
    if (factor.origin.kind !== 'dataset' || seen.has(factor)) continue;
    seen.add(factor);
    const spot = (): Spot => bom.spot(line, leg ? 'transport' : 'factor');
    for (const found of misfits(factor.key, factor.origin.factor, declaration, spot)) findings.add(found);
  }
}

/** Where a factor does not fit what was declared; `key` is how reports name it. */
export function* misfits(
  key: string,
  { gwp, row }: Factor,
  { boundary, periodStart }: Pick<Declaration, 'boundary' | 'periodStart'>,
  spot: () => Spot | undefined,
): Iterable<Problem> {
  if (boundary?.name.startsWith('cradle-to-') === true && gwp === 'CO2-only' && isOneOf(row.category, DIRECT_GRID)) {
    const args = { factor: key, boundary: boundary.name, region: countryOf(row.region), categories: LIFE_CYCLE_GRID };
    yield problem('factor-direct-grid', args, spot());
  }
  if (periodStart === undefined) return;
  if (row.valid_to !== '' && row.valid_to < periodStart) {
    yield problem('factor-expired', { id: key, validTo: row.valid_to, start: periodStart }, spot());
  }
  const age = /^\d{4}$/u.test(row.year) ? Number(periodStart.slice(0, 4)) - Number(row.year) : 0;
  if (age > OLD_YEARS) yield problem('factor-old', { id: key, year: row.year, age }, spot());
}

/** Life-cycle factors are seldom given for less than a country: `CN` of `CN-ZJ`. */
function countryOf(region: string): string {
  return region.replace(/-.*$/u, '');
}
