import { Exact } from './exact.js';
import { unitNamed } from './unit-table.js';
import type { BaseDimension, Dimension, Unit } from './unit.js';

/** The product of `top` divided by the product of `bottom`, under the table's symbol where it has one. */
export function compoundUnit(top: readonly Unit[], bottom: readonly Unit[]): Unit {
  const symbol = bottom.length === 0 ? product(top) : `${product(top)}/${bottom.length === 1 ? product(bottom) : `(${product(bottom)})`}`;
  let size = Exact.ONE;
  for (const unit of top) size = size.times(unit.size);
  for (const unit of bottom) size = size.dividedBy(unit.size);
  return named(symbol, dimensionOf(top, bottom), size);
}

/** The second or third power of a unit: `m2` for a length, else `s^2`. */
export function unitPower(unit: Unit, power: 2 | 3): Unit {
  const factors = power === 2 ? [unit, unit] : [unit, unit, unit];
  const { dimension, size } = compoundUnit(factors, []);
  return named(isLength(unit) ? `${unit.symbol}${power}` : `${unit.symbol}^${power}`, dimension, size);
}

/** Only lengths are raised without a `^`: `m2` is an area, `h2` is more likely hydrogen. */
export function isLength({ dimension }: Unit): boolean {
  return dimension.length === 1 && Object.keys(dimension).length === 1;
}

function named(symbol: string, dimension: Dimension, size: Exact): Unit {
  const known = unitNamed(symbol);
  return known?.kind === 'found' ? known.unit : { symbol, dimension, size: size.reduced() };
}

function product(units: readonly Unit[]): string {
  return units.map((unit) => unit.symbol).join('*');
}

function dimensionOf(top: readonly Unit[], bottom: readonly Unit[]): Dimension {
  const powers = new Map<string, number>();
  for (const [units, sign] of [[top, 1], [bottom, -1]] as const) {
    for (const unit of units) {
      for (const [base, power] of Object.entries(unit.dimension)) powers.set(base, (powers.get(base) ?? 0) + sign * power);
    }
  }
  const dimension: Partial<Record<BaseDimension, number>> = Object.fromEntries([...powers].filter(([, power]) => power !== 0));
  return dimension;
}
