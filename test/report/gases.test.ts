import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/show/palette.js';
import { explanationText } from '../../src/show/explanation-text.js';
import { explainReport } from '../../src/report/explain-report.js';
import { reportText, writeReport } from '../../src/report/digest.js';
import type { FootprintReport } from '../../src/report/report.js';
import { Fraction } from '../support/fraction.js';
import { makerWith, productFile } from '../support/making.js';
import { codesOf as codesIn, sourceOf } from './fixtures/sealed.js';

const make = makerWith([
  { id: 'boiler', gases: 'CO2 1.2; CH4 fossil 0.003; N2O 0.0001' },
  { id: 'cooler', unit: 'piece', gases: 'R-410A 0.02; SF6 0.001' },
  { id: 'plain', kgco2e: '2', gwp: 'AR5' },
  { id: 'methane', gases: 'CH4 1' },
  { id: 'nothing', gases: 'phlogiston 1' },
]);
const heat = ['item,quantity,unit,factor', 'heat,2,kg,boiler'];
const declared = (gwp?: string) => productFile(gwp === undefined ? {} : { method: { gwp } });

/** Codes that a report brings when it is validated; `change` is made before it is sealed again. */
function codesOf(report: FootprintReport, change: (report: FootprintReport) => object = (same) => same): string[] {
  const content: Omit<FootprintReport, 'digest'> & { digest?: string } = { ...report, ...change(report) };
  delete content.digest;
  return codesIn(sourceOf(reportText(writeReport(content))));
}

function reportOf(bom: readonly string[], gwp: 'AR4' | 'AR5' | 'AR6-2024'): FootprintReport {
  const { report, findings } = make(bom, { gwp });
  if (report === undefined) throw new Error(findings.join());
  return report;
}

describe('a factor given as gases', () => {
  it('is weighed by the edition of the product file', () => {
    // AR5: 1.2 × 1 + 0.003 × 30 + 0.0001 × 265 = 1.2 + 0.09 + 0.0265 = 1.3165
    // AR6-2024: 1.2 + 0.003 × 29.8 + 0.0001 × 273 = 1.2 + 0.0894 + 0.0273 = 1.3167
    expect(make(heat, { product: declared('AR5') }).report?.result.total).toBe('2.633');
    expect(make(heat, { product: declared('AR6-2024') }).report?.result.total).toBe('2.6334');
  });

  it('is weighed by the edition asked for, which goes before that of the product file', () => {
    const { report } = make(heat, { product: declared('AR5'), gwp: 'AR6-2024' });
    expect(report?.result.total).toBe('2.6334');
    expect(report?.method).toMatchObject({ gwp: ['AR6'], gwp_edition: 'AR6-2024', gwp_table: { name: 'refrigerants-and-gwp' } });
  });

  it('shows its gases, blends by their components', () => {
    const { factors } = reportOf(['item,quantity,unit,factor', 'chiller,1,piece,cooler'], 'AR5');
    // 0.02 kg of R-410A is 0.01 kg of each; 0.01 × 677 + 0.01 × 3170 + 0.001 × 23500 = 6.77 + 31.7 + 23.5
    expect(factors).toMatchObject([{
      id: 'cooler', kgco2e: '61.97', gwp: 'AR5',
      gases: [
        { gas: 'HFC-32', blend: 'R-410A', amount: '0.01', gwp100: '677', source: 'IPCC AR5 WG1 chapter 8, table 8.A.1' },
        { gas: 'HFC-125', blend: 'R-410A', amount: '0.01', gwp100: '3170' },
        { gas: 'Sulfur hexafluoride', amount: '0.001', gwp100: '23500' },
      ],
    }]);
    expect(factors[0]?.gases?.[2]).not.toHaveProperty('blend');
  });

  it('has no origin', () => {
    const { result, inventory } = reportOf(heat, 'AR5');
    expect(result.by_origin).toMatchObject({ fossil: '0', unspecified: '2.633' });
    expect(inventory.contributions[0]).not.toHaveProperty('origins');
  });

  it('needs an edition', () => {
    const { report, findings, exit } = make([...heat, 'more,1,kg,boiler', 'else,1,kg,cooler'], { product: declared() });
    expect([report, exit]).toEqual([undefined, 2]);
    // one for each factor, at its first line
    expect(findings).toEqual(['gwp-unnamed 2:4', 'gwp-unnamed 4:4']);
  });

  it('needs a value for each gas, and a gas for each name', () => {
    expect(make(['item,quantity,unit,factor', 'leak,1,kg,methane'], { gwp: 'AR6-2024' }).findings).toEqual(['gwp-missing 5:27']);
    expect(make(['item,quantity,unit,factor', 'leak,1,kg,nothing'], { gwp: 'AR5' }).findings).toEqual(['gas-unknown 6:27']);
  });

  it('counts as of its edition where sets mix', () => {
    const bom = [...heat, 'part,1,kg,plain'];
    expect(make(bom, { gwp: 'AR5' }).findings).toEqual([]);
    expect(make(bom, { gwp: 'AR6-2024' }).findings).toEqual(['gwp-mixed']);
  });

  it('leaves no trace in the method of a report that uses none', () => {
    const { report } = make(['item,quantity,unit,factor', 'part,1,kg,plain'], { product: declared('AR5') });
    expect(report?.method).toMatchObject({ gwp: ['AR5'] });
    expect(Object.keys(report?.method ?? {})).not.toEqual(expect.arrayContaining(['gwp_edition']));
  });

  it('is one factor, named with its dataset or without', () => {
    const report = reportOf([...heat, 'more,1,kg,invented:boiler'], 'AR5');
    expect(report.factors.map(({ id }) => id)).toEqual(['boiler']);
    expect(codesOf(report)).toEqual([]);
  });

  it('is refused in a product file by an edition that the table does not have', () => {
    expect(make(heat, { product: declared('UK-2025') }).findings[0]).toMatch(/^schema-violation/);
  });

  it('is explained gas by gas', () => {
    const lines = explanationText(explainReport(reportOf(heat, 'AR5')), 'en', palette(0)).split('\n').map((line) => line.trim());
    const from = lines.findIndex((line) => line.includes('invented:boiler'));
    expect(lines.slice(from, from + 5).map((line) => line.replace(/^[│ ]+/u, '').replace(/ {2,}/gu, ' '))).toEqual([
      '× 1.3165 kg CO2e/kg factor invented:boiler invented for a test',
      '← 1.2 kg × 1 Carbon dioxide IPCC AR5 WG1 chapter 8, table 8.A.1',
      '+ 0.003 kg × 30 Methane, fossil IPCC AR5 WG1 chapter 8, table 8.A.1',
      '+ 0.0001 kg × 265 Nitrous oxide IPCC AR5 WG1 chapter 8, table 8.A.1',
      '= 2.633 kg CO2e',
    ]);
  });
});

