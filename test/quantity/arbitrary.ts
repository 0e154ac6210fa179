import fc from 'fast-check';
import { Exact } from '../../src/quantity/exact.js';

/** Decimal texts of up to 40 digits on either side of the point, some with an exponent. */
export const decimalTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.bigInt({ min: 0n, max: 10n ** 40n }),
    fc.option(fc.stringMatching(/^[0-9]{1,40}$/u), { nil: undefined }),
    fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined }),
  )
  .map(([sign, whole, part, exponent]) =>
    `${sign}${whole}${part === undefined ? '' : `.${part}`}${exponent === undefined ? '' : `e${exponent}`}`);

/** Amounts that do and do not end as decimals. */
export const amounts: fc.Arbitrary<Exact> = fc.oneof(
  decimalTexts.map((text) => Exact.of(text)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10_000n }))
    .map(([top, bottom]) => Exact.of(top.toString()).dividedBy(Exact.of(bottom.toString()))),
);
