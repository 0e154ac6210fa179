import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact } from '../../src/quantity/exact.js';
import { evaluated } from '../../src/report/rules/formula.js';
import { big } from '../../src/report/rules/numbers.js';
import { readFormula } from '../../src/sectors/formula.js';

/** A formula as a tree, with its text and its value by plain fractions of bigints. */
interface Tree {
  readonly text: string;
  value(symbols: Readonly<Record<string, bigint>>): readonly [bigint, bigint] | undefined;
}

const leaf = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map((n): Tree => ({ text: String(n), value: () => [BigInt(n), 1n] })),
  fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9 })).map(([whole, tenth]): Tree => ({
    text: `${whole}.${tenth}`, value: () => [BigInt(10 * whole + tenth), 10n],
  })),
  fc.constantFrom('a', 'b', 'mass_1').map((symbol): Tree => ({ text: symbol, value: (symbols) => [symbols[symbol] ?? 0n, 1n] })),
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf,
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([left, operator, right]): Tree => ({
      text: `(${left.text} ${operator} ${right.text})`,
      value: (symbols) => {
        const [one, other] = [left.value(symbols), right.value(symbols)];
        if (one === undefined || other === undefined) return undefined;
        const [a, b, c, d] = [...one, ...other];
        switch (operator) {
          case '+': return [a * d + c * b, b * d];
          case '-': return [a * d - c * b, b * d];
          case '*': return [a * c, b * d];
          default: return c === 0n ? undefined : c < 0n ? [-a * d, b * -c] : [a * d, b * c];
        }
      },
    })),
    tie('tree').map((inner): Tree => ({ text: `-(${inner.text})`, value: (symbols) => negated(inner.value(symbols)) })),
    tie('tree').map((inner): Tree => ({ text: `roundup(${inner.text})`, value: (symbols) => roundedUp(inner.value(symbols)) })),
  ),
}));

function negated(value: readonly [bigint, bigint] | undefined): readonly [bigint, bigint] | undefined {
  return value === undefined ? undefined : [-value[0], value[1]];
}

function roundedUp(value: readonly [bigint, bigint] | undefined): readonly [bigint, bigint] | undefined {
  if (value === undefined) return undefined;
  const [top, bottom] = value;
  const floor = top / bottom - (top % bottom !== 0n && top < 0n ? 1n : 0n);
  return [top % bottom === 0n ? top / bottom : floor + 1n, 1n];
}

const symbols = fc.record({ a: fc.bigInt(-50n, 50n), b: fc.bigInt(1n, 50n), mass_1: fc.bigInt(0n, 9n) });

describe('a formula', () => {
  it('is worked out as fractions of whole numbers are', () => {
    fc.assert(fc.property(tree, symbols, ({ text, value }, given) => {
      const expected = value(given);
      const found = (): Exact => readFormula(text).evaluate((symbol) => Exact.of(String(given[symbol as 'a'])));
      if (expected === undefined) {
        expect(found).toThrow('division by zero');
        return;
      }
      const [top, bottom] = expected;
      expect(found().times(Exact.scaled(bottom, 0)).equals(Exact.scaled(top, 0))).toBe(true);
    }), { numRuns: 500 });
  });

  it('is worked out alike by the reader that validates reports', () => {
    fc.assert(fc.property(tree, symbols, ({ text, value }, given) => {
      const expected = value(given);
      const found = evaluated(text, (symbol) => ({ top: big(String(given[symbol as 'a'])), bottom: big('1') }));
      if (expected === undefined || found === undefined) {
        expect(found).toBe(expected);
        return;
      }
      expect(found.top.times(String(expected[1])).eq(found.bottom.times(String(expected[0])))).toBe(true);
    }), { numRuns: 500 });
  });

  it('keeps the usual order', () => {
    const of = (text: string): Exact => readFormula(text).evaluate(() => Exact.of('3'));
    // 2 + 3 × 4 − 6 ÷ 2 ÷ 3 = 2 + 12 − 1; (1 − 0.15) × 3 = 2.55; 3 − 1 − 1
    expect(of('2 + x * 4 - 6 / 2 / x').equals(Exact.of('13'))).toBe(true);
    expect(of('(1 - 0.15) * x').equals(Exact.of('2.55'))).toBe(true);
    expect(of('x - 1 - 1').equals(Exact.ONE)).toBe(true);
    expect(of('roundup(25 / 8) - 1').equals(Exact.of('3'))).toBe(true);
    expect(of('roundup(25 / 5) - 1').equals(Exact.of('4'))).toBe(true);
  });

  it.each(['', '1 +', '(1', '1)', 'a b', '2a', 'a ^ 2', 'sqrt(2)', 'A', '1.', 'roundup 2', 'a()', '1e3', 'a;b'])('%j is none', (text) => {
    expect(() => readFormula(text)).toThrow(RangeError);
    expect(evaluated(text, () => ({ top: big('1'), bottom: big('1') }))).toBeUndefined();
  });

  it('tells its symbols', () => {
    expect([...readFormula('roundup(service / life) - 1').symbols].sort()).toEqual(['life', 'service']);
  });
});
