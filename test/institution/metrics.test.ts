import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { validateAnyReport } from '../../src/report/validate-any-report.js';
import { Fraction } from '../support/fraction.js';
import { makeFrom, PROFILE } from './making.js';

const near = (a: Fraction, b: Fraction): boolean => {
  const away = a.minus(b).absolute();
  return away.top * 10n ** 38n <= away.bottom * (1n + b.absolute().top / b.absolute().bottom);
};
const YEARS = ['A,2023,electricity,1000,kWh,grid,', 'A,2024,electricity,900,kWh,grid,'];

describe('the energy balance', () => {
  it('counts what is consumed, in kWh, GJ and tce, by carrier, month and site', () => {
    const { made, value } = makeFrom([
      'A,2023,electricity,1,kWh,grid,', 'A,2024-01,electricity,600,kWh,grid,', 'B,2024-02,electricity,0.3,MWh,grid,', 'A,2024-02,electricity,100,kWh,pv_used,',
      'A,2024-02,electricity,50,kWh,pv_exported,', 'A,2024-01,natural_gas,10,m3,fuel,',
    ]);
    // 600 + 300 + 100 = 1000 kWh = 3.6 GJ = 122.9 kgce; gas 10 × 1.33 = 13.3 kgce = 0.38979108 GJ
    expect(value('report.energy.electricity')).toBe('1000');
    expect(value('report.energy.kgce')).toBe('136.2');
    expect(value('report.energy.gj')).toBe('3.98979108');
    expect(value('report.energy.tce')).toBe('0.1362');
    const { energy } = made?.reports[0]?.metrics ?? {};
    expect(energy?.by_month).toEqual([
      { of: '2024-01', carrier: 'electricity', amount: '600', unit: 'kWh' }, { of: '2024-01', carrier: 'natural_gas', amount: '10', unit: 'm3' },
      { of: '2024-02', carrier: 'electricity', amount: '400', unit: 'kWh' },
    ]);
    expect(energy?.by_site).toEqual([
      { of: 'A', carrier: 'electricity', amount: '700', unit: 'kWh' }, { of: 'A', carrier: 'natural_gas', amount: '10', unit: 'm3' },
      { of: 'B', carrier: 'electricity', amount: '300', unit: 'kWh' },
    ]);
  });
});

describe('scope 2', () => {
  it('has both views, certificates and green power each once', () => {
    const { value } = makeFrom([
      'A,2023,electricity,1,kWh,grid,', 'A,2024,electricity,1000,kWh,grid,', 'A,2024,electricity,200,kWh,green_power,', 'A,2024,electricity,100,kWh,green_certificate,', 'A,2024,heat,10,GJ,heat,',
    ], { ...PROFILE, residual_factor: 'residual' });
    // location: 1200 × 0.4 + 10 × 110 = 480 + 1100; market: 900 × 0.6 + 0 + 1100
    expect(value('report.emissions.scope_2.location_based')).toBe('1580');
    expect(value('report.emissions.scope_2.market_based')).toBe('1640');
  });

  it('says so where uncovered electricity takes the factor of the place', () => {
    const { codes, value } = makeFrom(YEARS);
    expect(codes).toContain('ledger-location-as-market');
    expect(value('report.emissions.scope_2.market_based')).toBe(value('report.emissions.scope_2.location_based'));
  });

  it('lets PV that is used emit nothing, and PV that is exported be no negative', () => {
    const { value } = makeFrom([...YEARS, 'A,2024,electricity,500,kWh,pv_used,', 'A,2024,electricity,500,kWh,pv_exported,']);
    // 900 × 0.4
    expect(value('report.emissions.scope_2.location_based')).toBe('360');
  });
});

describe('scopes 1 and 3', () => {
  it('take fuels, refrigerants and the items given', () => {
    const { value } = makeFrom([
      ...YEARS, 'A,2024,natural_gas,100,m3,fuel,', 'A,2024,R-32,0.5,kg,refrigerant,r32', 'A,2024,business travel,2000,pkm,scope_3,travel', 'A,2024,water,10,m3,water,',
    ]);
    // 100 × 2 + 0.5 × 771 = 585.5; travel 200; water without a factor is told by its amount alone
    expect(value('report.emissions.scope_1')).toBe('585.5');
    expect(value('report.emissions.scope_3')).toBe('200');
  });
});

describe('the change from the baseline', () => {
  it('closes to the digit, whatever the amounts and factors', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const site = fc.constantFrom('A', 'B', 'C');
    const row = fc.tuple(site, fc.constantFrom('2023', '2024'), amount, fc.constantFrom('grid', 'cleaner', 'residual', ''));
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const lines = rows.map(([place, year, kwh, factor], index) => `${place},${year},electricity,${kwh}.${index + 1},kWh,grid,${factor}`);
      const { made } = makeFrom([...YEARS, ...lines]);
      const change = made?.reports[0]?.metrics.change;
      if (change === undefined) throw new Error('no change');
      const [total, activity, factor, boundary] = [change.total, change.activity, change.factor, change.boundary].map(Fraction.parse);
      expect(near(activity?.plus(factor ?? Fraction.of(0n)).plus(boundary ?? Fraction.of(0n)) ?? Fraction.of(1n), total ?? Fraction.of(0n))).toBe(true);
    }), { numRuns: 60 });
  });

  it('is all activity where the factor stays, all factor where the amount stays, and boundary for a new site', () => {
    const same = { ...PROFILE, factors: { electricity: 'grid' } };
    const effects = (rows: readonly string[], profile: object): unknown => makeFrom(rows, profile).made?.reports[0]?.metrics.change;
    expect(effects(['A,2023,electricity,100,kWh,grid,', 'A,2024,electricity,150,kWh,grid,'], same)).toEqual({ total: '25', activity: '25', factor: '0', boundary: '0' });
    expect(effects(['A,2023,electricity,100,kWh,grid,', 'A,2024,electricity,100,kWh,grid,'], PROFILE)).toEqual({ total: '-10', activity: '0', factor: '-10', boundary: '0' });
    expect(effects(['A,2023,electricity,100,kWh,grid,', 'A,2024,electricity,100,kWh,grid,', 'B,2024,electricity,10,kWh,grid,'], same)).toEqual({ total: '5', activity: '0', factor: '0', boundary: '5' });
  });
});

