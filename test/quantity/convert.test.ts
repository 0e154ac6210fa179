import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundUnit } from '../../src/quantity/compound-unit.js';
import { conversion, dimensionText, ratioTexts, sameDimension } from '../../src/quantity/convert.js';
import { Exact } from '../../src/quantity/exact.js';
import { parseUnit } from '../../src/quantity/parse-unit.js';
import { UNIT_ROWS } from '../../src/quantity/unit-table.js';
import type { Unit } from '../../src/quantity/unit.js';
import { fraction, fractionOf, readDecimal } from './fraction.js';

function unit(text: string): Unit {
  const answer = parseUnit(text);
  if (answer.kind !== 'found') throw new Error(`${text}: ${answer.kind}`);
  return answer.unit;
}

describe('sizes', () => {
  // From the definitions: NIST SP 811 appendix B, SI Brochure, GB/T 2589, the State Council order of 1959.
  it.each([
    ['lb', 'kg', '0.45359237'], ['oz', 'g', '28.349523125'], ['short_ton', 'kg', '907.18474'], ['long_ton', 'kg', '1016.0469088'],
    ['t', 'kg', '1000'], ['kt', 't', '1000'], ['Mt', 't', '1000000'], ['万吨', 't', '10000'], ['Mg', 't', '1'], ['mg', 'kg', '0.000001'], ['ug', 'mg', '0.001'],
    ['斤', 'kg', '0.5'], ['两', '斤', '0.1'], ['公斤', '斤', '2'],
    ['kWh', 'MJ', '3.6'], ['kWh', 'J', '3600000'], ['GJ', 'kJ', '1000000'], ['TJ', 'GJ', '1000'], ['PJ', 'TJ', '1000'], ['mJ', 'J', '0.001'], ['百万千焦', 'GJ', '1'],
    ['万千瓦时', 'MWh', '10'], ['亿千瓦时', 'GWh', '100'], ['TWh', 'GWh', '1000'], ['mWh', 'Wh', '0.001'], ['度', 'kWh', '1'],
    ['kcal_IT', 'J', '4186.8'], ['kcal_th', 'J', '4184'], ['Mcal_IT', 'kcal_IT', '1000'], ['Gcal_IT', 'Mcal_IT', '1000'], ['Mcal_th', 'kcal_th', '1000'], ['Gcal_th', 'Mcal_th', '1000'],
    ['Btu', 'J', '1055.05585262'], ['kBtu', 'Btu', '1000'], ['mmBtu', 'Btu', '1000000'], ['therm_IT', 'Btu', '100000'], ['therm_US', 'MJ', '105.4804'],
    ['kgce', 'kcal_IT', '7000'], ['kgce', 'MJ', '29.3076'], ['tce', 'GJ', '29.3076'], ['万吨标准煤', 'tce', '10000'], ['toe', 'Gcal_IT', '10'], ['kgoe', 'MJ', '41.868'],
    ['MW', 'kW', '1000'], ['GW', 'MW', '1000'], ['kW', 'W', '1000'], ['W', 'mW', '1000'], ['W', 'J/s', '1'],
    ['in', 'mm', '25.4'], ['ft', 'in', '12'], ['yd', 'ft', '3'], ['mi', 'm', '1609.344'], ['nmi', 'm', '1852'], ['km', 'm', '1000'], ['m', 'dm', '10'], ['m', 'cm', '100'], ['m', 'mm', '1000'], ['mm', 'um', '1000'],
    ['h', 's', '3600'], ['h', 'min', '60'], ['d', 'h', '24'], ['week', 'd', '7'], ['a', 'd', '365'],
    ['ha', 'm2', '10000'], ['公顷', '亩', '15'], ['acre', 'm2', '4046.8564224'], ['ft2', 'in2', '144'], ['km2', 'ha', '100'],
    ['m3', 'L', '1000'], ['L', 'mL', '1000'], ['L', 'dm3', '1'], ['mL', 'cm3', '1'], ['kL', 'm3', '1'], ['万立方米', 'm3', '10000'], ['亿立方米', '万立方米', '10000'],
    ['gal_US', 'in3', '231'], ['gal_US', 'L', '3.785411784'], ['gal_UK', 'L', '4.54609'], ['bbl', 'gal_US', '42'], ['ft3', 'L', '28.316846592'],
    ['tkm', 'kgkm', '1000'], ['万吨公里', 'tkm', '10000'], ['short_ton*mi', 'tkm', '1.45997231821056'],
    ['dozen', 'piece', '12'], ['万元', '元', '10000'], ['亿元', '万元', '10000'], ['千元', 'CNY', '1000'], ['万美元', 'USD', '10000'],
    ['g/m2', 'kg/ha', '10'], ['kWh/a', 'kWh/d', '1/365'], ['kgce/m2', 'MJ/m2', '29.3076'], ['kg/m3', 'g/L', '1'],
  ])('one %s is %s × %s', (from, to, size) => {
    const [top = '', bottom = '1'] = size.split('/');
    const wanted = fraction(readDecimal(top).top * readDecimal(bottom).bottom, readDecimal(top).bottom * readDecimal(bottom).top);
    const ratio = conversion(unit(from), unit(to));
    expect(ratio && fractionOf(ratio)).toEqual(wanted);
  });

  it.each([
    ['kg', 'kWh'], ['kg', 'L'], ['m2', 'm'], ['m3', 'm2'], ['piece', 'pair'], ['km', 'vkm'], ['pkm', 'vkm'], ['tkm', 'km'], ['kW', 'kWh'], ['CNY', 'USD'],
    ['person', 'piece'], ['room-night', 'd'], ['vehicle', 'piece'], ['kWh/m2', 'kWh'], ['kg/kg', 'kg'], ['m2/m', 'm2'],
  ])('%s and %s do not convert', (a, b) => {
    expect(conversion(unit(a), unit(b))).toBeUndefined();
    expect(sameDimension(unit(a).dimension, unit(b).dimension)).toBe(false);
    expect(() => ratioTexts(unit(a), unit(b))).toThrow(RangeError);
  });
});

