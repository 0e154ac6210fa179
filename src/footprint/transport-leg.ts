import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { conversion } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { Bom, BomLine } from '../input/bom-line.js';
import { dimensionClash } from './dimension-clash.js';
import type { UsedFactor } from './footprint.js';

/** One of `unit` moved over one kilometre. Kilometre: 1000 m (SI). */
export function overOneKilometre(unit: Unit): Unit {
  return {
    symbol: `${unit.symbol}*km`,
    dimension: { mass: 1, length: 1 },
    size: unit.size.times(Exact.of('1000')),
  };
}

/** Mass × distance in the unit of the mode's factor, or undefined where the line has no mass or the factor is not per tkm. */
export function tonneKilometres(
  amount: Exact,
  line: BomLine,
  distance: Exact,
  factor: UsedFactor,
  bom: Bom,
  findings: Findings,
): Exact | undefined {
  const { dimension } = line.unit;
  if (dimension.mass !== 1 || Object.keys(dimension).length !== 1) {
    findings.add(problem('transport-needs-mass', { unit: line.unit.symbol }, bom.spot(line, 'unit')));
    return undefined;
  }
  const moved = overOneKilometre(line.unit);
  const ratio = conversion(moved, factor.unit);
  if (ratio === undefined) {
    findings.add(problem('unit-dimension', dimensionClash(moved, factor, line, bom), bom.spot(line, 'transport')));
    return undefined;
  }
  return amount.times(distance).times(ratio);
}
