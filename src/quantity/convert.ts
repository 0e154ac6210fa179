import { decimalText } from './decimal-text.js';
import type { Exact} from './exact.js';
import { greatestCommonDivisor, powerOfTen } from './exact.js';
import type { Dimension, Unit } from './unit.js';

/** How many of `to` one of `from` is; undefined for units of unlike dimensions. */
export function conversion(from: Unit, to: Unit): Exact | undefined {
  if (!sameDimension(from.dimension, to.dimension)) return undefined;
  return from.size.dividedBy(to.size).reduced();
}

/**
 * A conversion as the decimals to multiply and divide by, in lowest terms: 5 and 18 from MJ to kWh, 0.001 and 1
 * from kg to t, 1 and 1 where nothing changes. Throws a RangeError for units of unlike dimensions.
 */
export function ratioTexts(from: Unit, to: Unit): { multiply: string; divide: string } {
  const ratio = conversion(from, to);
  if (ratio === undefined) throw new RangeError(`no conversion from ${from.symbol} to ${to.symbol}`);
  return fractionTexts(ratio);
}

/** An amount as the decimals to multiply and divide by, in lowest terms; `divide` is 1 where its decimal ends. */
export function fractionTexts(amount: Exact): { multiply: string; divide: string } {
  const ratio = amount.reduced();
  if (ratio.denominator === 1n) return { multiply: plain(ratio), divide: '1' };
  const bottom = ratio.denominator * powerOfTen(ratio.scale);
  const common = greatestCommonDivisor(ratio.numerator, bottom);
  return { multiply: (ratio.numerator / common).toString(), divide: (bottom / common).toString() };
}

function plain(decimal: Exact): string {
  return decimalText(decimal, Number.POSITIVE_INFINITY);
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return dimensionKey(a) === dimensionKey(b);
}

/** A dimension in words for messages: `mass`, `transport (mass × length)`, `energy ÷ (length² × time)`. */
export function dimensionText(dimension: Dimension): string {
  const powers = Object.entries(dimension).sort(([a], [b]) => (a < b ? -1 : 1));
  const top = powers.filter(([, power]) => power > 0).map(powerText);
  const bottom = powers.filter(([, power]) => power < 0).map(([base, power]) => powerText([base, -power]));
  const known = NAMED.get(dimensionKey(dimension));
  if (known !== undefined) return known;
  const divisor = bottom.length > 1 ? `(${bottom.join(' × ')})` : bottom.join('');
  return `${top.length === 0 ? '1' : top.join(' × ')}${divisor === '' ? '' : ` ÷ ${divisor}`}`;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  [dimensionKey({}), 'ratio'],
  [dimensionKey({ length: 2 }), 'area'],
  [dimensionKey({ length: 3 }), 'volume'],
  [dimensionKey({ energy: 1, time: -1 }), 'power'],
  [dimensionKey({ mass: 1, length: 1 }), 'transport (mass × length)'],
  [dimensionKey({ person: 1, length: 1 }), 'passenger transport (person × length)'],
  [dimensionKey({ vehicle: 1, length: 1 }), 'vehicle travel (vehicle × length)'],
]);

function powerText([base, power]: readonly [string, number]): string {
  return power === 1 ? base : power === 2 ? `${base}²` : power === 3 ? `${base}³` : `${base}^${power}`;
}

/** The powers in one order, so that equal dimensions have equal keys. */
function dimensionKey(dimension: Dimension): string {
  return Object.entries(dimension)
    .filter(([, power]) => power !== 0)
    .map(([base, power]) => `${base}^${power}`)
    .sort()
    .join(' ');
}
