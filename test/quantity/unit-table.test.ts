import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../src/quantity/parse-unit.js';
import { namesOf, UNIT_ROWS } from '../../src/quantity/unit-table.js';
import { AMBIGUOUS, MISLEADING } from '../../src/quantity/unit-table/ambiguous.js';
import { compoundUnit } from '../../src/quantity/compound-unit.js';
import { plainUnitText } from '../../src/quantity/unit-text.js';
import type { Unit } from '../../src/quantity/unit.js';

function unit(text: string): Unit {
  const answer = parseUnit(text);
  if (answer.kind !== 'found') throw new Error(`${text}: ${answer.kind}`);
  return answer.unit;
}

const rows = UNIT_ROWS.map((row) => [row.symbol, row] as const);

describe('the unit table', () => {
  it.each(rows)('%s: every name gives the unit, words in any case', (symbol, row) => {
    const { spellings, words } = namesOf(row);
    for (const name of [symbol, ...spellings, ...words, ...words.map((word) => word.toUpperCase()), ...words.map((word) => word.toLowerCase())]) {
      expect([name, unit(name).symbol]).toEqual([name, symbol]);
    }
  });

  it.each(rows)('%s states where it is defined', (_, row) => {
    expect(row.source.length).toBeGreaterThan(7);
    expect(unit(row.symbol).size.isNegative || unit(row.symbol).size.isZero).toBe(false);
  });

  it('gives no name twice', () => {
    const exact: string[] = [];
    const anyCase: string[] = [];
    for (const row of [...UNIT_ROWS, ...AMBIGUOUS, ...MISLEADING]) {
      const { spellings, words } = namesOf(row);
      const symbol = 'symbol' in row ? [row.symbol] : [];
      const lower = words.map((word) => plainUnitText(word).toLowerCase());
      anyCase.push(...lower);
      // A symbol may stand among the words of its own row, which opens it to any case.
      exact.push(...spellings.map(plainUnitText), ...symbol.map(plainUnitText).filter((name) => !lower.includes(name.toLowerCase())));
    }
    const all = [...exact, ...anyCase];
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    const words = new Set(anyCase);
    expect(exact.filter((name) => words.has(name.toLowerCase()))).toEqual([]);
  });

  it('never lets case alone change the meaning of a name that is read in any case', () => {
    const meanings = new Map<string, Set<string>>();
    for (const row of UNIT_ROWS) {
      for (const word of namesOf(row).words) {
        const lower = plainUnitText(word).toLowerCase();
        meanings.set(lower, (meanings.get(lower) ?? new Set()).add(row.symbol));
      }
    }
    for (const row of UNIT_ROWS) {
      for (const spelling of [row.symbol, ...namesOf(row).spellings]) meanings.get(plainUnitText(spelling).toLowerCase())?.add(row.symbol);
    }
    expect([...meanings].filter(([, symbols]) => symbols.size > 1)).toEqual([]);
  });

  it.each([...AMBIGUOUS, ...MISLEADING].map((name) => [`${name.spellings ?? ''} ${name.words ?? ''}`.trim(), name] as const))(
    'refuses %s and names units that exist',
    (_, name) => {
      const { spellings, words } = namesOf(name);
      for (const text of [...spellings, ...words]) {
        const answer = parseUnit(text);
        expect([text, answer.kind]).toEqual([text, MISLEADING.includes(name) ? 'unknown' : 'ambiguous']);
        expect(answer.kind === 'found' ? [] : answer.candidates).toEqual(name.candidates);
      }
      for (const candidate of name.candidates) expect(unit(candidate).symbol).toBe(candidate);
    },
  );

  it.each([
    ['tkm', ['t', 'km']], ['kgkm', ['kg', 'km']], ['pkm', ['person', 'km']], ['vkm', ['vehicle', 'km']], ['short_ton*mi', ['short_ton', 'mi']],
    ['kWh', ['kW', 'h']], ['MWh', ['MW', 'h']], ['GWh', ['GW', 'h']], ['Wh', ['W', 'h']],
    ['m2', ['m', 'm']], ['cm2', ['cm', 'cm']], ['mm2', ['mm', 'mm']], ['dm2', ['dm', 'dm']], ['km2', ['km', 'km']], ['in2', ['in', 'in']], ['ft2', ['ft', 'ft']], ['yd2', ['yd', 'yd']],
    ['m3', ['m2', 'm']], ['dm3', ['dm2', 'dm']], ['cm3', ['cm2', 'cm']], ['mm3', ['mm2', 'mm']], ['in3', ['in2', 'in']], ['ft3', ['ft2', 'ft']], ['yd3', ['yd2', 'yd']],
  ])('%s is the product of %s', (symbol, factors) => {
    // The unit times one second over one second, so that the product is worked out and not looked up.
    const worked = compoundUnit([...factors.map(unit), unit('s')], [unit('s')]);
    expect(unit(symbol).size.equals(worked.size)).toBe(true);
    expect(unit(symbol).dimension).toEqual(worked.dimension);
  });
});
