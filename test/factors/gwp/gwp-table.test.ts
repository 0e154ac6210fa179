import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledGwp } from '../../../src/factors/gwp/bundled-gwp.js';
import { nameKey, OTHER_NAMES } from '../../../src/factors/gwp/gas-names.js';
import type { Blend, Substance } from '../../../src/factors/gwp/gwp-table.js';
import { GWP_EDITIONS, type GwpEdition } from '../../../src/input/product-file.js';
import { decimalText } from '../../../src/quantity/decimal-text.js';
import { Exact } from '../../../src/quantity/exact.js';
import { Fraction } from '../../support/fraction.js';

const table = bundledGwp();

function substance(name: string): Substance {
  const answer = table.find(name);
  if (answer.kind !== 'found') throw new Error(`${name}: ${answer.candidates.join()}`);
  return answer.substance;
}

/** GWP100 as text, or what lacks a value. */
function gwp(name: string, edition: GwpEdition): string {
  const answer = table.gwp(substance(name), edition);
  return answer.kind === 'known' ? decimalText(answer.gwp100) : `without ${answer.gases.map((gas) => gas.name).join()}`;
}

describe('the values', () => {
  // AR4: WG1 table 2.14. AR5: WG1 table 8.A.1. AR6: WG1 table 7.SM.7 as first published (2021-SM), and table 7.15 with the
  // list in use since 2024: CH4 29.8 and 27.0, N2O 273, SF6 24300.
  it.each<[string, GwpEdition, string]>([
    ['CO2', 'AR4', '1'], ['CO2', 'AR6-2024', '1'],
    ['CH4', 'AR4', '25'], ['CH4', 'AR5', '28'], ['CH4', 'AR6-2021-SM', '27.9'],
    ['CH4 fossil', 'AR5', '30'], ['CH4 fossil', 'AR6-2024', '29.8'], ['CH4 non-fossil', 'AR6-2024', '27'],
    ['N2O', 'AR4', '298'], ['N2O', 'AR5', '265'], ['N2O', 'AR6-2021-SM', '273'], ['N2O', 'AR6-2024', '273'],
    ['SF6', 'AR4', '22800'], ['SF6', 'AR5', '23500'], ['SF6', 'AR6-2021-SM', '25200'], ['SF6', 'AR6-2024', '24300'],
    ['NF3', 'AR5', '16100'], ['HFC-134a', 'AR4', '1430'], ['HFC-134a', 'AR5', '1300'], ['HFC-134a', 'AR6-2021-SM', '1530'],
    ['HFC-32', 'AR5', '677'], ['HFC-125', 'AR5', '3170'], ['HCFC-22', 'AR5', '1760'], ['CFC-12', 'AR4', '10900'],
  ])('%s in %s is %s', (gas, edition, value) => {
    expect(gwp(gas, edition)).toBe(value);
  });

  it('of methane without an origin stay open in AR6-2024, and both origins are told', () => {
    expect(gwp('CH4', 'AR6-2024')).toBe('without Methane');
    const methane = substance('CH4');
    expect(methane.kind === 'gas' ? table.insteadOf(methane, 'AR6-2024') : []).toEqual(['CH4 fossil', 'CH4 non-fossil']);
  });

  it('each have a source and an address', () => {
    const bare = table.gases.flatMap((gas) => [...gas.values].filter(([, { row }]) => row.source === '' || row.url === '').map(() => gas.name));
    expect(bare).toEqual([]);
  });
});