describe('claims and offsets', () => {
  const claimOf = (rows: readonly string[], profile: object): unknown => makeFrom(rows, profile).made?.reports[0]?.metrics.claim.level;

  it('never call anything zero-carbon: none, reduced or offset by the rule', () => {
    expect(claimOf(['A,2023,electricity,100,kWh,grid,', 'A,2024,electricity,200,kWh,grid,'], PROFILE)).toBe('none');
    expect(claimOf(YEARS, PROFILE)).toBe('reduced');
    const offsets = [{ tonnes: '1', registry: 'r', serials: '1', year: '2024' }];
    // 900 kWh × 0.4 = 360 kg, less than 1 t
    expect(claimOf(YEARS, { ...PROFILE, offsets })).toBe('offset');
    expect(claimOf(['A,2023,electricity,1,kWh,grid,', 'A,2024,electricity,2501,kWh,grid,'], { ...PROFILE, offsets })).toBe('none');
    expect(claimOf(YEARS, { ...PROFILE, offsets: [{ ...offsets[0], year: '2023' }] })).toBe('reduced');
  });

  it('leaves the inventory as it is', () => {
    const { value } = makeFrom(YEARS, { ...PROFILE, offsets: [{ tonnes: '1', registry: 'r', serials: '1', year: '2024' }] });
    expect(value('report.emissions.total.location_based')).toBe('360');
  });
});

describe('avoided emissions', () => {
  it('stand beside the inventory, with the newest factor of the kind', () => {
    const { made, codes } = makeFrom([...YEARS, 'A,2024,electricity,70,kWh,pv_used,', 'A,2024,electricity,30,kWh,pv_exported,'], { ...PROFILE, avoided: { factor: 'old-2012' } });
    expect(made?.reports[0]?.metrics.avoided).toEqual({
      kwh: '100', kgco2e: '70', tonnes: '0.07', factor: 'invented:old-2012', kind: 'co2_only_average', region: 'GLO', year: '2012',
      newest: { factor: 'invented:old-2023', year: '2023', kgco2e: '55', tonnes: '0.055' },
    });
    expect(codes).toContain('avoided-factor-old');
  });
});

describe('several institutions', () => {
  const header = 'institution,site,period,carrier,amount,unit,origin,factor';
  const rows = [
    'X,A,2023,electricity,1000,kWh,grid,', 'X,A,2024,electricity,900,kWh,grid,', 'X,A,2024,electricity,100,kWh,pv_used,',
    'Y,A,2023,electricity,100,kWh,grid,', 'Y,A,2024,electricity,50,kWh,grid,', 'Y,A,2024,electricity,50,kWh,pv_used,',
  ];

  it('get a report each, and weighted and plain averages apart', () => {
    const { made } = makeFrom(rows, PROFILE, header);
    expect(made?.reports.map(({ institution }) => institution.id)).toEqual(['X', 'Y']);
    const { aggregate } = made?.set ?? {};
    // X 100 of 1000, Y 50 of 100: 150 ÷ 1100 = 3/22, and (0.1 + 0.5) ÷ 2
    expect(aggregate?.renewable_share.by_electricity.weighted?.slice(0, 12)).toBe('0.1363636363');
    expect(aggregate?.renewable_share.by_electricity.plain).toBe('0.3');
    expect(aggregate?.renewable_share.by_electricity.baseline_plain).toBe('0');
    expect(aggregate?.electricity_kwh).toBe('1100');
  });

  it('do not depend on the order of the rows', () => {
    const digests = (lines: readonly string[]): unknown => makeFrom(lines, PROFILE, header).made?.set?.aggregate;
    expect(digests([...rows].reverse())).toEqual(digests(rows));
  });
});

describe('a report', () => {
  it('is valid by a reader of its own, and a changed figure is not', () => {
    const { made } = makeFrom([...YEARS, 'A,2024,electricity,70,kWh,pv_used,', 'A,2024,natural_gas,3,m3,fuel,']);
    const bytes = Buffer.concat([...made?.pieces ?? []]);
    const found = (text: string): string[] => {
      const findings = new Findings();
      validateAnyReport({ name: 'report.json', bytes: new TextEncoder().encode(text) }, findings);
      return findings.all().map(({ code }) => code);
    };
    const text = bytes.toString('utf8');
    expect(found(text)).toEqual([]);
    expect(found(text.replace('"electricity_kwh":"970"', '"electricity_kwh":"971"'))).toEqual(['report-digest', 'report-sum']);
    expect(found(text.replace('"formula":"gj * 1000 / 3.6"', '"formula":"gj * 1000 / 3.7"'))).toContain('report-quantity');
    expect(found(text.replace('"amount":"900"', '"amount":"901"'))).toContain('report-sum');
  });
});