const all = UNIT_ROWS.map((row) => unit(row.symbol));
const pairs = fc.constantFrom(...all.flatMap((a) => all.filter((b) => sameDimension(a.dimension, b.dimension)).map((b) => [a, b] as const)));

function exactly(from: Unit, to: Unit): Exact {
  const ratio = conversion(from, to);
  if (ratio === undefined) throw new Error(`${from.symbol} to ${to.symbol}`);
  return ratio;
}

describe('conversion', () => {
  it('there and back is exactly 1', () => {
    for (const a of all) {
      for (const b of all) {
        const there = conversion(a, b);
        const back = conversion(b, a);
        expect(there === undefined).toBe(back === undefined);
        if (there !== undefined && back !== undefined) {
          expect(there.times(back).equals(Exact.ONE)).toBe(true);
          expect(there.reduced()).toBe(there);
        }
      }
    }
  });

  it('of products and quotients is the product and quotient of the conversions', () => {
    fc.assert(fc.property(pairs, pairs, ([a, b], [c, d]) => {
      const [ab, cd] = [exactly(a, b), exactly(c, d)];
      expect(exactly(compoundUnit([a, c], []), compoundUnit([b, d], [])).equals(ab.times(cd))).toBe(true);
      expect(exactly(compoundUnit([a], [c]), compoundUnit([b], [d])).equals(ab.dividedBy(cd))).toBe(true);
    }));
  });
});

describe('the two decimals of a conversion', () => {
  it.each([
    ['MJ', 'kWh', '5', '18'], ['kWh', 'MJ', '3.6', '1'], ['kg', 't', '0.001', '1'], ['t', 'kg', '1000', '1'], ['kg', 'kg', '1', '1'], ['千克', 'kg', '1', '1'],
    ['GJ', 'kWh', '2500', '9'], ['J', 'kWh', '1', '3600000'], ['亩', 'm2', '2000', '3'], ['m2', '亩', '0.0015', '1'], ['dozen', 'piece', '12', '1'],
    // 1/12, and 1 kg = 100000000/45359237 lb
    ['piece', 'dozen', '1', '12'], ['kg', 'lb', '100000000', '45359237'], ['t', 'kg*m/m', '1000', '1'],
  ])('from %s to %s: × %s ÷ %s', (from, to, multiply, divide) => {
    expect(ratioTexts(unit(from), unit(to))).toEqual({ multiply, divide });
  });

  it('give the conversion, in lowest terms', () => {
    fc.assert(fc.property(pairs, ([a, b]) => {
      const ratio = exactly(a, b);
      const { multiply, divide } = ratioTexts(a, b);
      const [top, bottom] = [readDecimal(multiply), readDecimal(divide)];
      expect(fractionOf(ratio)).toEqual(fraction(top.top * bottom.bottom, top.bottom * bottom.top));
      if (divide !== '1') expect(fraction(BigInt(multiply), BigInt(divide))).toEqual({ top: BigInt(multiply), bottom: BigInt(divide) });
    }));
  });
});

describe('dimensions', () => {
  it('are the same in any order of their powers', () => {
    expect(sameDimension({ mass: 1, length: 1 }, { length: 1, mass: 1 })).toBe(true);
    expect(sameDimension(unit('kg*m2').dimension, unit('m2*kg').dimension)).toBe(true);
    expect(sameDimension({}, { mass: 1 })).toBe(false);
    expect(sameDimension({ length: 1 }, { length: -1 })).toBe(false);
  });

  it('cancel', () => {
    expect(unit('kg/t').dimension).toEqual({});
    expect(unit('m3/m').dimension).toEqual({ length: 2 });
  });

  it.each([
    ['kg', 'mass'], ['kWh', 'energy'], ['piece', 'item'], ['m2', 'area'], ['L', 'volume'], ['kW', 'power'], ['kg/kg', 'ratio'], ['元', 'CNY'],
    ['tkm', 'transport (mass × length)'], ['pkm', 'passenger transport (person × length)'], ['vkm', 'vehicle travel (vehicle × length)'],
    ['kWh/(m2*a)', 'energy ÷ (length² × time)'], ['g/m2', 'mass ÷ length²'], ['m^2/kg', 'length² ÷ mass'], ['m2*m2', 'length^4'], ['m/m2', '1 ÷ length'],
  ])('of %s in words: %s', (text, words) => {
    expect(dimensionText(unit(text).dimension)).toBe(words);
  });
});
