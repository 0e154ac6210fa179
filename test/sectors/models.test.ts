import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { battery } from '../../src/sectors/battery/battery.js';
import { elevator } from '../../src/sectors/elevator/elevator.js';
import type { Sector } from '../../src/sectors/model.js';
import { service } from '../../src/sectors/service.js';
import { tea } from '../../src/sectors/tea/tea.js';
import { textile } from '../../src/sectors/textile/textile.js';
import { Fraction } from '../support/fraction.js';
import { makerWith, productFile, type Made } from '../support/making.js';

const make = makerWith([
  { id: 'steel', unit: 'kg', kgco2e: '2' }, { id: 'grid', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' },
  { id: 'heat', unit: 'MJ', kgco2e: '0.1', stage: 'manufacturing' }, { id: 'truck', unit: 'tkm', kgco2e: '0.1', stage: 'distribution' },
]);
const SECTORS: Readonly<Record<string, Sector>> = { textile, battery, elevator, tea, service };
const CUSTOM = { type: 'custom', stages: ['raw_materials', 'manufacturing', 'distribution', 'end_of_life'] };

interface Asked {
  readonly unit?: object;
  readonly boundary?: object;
  readonly bom?: string;
}

function run(sector: string, parameters: object, { unit, boundary = { type: 'cradle-to-grave' }, bom = 'item,quantity,unit,factor\n' }: Asked = {}): Made {
  const chosen = SECTORS[sector];
  if (chosen === undefined) throw new Error(sector);
  return make(bom, { sector: chosen, product: productFile({ sector, parameters, boundary, ...(unit === undefined ? {} : { unit }) }) });
}

const declared = (unit: string, basis?: string, amount = '1', kind = 'declared'): object => ({ kind, amount, unit, ...(basis === undefined ? {} : { basis }) });
const quantity = (made: Made, id: string): Fraction => {
  const found = made.report?.model?.quantities.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}: ${made.findings.join(', ')}`);
  return Fraction.parse(found.value);
};
const total = (made: Made): Fraction => Fraction.parse(made.report?.result.total ?? 'none');
/** Equal as far as 50 significant digits tell. */
const near = (a: Fraction, b: Fraction): boolean => {
  const away = a.minus(b).absolute();
  return away.top * 10n ** 40n <= away.bottom * (1n + b.absolute().top / b.absolute().bottom);
};
const percent = fc.integer({ min: 0, max: 95 });
const mass = fc.integer({ min: 1, max: 5000 });

describe('textile: the mass chain', () => {
  const parametersOf = (grams: number, basis: string, cutting: number, fabric: number, spinning: number, cotton: number): object => ({
    product_mass: `${grams} g`,
    chain: { loss_basis: basis, cutting_loss: `${cutting} %`, fabric_loss: `${fabric} %` },
    fibres: [
      { name: 'cotton', share: `${cotton} %`, route: 'ring', spinning_loss: `${spinning} %`, virgin_factor: 'steel' },
      { name: 'polyester', share: `${100 - cotton} %`, route: 'filament', spinning_loss: '3 %', virgin_factor: 'steel' },
    ],
    making: { waste_factor: 'steel' },
  });

  it('gives in = out + loss at every step, for both bases', () => {
    fc.assert(fc.property(mass, fc.constantFrom('of_input', 'of_output'), percent, percent, percent, fc.integer({ min: 0, max: 100 }), (grams, basis, cutting, fabric, spinning, cotton) => {
      const made = run('textile', parametersOf(grams, basis, cutting, fabric, spinning, cotton));
      const product = Fraction.of(BigInt(grams), 1000n);
      const [cut, yarn] = [quantity(made, 'fabric_cut'), quantity(made, 'yarn_mass')];
      const loss = (input: Fraction, output: Fraction, rate: number): boolean => {
        const lost = Fraction.of(BigInt(rate), 100n).times(basis === 'of_input' ? input : output);
        return near(input, output.plus(lost));
      };
      expect(loss(cut, product, cutting)).toBe(true);
      expect(loss(yarn, cut, fabric)).toBe(true);
      expect(loss(quantity(made, 'fibres.1.mass'), quantity(made, 'fibres.1.yarn'), spinning)).toBe(true);
      // The blend is the whole yarn, and what is cut away is what the product lacks of its fabric.
      expect(near(quantity(made, 'fibres.1.yarn').plus(quantity(made, 'fibres.2.yarn')), yarn)).toBe(true);
      expect(near(quantity(made, 'cutting_waste').plus(product), cut)).toBe(true);
    }), { numRuns: 60 });
  });

  it('scales with the product', () => {
    fc.assert(fc.property(mass, percent, percent, (grams, cutting, fabric) => {
      const one = total(run('textile', parametersOf(grams, 'of_input', cutting, fabric, 12, 60)));
      const two = total(run('textile', parametersOf(2 * grams, 'of_input', cutting, fabric, 12, 60)));
      expect(near(two, one.times(Fraction.of(2n)))).toBe(true);
    }), { numRuns: 30 });
  });

  it('gives the same result in every unit', () => {
    const parameters = { ...parametersOf(170, 'of_input', 15, 4, 12, 60), fabric_grammage: '200 g/m2', fabric_width: '1.6 m', wears: '45' };
    const perPiece = total(run('textile', parameters));
    for (const unit of [declared('kg', 'mass'), declared('g', 'mass', '10'), declared('m', 'length'), declared('m2', 'area', '3'), declared('wear', 'wear', '1', 'functional')]) {
      const made = run('textile', parameters, { unit });
      expect(near(total(made).over(quantity(made, 'reference_flow')), perPiece)).toBe(true);
    }
    // 0.2 kg/m2 × 1.6 m of width is 0.32 kg a metre, 0.32 ÷ 0.17 pieces
    expect(near(quantity(run('textile', parameters, { unit: declared('m', 'length') }), 'reference_flow'), Fraction.of(32n, 17n))).toBe(true);
  });
});

describe('battery', () => {
  const bom = 'item,quantity,unit,factor\ncells,300,kg,steel\n';
  const parameters = {
    rated_energy: '62 kWh', battery_mass: '420 kg',
    service: { route: 'warranty', usable_energy: '60 kWh', vehicle_category: 'M1-N1', years: '8 a' },
  };
  const units = [
    declared('kWh', 'delivered', '1', 'functional'), declared('MWh', 'delivered', '2', 'functional'), declared('kWh', 'capacity'), declared('kg', 'mass'), declared('piece', 'piece'),
  ];

  it('gives the same result in every unit', () => {
    for (const unit of units) {
      const made = run('battery', parameters, { unit, bom, boundary: CUSTOM });
      expect(near(total(made).over(quantity(made, 'reference_flow')), Fraction.of(600n))).toBe(true);
    }
  });

  it('halves the result a kWh when it serves twice as long', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), (years) => {
      const of = (time: number): Fraction => total(run('battery', { ...parameters, service: { ...parameters.service, years: `${time} a` } }, { unit: units[0] ?? {}, bom, boundary: CUSTOM }));
      expect(near(of(years), of(2 * years).times(Fraction.of(2n)))).toBe(true);
    }), { numRuns: 15 });
  });

  it('has circular terms that follow the formula', () => {
    const share = fc.integer({ min: 0, max: 100 }).map((n) => Fraction.of(BigInt(n), 100n));
    const text = ({ top, bottom }: Fraction): string => String(Number(top * 100n / bottom) / 100);
    fc.assert(fc.property(share, share, share, share, share, share, (a, b, r1, r2, qIn, qOut) => {
      const one = Fraction.of(1n);
      const r3 = one.minus(r2).times(Fraction.of(1n, 2n));
      fc.pre((r3.top * 100n) % r3.bottom === 0n);
      const made = run('battery', {
        materials: [{
          name: 'm', mass: '10 kg', recycling_method: 'circular-footprint', allocation_factor: text(a), energy_allocation_factor: text(b),
          recycled_content: text(r1), recycled_at_end: text(r2), energy_recovered: text(r3), quality_in: text(qIn), quality_out: text(qOut),
          virgin_factor: { kgco2e: '7', unit: 'kg', source: 's' }, recycled_factor: { kgco2e: '2', unit: 'kg', source: 's' },
          recycling_at_end_factor: { kgco2e: '3', unit: 'kg', source: 's' }, avoided_factor: { kgco2e: '5', unit: 'kg', source: 's' },
          energy_recovery_factor: { kgco2e: '4', unit: 'kg', source: 's' }, disposal_factor: { kgco2e: '1', unit: 'kg', source: 's' },
        }],
      }, { unit: declared('piece', 'piece'), boundary: CUSTOM });
      const n = (whole: number): Fraction => Fraction.of(BigInt(whole));
      // The formula as the rule's sources write it, for 1 kg.
      const material = one.minus(r1).times(n(7)).plus(r1.times(a.times(n(2)).plus(one.minus(a).times(n(7)).times(qIn))))
        .plus(one.minus(a).times(r2).times(n(3).minus(n(5).times(qOut))));
      const energy = one.minus(b).times(r3).times(n(4));
      const disposal = one.minus(r2).minus(r3).times(n(1));
      expect(near(total(made), material.plus(energy).plus(disposal).times(n(10)))).toBe(true);
    }), { numRuns: 60 });
  });

  it('refuses more at the end of life than there is', () => {
    const made = run('battery', {
      materials: [{
        name: 'm', mass: '1 kg', recycling_method: 'cut-off', recycled_at_end: '70 %', energy_recovered: '40 %',
        virgin_factor: 'steel', energy_recovery_factor: 'steel', disposal_factor: 'steel',
      }],
    }, { unit: declared('piece', 'piece'), boundary: CUSTOM });
    expect(made.findings.some((found) => found.startsWith('parameter-sum'))).toBe(true);
  });
});

describe('elevator', () => {
  const bom = 'item,stage,quantity,unit,factor\nsteel,A1,1000,kg,steel\n';
  const use = {
    rated_load: '1000 kg', travel_height: '30 m', stops: '10', usage_category: '3', operating_days: '365',
    energy_method: 'yearly', yearly_electricity: '2400 kWh/a', electricity_factor: 'grid',
  };

  it('gives the same result for an elevator and for its tonne-kilometres', () => {
    const parameters = { service_life: '25 a', use };
    const whole = total(run('elevator', parameters, { bom }));
    const made = run('elevator', parameters, { bom, unit: declared('tkm', 'transport', '1000', 'functional') });
    expect(near(total(made).over(quantity(made, 'reference_flow')), whole)).toBe(true);
  });

  it('replaces whole sets, never fewer than the life asks for', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (service_life, life) => {
      const made = run('elevator', { service_life: `${service_life} a`, replacements: [{ name: 'ropes', mass: '1 kg', life: `${life} a`, factor: 'steel' }] }, { bom });
      let sets = 0;
      for (let age = life; age < service_life; age += life) sets += 1;
      expect(quantity(made, 'replacements.1.sets').minus(Fraction.of(BigInt(sets))).top).toBe(0n);
    }), { numRuns: 60 });
  });

  it('keeps module D out of the total', () => {
    const { report } = run('elevator', {}, { bom: `${bom}credit,D,100,kg,steel\n` });
    expect(report?.result.total).toBe('2000');
    expect(report?.result.beyond_boundary).toBe('200');
  });
});

describe('tea', () => {
  const parameters = {
    made_tea: '1000 kg',
    fertilisers: [{ name: 'urea', origin: 'mineral', basis: 'product', amount: '300 kg', nitrogen_content: '46 %', nitrogen_factor: 'steel' }],
    soil: { factor_set: 'ipcc-2019-wet', nitrous_oxide_factor: { kgco2e: '273', unit: 'kg', source: 's' } },
    energy: [{ name: 'power', step: 'processing', energy: '6500 kWh', factors: [{ factor: 'grid' }] }],
    brewing: { tea_per_cup: '2 g', water_per_cup: '300 g', temperature_rise: '70', efficiency: '80 %', electricity_factor: 'grid' },
  };

  it('gives the same result a kilogram and a cup', () => {
    const kilogram = total(run('tea', parameters, { unit: declared('kg') }));
    const made = run('tea', parameters, { unit: declared('cup', 'cup', '3', 'functional') });
    expect(near(total(made).over(quantity(made, 'reference_flow')), kilogram)).toBe(true);
    expect(quantity(made, 'reference_flow').minus(Fraction.of(6n, 1000n)).top).toBe(0n);
  });

  it('does not change when the garden is twice as large', () => {
    const { made_tea, fertilisers, soil, energy } = parameters;
    const field = { made_tea, fertilisers, soil, energy };
    const twice = {
      ...field, made_tea: '2000 kg', fertilisers: [{ ...parameters.fertilisers[0], amount: '600 kg' }],
      energy: [{ ...parameters.energy[0], energy: '13 MWh' }],
    };
    expect(near(total(run('tea', field, { unit: declared('kg') })), total(run('tea', twice, { unit: declared('kg') })))).toBe(true);
  });

  it('counts all nitrogen once on each of its ways', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (mineral, organic) => {
      const made = run('tea', {
        made_tea: '1 kg', soil: parameters.soil,
        fertilisers: [
          { name: 'm', origin: 'mineral', basis: 'nitrogen', amount: `${mineral} kg` }, { name: 'o', origin: 'organic', basis: 'nitrogen', amount: `${organic} kg` },
        ],
      }, { unit: declared('kg') });
      const f = (text: string): Fraction => Fraction.parse(text);
      const [m, o] = [Fraction.of(BigInt(mineral)), Fraction.of(BigInt(organic))];
      // IPCC 2019, wet: EF1 0.016 and 0.006, volatile 0.11 and 0.21 × EF4 0.014, leached 0.24 × EF5 0.011
      const n = m.times(f('0.016')).plus(o.times(f('0.006'))).plus(m.times(f('0.11')).plus(o.times(f('0.21'))).times(f('0.014')))
        .plus(m.plus(o).times(f('0.24')).times(f('0.011')));
      expect(near(total(made), n.times(Fraction.of(44n * 273n, 28n)))).toBe(true);
    }), { numRuns: 40 });
  });
});

describe('service', () => {
  it('divides a year by its guest nights', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100000 }), fc.integer({ min: 1, max: 100000 }), (nights, energy) => {
      const made = run('service', { guest_nights: String(nights), electricity: `${energy} kWh/a`, electricity_factor: 'grid' }, { unit: declared('guest-night', undefined, '1', 'functional') });
      expect(near(total(made), Fraction.of(BigInt(energy), 2n * BigInt(nights)))).toBe(true);
    }), { numRuns: 40 });
  });
});

describe('whatever the parameters say', () => {
  const word = fc.constantFrom('', '1', '0', '-1', '5 %', '150 g', '1 kWh', '1e999999', 'NaN', 'ring', 'warranty', 'circular-footprint', 'two-cycles', '１', '=1+1', 'preset:x', 'steel');
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, word, fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('name', 'share', 'route', 'mass', '__proto__', 'energy', 'factor'), tie('any'), { maxKeys: 4 })),
  }));

  it.each(Object.entries(SECTORS))('%s finds, and never breaks', (name, { rule }) => {
    const known = rule.parameters.map(({ id }) => id);
    const unit = rule.units[0];
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...known, 'colour'), any, { maxKeys: 5 }), (parameters) => {
      const made = run(name, parameters, { unit: declared(unit?.unit ?? '', unit?.basis, '1', unit?.kind), boundary: name === 'battery' ? CUSTOM : { type: 'cradle-to-grave' } });
      // Either there is a report, or a finding that says why not.
      expect(made.report !== undefined || made.exit !== 0).toBe(true);
    }), { numRuns: 150 });
  });
});
