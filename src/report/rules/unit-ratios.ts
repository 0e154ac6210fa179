import { overOneKilometre } from '../../footprint/transport-leg.js';
import { conversion } from '../../quantity/convert.js';
import { Exact } from '../../quantity/exact.js';
import { parseUnit } from '../../quantity/parse-unit.js';
import type { Unit } from '../../quantity/unit.js';

/** What a report adds to the unit of a line that is moved over one kilometre. */
export const OVER_ONE_KILOMETRE = '*km';

/** How many of one named unit another is; each pair is worked out once a report. */
export class UnitRatios {
  readonly #ratios = new Map<string, Map<string, Exact | undefined>>();

  /** Undefined where a unit is unknown, or the two are of unlike dimensions. */
  between(from: string, to: string): Exact | undefined {
    const known = this.#ratios.get(from) ?? new Map<string, Exact | undefined>();
    this.#ratios.set(from, known);
    if (!known.has(to)) known.set(to, ratioOf(unitNamed(from), unitNamed(to)));
    return known.get(to);
  }

  areSame(one: string, other: string): boolean {
    return this.between(one, other)?.equals(Exact.ONE) === true;
  }
}

export function unitNamed(text: string): Unit | undefined {
  if (text.endsWith(OVER_ONE_KILOMETRE)) {
    const moved = unitNamed(text.slice(0, -OVER_ONE_KILOMETRE.length));
    return moved === undefined ? undefined : overOneKilometre(moved);
  }
  const answer = parseUnit(text);
  return answer.kind === 'found' ? answer.unit : undefined;
}

function ratioOf(from: Unit | undefined, to: Unit | undefined): Exact | undefined {
  return from === undefined || to === undefined ? undefined : conversion(from, to);
}
