import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversion, sameDimension } from '../../src/quantity/convert.js';
import { Exact } from '../../src/quantity/exact.js';
import { parseUnit } from '../../src/quantity/parse-unit.js';
import { UNIT_ROWS } from '../../src/quantity/unit-table.js';

function symbol(text: string): string {
  const answer = parseUnit(text);
  return answer.kind === 'found' ? answer.unit.symbol : answer.kind;
}

function candidates(text: string): readonly string[] {
  const answer = parseUnit(text);
  return answer.kind === 'found' ? [] : answer.candidates;
}

describe('names', () => {
  it.each([
    ['千克', 'kg'], ['度', 'kWh'], ['KG', 'kg'], ['kgs', 'kg'], ['Kilogram', 'kg'], ['  kg ', 'kg'], ['ｋｇ', 'kg'], ['㎏', 'kg'],
    ['KWH', 'kWh'], ['kwh', 'kWh'], ['Kwh', 'kWh'], ['kW·h', 'kWh'], ['kW.h', 'kWh'], ['kW h', 'kWh'], ['千瓦·时', 'kWh'],
    ['metric  tons', 't'], ['吨', 't'], ['Mg', 't'], ['mg', 'mg'], ['µg', 'ug'], ['μg', 'ug'], ['MJ', 'MJ'], ['mJ', 'mJ'], ['Mt', 'Mt'],
    ['short ton', 'short_ton'], ['kcal (IT)', 'kcal_IT'], ['US Gallons', 'gal_US'], ['pcs.', 'piece'], ['PCS', 'piece'], ['件', 'piece'], ['双', 'pair'], ['打', 'dozen'],
    ['㎡', 'm2'], ['m²', 'm2'], ['m^2', 'm2'], ['m**2', 'm2'], ['M2', 'm2'], ['平方米', 'm2'], ['m³', 'm3'], ['立方米', 'm3'], ['ＣＢＭ', 'm3'], ['km²', 'km2'],
    ['tkm', 'tkm'], ['t·km', 'tkm'], ['t*km', 'tkm'], ['t km', 'tkm'], ['t × km', 'tkm'], ['t⋅km', 'tkm'], ['t‑km', 'tkm'], ['km·t', 'tkm'], ['吨公里', 'tkm'], ['吨·公里', 'tkm'], ['tonne-kilometres', 'tkm'],
    ['kg*km', 'kgkm'], ['人·公里', 'pkm'], ['车公里', 'vkm'], ['元', 'CNY'], ['RMB', 'CNY'], ['间夜', 'room-night'],
  ])('%j is %s', (text, unit) => {
    expect(symbol(text)).toBe(unit);
  });

  it.each([
    ['ton', ['t', 'short_ton', 'long_ton']], ['MT', ['t', 'Mt']], ['gal', ['gal_US', 'gal_UK']], ['¥', ['CNY', 'JPY']], ['￥', ['CNY', 'JPY']], ['$', ['USD', 'HKD']],
    ['month', ['d', 'a']], ['kcal', ['kcal_IT', 'kcal_th']], ['therm', ['therm_IT', 'therm_US']], ['mj', ['MJ', 'mJ']],
    ['ton/a', ['t/a', 'short_ton/a', 'long_ton/a']], ['kWh/gal', ['kWh/gal_US', 'kWh/gal_UK']], ['ton km', ['tkm', 'short_ton*km', 'long_ton*km']],
  ])('%s is ambiguous', (text, names) => {
    expect(parseUnit(text)).toEqual({ kind: 'ambiguous', candidates: names });
  });

  it('T is tesla, not tonne', () => {
    expect(parseUnit('T')).toEqual({ kind: 'unknown', candidates: ['t'] });
    expect(parseUnit('T*km')).toEqual({ kind: 'unknown', candidates: ['tkm'] });
  });

  it.each([['kilogrm', 'kg'], ['tonnne', 't'], ['kWhh', 'kWh'], ['gj', 'GJ'], ['Mj', 'MJ'], ['kWhh/m2', 'kWh/m2'], ['吨公里里', 'tkm']])(
    '%s is unknown, %s is near',
    (text, near) => {
      expect(symbol(text)).toBe('unknown');
      expect(candidates(text)).toContain(near);
    },
  );

  it.each([
    '', ' ', '*', '/', '()', '^2', '2', '1', '-', '.', '**', '·', '/kg', 'kg/', 'kg*', '*kg', 'kg**', '1/kg', '10 kg', '1000kg', 'kg/()', '(kg)', '((kg))', 'kg/(m2', 'kg/m2)',
    'kg)/(m2', '(kg*km)/a', 'kg/(m2)*(a)', 'kg^1', 'kg^4', 'kg^-1', 'kg2', 'h2', 'CO2', 'kgCO2e', 'm22', 'm²²', 'm^2^2', 'm2^22', 'kWh/a/m2/d', 'kg/(m2/a)', '箱', 'carton', 'Nm3', 'scf', 'TJ (NCV)', 'kWh (Net CV)',
    '__proto__', 'constructor', 'toString', 'hasOwnProperty', '=cmd()', '%', 'kg\u0000', 'k\u200bg', 'nan', 'null', 'undefined', 'a'.repeat(65), 'kg*'.repeat(20) + 'kg', 'm*m*m*m*m*m*m', '㍿'.repeat(60), '(/)*^',
  ])('%j is no unit', (text) => {
    expect(symbol(text)).toBe('unknown');
  });

  it('offers no candidate that has nothing in common', () => {
    expect(candidates('箱')).toEqual([]);
    expect(candidates('__proto__')).toEqual([]);
    expect(candidates('kgCO2e/kWh')).toEqual([]);
    expect(candidates('Nm³')).toEqual([]);
  });
});

