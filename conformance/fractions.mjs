/** @typedef {{ top: bigint, bottom: bigint }} Fraction  bottom is positive */

/** Reads `12.5`, `-3`, `1.5e-3` or `25/18`. @param {string} text @returns {Fraction} */
export function fraction(text) {
  const parts = /^(-?\d+)\/(\d+)$/.exec(text);
  if (parts) return { top: BigInt(parts[1]), bottom: BigInt(parts[2]) };
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!decimal) throw new Error(`neither a decimal nor a fraction: ${text}`);
  const places = decimal[3] ?? '';
  const digits = BigInt(decimal[2] + places);
  return { top: decimal[1] ? -digits : digits, bottom: 10n ** BigInt(places.length) };
}

/** @param {Fraction} a @param {Fraction} b */
export function equal(a, b) {
  return a.top * b.bottom === b.top * a.bottom;
}

/**
 * Whether a decimal answer stands for an endless fraction: rounded half-even at the digits it shows, or, for a part
 * of a whole, off by less than one unit of its last digit. At least 15 significant digits are needed.
 * @param {string} answer @param {Fraction} exact @param {'whole' | 'part'} role
 */
export function standsFor(answer, exact, role) {
  const digits = answer.replace(/^-?0*\.?0*|[-.]/g, '');
  if (digits.length < 15) return false;
  const places = (answer.split('.')[1] ?? '').length;
  const scaled = exact.top * 10n ** BigInt(places);
  const steps = fraction(answer).top;
  const difference = steps * exact.bottom - scaled;
  const size = difference < 0n ? -difference : difference;
  if (role === 'part') return size < exact.bottom;
  if (size * 2n === exact.bottom) return steps % 2n === 0n;
  return size * 2n < exact.bottom;
}