describe('validate', () => {
  const report = reportOf(heat, 'AR5');
  const [factor] = report.factors;
  const withFactor = (members: object) => () => ({ factors: [{ ...factor, ...members }] });

  it('accepts what calc makes', () => {
    expect(codesOf(report)).toEqual([]);
  });

  it('repeats the sum of the gases', () => {
    const gases = factor?.gases ?? [];
    expect(codesOf(report, withFactor({ gases: gases.slice(1) }))).toEqual(['report-gases']);
    expect(codesOf(report, withFactor({ gases: gases.map((gas, at) => (at === 1 ? { ...gas, gwp100: '29.8' } : gas)) }))).toEqual(['report-gases']);
    expect(codesOf(report, withFactor({ gases: gases.map((gas, at) => (at === 2 ? { ...gas, amount: '0.00010000000000000000001' } : gas)) }))).toEqual(['report-gases']);
  });

  it('wants the edition named, and the set that is its', () => {
    expect(codesOf(report, ({ method: { gwp_edition: _, ...method } }) => ({ method }))).toEqual(['report-gases']);
    expect(codesOf(report, ({ method }) => ({ method: { ...method, gwp_edition: 'AR6-2024' } }))).toEqual(['report-gases']);
    expect(codesOf(report, withFactor({ gases: [] }))).toEqual(['schema-violation']);
  });
});

describe('any gases', () => {
  const amount = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 12 }))
    .map(([digits, places]) => `${digits}e-${places}`);
  /** AR5: table 8.A.1, with R-410A = 0.5 × 677 + 0.5 × 3170. */
  const values = { 'CO2': '1', 'CH4 fossil': '30', 'N2O': '265', 'SF6': '23500', 'R-410A': '1923.5' };

  it('sum exactly, and the report holds', () => {
    const gases = fc.uniqueArray(fc.constantFrom(...Object.keys(values) as (keyof typeof values)[]), { minLength: 1 });
    fc.assert(fc.property(gases.chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), amount)))), (terms) => {
      const maker = makerWith([{ id: 'any', gases: terms.map(([name, text]) => `${name} ${text}`).join('; ') }]);
      const { report } = maker(['item,quantity,unit,factor', 'x,1,kg,any'], { gwp: 'AR5' });
      let sum = Fraction.of(0n);
      for (const [name, text] of terms) {
        const [digits = '', places = '0'] = text.split('e-');
        sum = sum.plus(Fraction.of(BigInt(digits), 10n ** BigInt(places)).times(Fraction.parse(values[name])));
      }
      if (report === undefined) throw new Error('no report');
      expect(Fraction.parse(report.result.total).equals(sum)).toBe(true);
      expect(codesOf(report)).toEqual([]);
    }), { numRuns: 40 });
  });
});
