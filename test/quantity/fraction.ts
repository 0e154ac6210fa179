/** An independent slow reference: a fraction of two integers in lowest terms. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function fraction(top: bigint, bottom = 1n): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  const common = gcd(top < 0n ? -top : top, bottom * sign);
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

export function less(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

/** The fraction that an amount of numerator × 10^-scale ÷ denominator is. */
export function fractionOf(amount: { numerator: bigint; scale: number; denominator: bigint }): Fraction {
  return fraction(amount.numerator, amount.denominator * 10n ** BigInt(amount.scale));
}

/** A plain or scientific decimal as a fraction, read by shifting digit by digit. */
export function readDecimal(text: string): Fraction {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  let value = fraction(0n);
  let afterPoint = 0;
  let seenPoint = false;
  for (const character of mantissa) {
    if (character === '.') seenPoint = true;
    else if (character >= '0' && character <= '9') {
      value = fraction(value.top * 10n + BigInt(character));
      if (seenPoint) afterPoint += 1;
    }
  }
  const shift = Number(exponent) - afterPoint;
  const moved = shift >= 0 ? fraction(value.top * 10n ** BigInt(shift)) : fraction(value.top, 10n ** BigInt(-shift));
  return mantissa.startsWith('-') ? fraction(-moved.top, moved.bottom) : moved;
}