describe('names', () => {
  it.each([
    ['HFC-134a', ['hfc-134A', 'HFC134a', 'R-134a', 'r134a', '811-97-2', 'CH2FCF3', 'HFC‐134a']],
    ['Carbon dioxide', ['CO2', 'CO₂', 'co2', '二氧化碳', '124-38-9', 'R-744']],
    ['Methane', ['CH4', '甲烷', '74-82-8', 'methane ']],
    ['Methane, fossil', ['CH4 fossil', 'methane, fossil', 'CH4, fossil', '化石源甲烷']],
    ['Methane, non-fossil', ['CH4 non-fossil', 'CH4 biogenic', '生物源甲烷']],
    ['Nitrous oxide', ['N2O', '氧化亚氮', '一氧化二氮', '10024-97-2']],
    ['Sulfur hexafluoride', ['SF6', '六氟化硫', 'ＳＦ６']],
    ['HCFC-22', ['R-22', 'R22']], ['CFC-11', ['R-11']], ['HFO-1234yf', ['R-1234yf']], ['PFC-C-318', ['R-C318']],
    ['Isobutane', ['R-600a']], ['Butane', ['R-600']],
    ['R-410A', ['R410A', 'r-410a']],
  ])('%s', (name, others) => {
    for (const other of [name, ...others]) expect(substance(other).name, other).toBe(name);
  });

  it('of several gases name none of them', () => {
    expect(table.find('C4H10')).toEqual({ kind: 'unknown', candidates: ['Butane', 'Isobutane'] });
    expect(table.find('R-1234ze')).toMatchObject({ kind: 'unknown' });
  });

  it.each(['', ' ', '-', '__proto__', 'constructor', 'phlogiston', '0', 'R-', 'x'.repeat(100_000)])('%j is none', (name) => {
    expect(table.find(name)).toEqual({ kind: 'unknown', candidates: [] });
  });

  it('biogenic CO2 is none, and not nearly methane', () => {
    expect(table.find('CO2 biogenic')).toEqual({ kind: 'unknown', candidates: [] });
  });

  it('mistyped suggest what is near', () => {
    expect(table.find('R-410C')).toMatchObject({ candidates: expect.arrayContaining(['R-410A', 'R-410B']) as unknown });
    expect(table.find('Sulphur hexafluoride')).toMatchObject({ candidates: ['Sulfur hexafluoride', 'Sulfuryl fluoride'] });
  });

  it('given beside the table are of gases of the table, and no two things have one name', () => {
    const own = [...table.gases, ...table.blends].map(({ name }) => name);
    for (const name of OTHER_NAMES.keys()) expect(own).toContain(name);
    const keys = [...own, ...[...OTHER_NAMES.values()].flat()].map(nameKey);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('blends', () => {
  it('weigh by mass: R-410A is half HFC-32 and half HFC-125', () => {
    // 0.5 × 677 + 0.5 × 3170 = 338.5 + 1585; 0.5 × 675 + 0.5 × 3500 = 337.5 + 1750; 0.5 × 771 + 0.5 × 3740 = 385.5 + 1870
    expect(GWP_EDITIONS.map((edition) => gwp('R-410A', edition))).toEqual(['2087.5', '1923.5', '2255.5', '2255.5']);
    // R-407C is 23/25/52 HFC-32/HFC-125/HFC-134a: 0.23 × 677 + 0.25 × 3170 + 0.52 × 1300 = 155.71 + 792.5 + 676
    expect(gwp('R-407C', 'AR5')).toBe('1624.21');
  });

  it('have none where a component has none', () => {
    expect(gwp('R-448A', 'AR4')).toBe('without HFO-1234yf,HFO-1234ze(E)');
  });

  it('are whole: the shares of each add up to 1', () => {
    const sums = table.blends.map(({ name, components }) => [name, decimalText(components.reduce((sum, { share }) => sum.plus(share), Exact.ZERO))]);
    expect(sums).toEqual(table.blends.map(({ name }) => [name, '1']));
    expect(table.blends.length).toBeGreaterThan(100);
  });

  const anyBlend = fc.constantFrom(...table.blends);
  const anyEdition = fc.constantFrom(...GWP_EDITIONS);

  it('lie between the least and the greatest of their components', () => {
    fc.assert(fc.property(anyBlend, anyEdition, (blend: Blend, edition) => {
      const answer = table.gwp(blend, edition);
      fc.pre(answer.kind === 'known');
      const values = answer.terms.map(({ gwp100 }) => gwp100);
      expect(values.some((value) => answer.gwp100.compare(value) >= 0)).toBe(true);
      expect(values.some((value) => answer.gwp100.compare(value) <= 0)).toBe(true);
    }));
  });

  it('are the sum that plain fractions give, to the last digit', () => {
    fc.assert(fc.property(anyBlend, anyEdition, (blend: Blend, edition) => {
      const answer = table.gwp(blend, edition);
      fc.pre(answer.kind === 'known');
      let sum = Fraction.of(0n);
      for (const { gas, row } of blend.components) {
        sum = sum.plus(Fraction.parse(row.mass_share).times(Fraction.parse(gas.values.get(edition)?.row.gwp100 ?? '')));
      }
      expect(Fraction.parse(decimalText(answer.gwp100)).equals(sum)).toBe(true);
    }));
  });
});
