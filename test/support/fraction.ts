/** An independent, slow, exact rational: top ÷ bottom in lowest terms, bottom positive. */
export class Fraction {
  private constructor(readonly top: bigint, readonly bottom: bigint) {}

  static of(top: bigint, bottom = 1n): Fraction {
    if (bottom === 0n) throw new RangeError('bottom is 0');
    const sign = bottom < 0n ? -1n : 1n;
    let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
    while (b !== 0n) [a, b] = [b, a % b];
    const common = a === 0n ? 1n : a;
    return new Fraction((sign * top) / common, (sign * bottom) / common);
  }

  /** Plain decimals only: `-12.5`. */
  static parse(text: string): Fraction {
    const [whole = '', places = ''] = text.replace('-', '').split('.');
    const size = Fraction.of(BigInt(whole + places), 10n ** BigInt(places.length));
    return text.startsWith('-') ? Fraction.of(-size.top, size.bottom) : size;
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return this.plus(Fraction.of(-other.top, other.bottom));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom, this.bottom * other.top);
  }

  absolute(): Fraction {
    return Fraction.of(this.top < 0n ? -this.top : this.top, this.bottom);
  }

  equals(other: Fraction): boolean {
    return this.top === other.top && this.bottom === other.bottom;
  }

  lessThan(other: Fraction): boolean {
    return this.top * other.bottom < other.top * this.bottom;
  }
}