describe('products and quotients', () => {
  it.each([
    ['kWh/a', 'kWh/a'], ['千瓦时/年', 'kWh/a'], ['g/m²', 'g/m2'], ['克/平方米', 'g/m2'], ['GSM', 'g/m2'], ['kg／m³', 'kg/m3'], ['kWh/(m2*a)', 'kWh/(m2*a)'], ['kWh / (m²·a)', 'kWh/(m2*a)'], ['kWh/(m2 a)', 'kWh/(m2*a)'],
    ['吨／年', 't/a'], ['kg/t', 'kg/t'], ['kg/(t)', 'kg/t'], ['元/吨', 'CNY/t'], ['kg*m^2', 'kg*m2'], ['s^2', 's^2'], ['m/s²', 'm/s^2'], ['t·km/a', 't*km/a'], ['m2*a', 'm2*a'], ['person h', 'person*h'],
    ['kg/metric ton', 'kg/t'], ['short ton/day', 'short_ton/d'], ['kWh/room night', 'kWh/room-night'],
  ])('%j is %s', (text, unit) => {
    expect(symbol(text)).toBe(unit);
  });

  it('several divisors need brackets', () => {
    expect(parseUnit('kWh/m2*a')).toEqual({ kind: 'ambiguous', candidates: ['kWh/(m2*a)', 'kWh*a/m2'] });
    expect(parseUnit('千瓦时/平方米·年')).toEqual({ kind: 'ambiguous', candidates: ['kWh/(m2*a)', 'kWh*a/m2'] });
    expect(parseUnit('kWh/m2/a')).toEqual({ kind: 'unknown', candidates: ['kWh/(m2*a)'] });
  });

  const symbols = fc.constantFrom(...UNIT_ROWS.map((row) => row.symbol).filter((name) => !/[*/]/u.test(name)));
  const sides = fc.tuple(fc.array(symbols, { minLength: 1, maxLength: 3 }), fc.array(symbols, { maxLength: 3 }));

  it('have the size and dimension of their parts, and a symbol that reads as the same unit', () => {
    fc.assert(fc.property(sides, fc.constantFrom('*', '·', ' ', ' × '), ([top, bottom], sign) => {
      const divisor = bottom.length > 1 ? `(${bottom.join(sign)})` : bottom.join('');
      const answer = parseUnit(`${top.join(sign)}${divisor === '' ? '' : `/${divisor}`}`);
      if (answer.kind !== 'found') throw new Error(JSON.stringify([top, bottom, answer.kind]));
      const { unit } = answer;
      const powers = new Map<string, number>();
      let size = Exact.ONE;
      for (const [names, power] of [[top, 1], [bottom, -1]] as const) {
        for (const name of names) {
          const part = parseUnit(name);
          if (part.kind !== 'found') throw new Error(name);
          size = power === 1 ? size.times(part.unit.size) : size.dividedBy(part.unit.size);
          for (const [base, count] of Object.entries(part.unit.dimension)) powers.set(base, (powers.get(base) ?? 0) + power * count);
        }
      }
      expect(unit.size.equals(size)).toBe(true);
      expect(unit.dimension).toEqual(Object.fromEntries([...powers].filter(([, power]) => power !== 0)));

      const again = parseUnit(unit.symbol);
      if (again.kind !== 'found') throw new Error(unit.symbol);
      expect(again.unit.symbol).toBe(unit.symbol);
      expect(sameDimension(again.unit.dimension, unit.dimension)).toBe(true);
      expect(conversion(again.unit, unit)?.equals(Exact.ONE)).toBe(true);
    }));
  });
});

describe('any text', () => {
  it('is answered, with candidates that are units', () => {
    const pieces = fc.constantFrom('kg', 'ton', 'm2', 'T', '*', '/', '(', ')', '^', '2', '3', ' ', '·', '.', '-', '吨', '箱', 'é', '\u0000', 'ﬁ', '²');
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 70 }), fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')));
    fc.assert(fc.property(texts, (text) => {
      for (const candidate of candidates(text)) expect(symbol(candidate)).toBe(candidate);
      if (parseUnit(text).kind === 'ambiguous') expect(candidates(text).length).toBeGreaterThan(1);
      expect(parseUnit(text)).toEqual(parseUnit(text));
    }), { numRuns: 500 });
  });

  it('is read the same after thousands of others', () => {
    const first = symbol('kWh/(m2*a)');
    for (let index = 0; index < 2500; index += 1) parseUnit(`m^${index}`);
    expect(symbol('kWh/(m2*a)')).toBe(first);
  });
});
