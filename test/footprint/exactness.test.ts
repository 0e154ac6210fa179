import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { openLibrary } from '../../src/factors/open-library.js';
import { makeReport } from '../../src/report/make-report.js';
import { writeDataset } from '../support/dataset.js';
import { Fraction } from '../support/fraction.js';

/** Units the bills below use, and how many of the factor's unit one of them is: exact definitions, written out here. */
const RATIOS: Readonly<Record<string, { unit: string; ratio: Fraction }>> = {
  kg: { unit: 'kg', ratio: Fraction.of(1n) },
  g: { unit: 'kg', ratio: Fraction.of(1n, 1000n) },
  t: { unit: 'kg', ratio: Fraction.of(1000n) },
  lb: { unit: 'kg', ratio: Fraction.of(45359237n, 100000000n) }, // NIST SP 811, B.8: 0.45359237 kg
  kWh: { unit: 'kWh', ratio: Fraction.of(1n) },
  MJ: { unit: 'kWh', ratio: Fraction.of(5n, 18n) }, // 1 kWh = 3.6 MJ
};

const FACTORS = [
  { id: 'steel', unit: 'kg', kgco2e: '1.85' },
  { id: 'wool', unit: 'kg', kgco2e: '12.3456789', fossil: '10', biogenic: '2.3456789' },
  { id: 'wood', unit: 'kg', kgco2e: '-1.1', fossil: '0.4', biogenic_removal: '-1.5' },
  { id: 'power', unit: 'kWh', kgco2e: '0.5306', stage: 'manufacturing' },
  { id: 'heat', unit: 'kWh', kgco2e: '0.0000123', stage: 'manufacturing', dluc: '0.0000003', fossil: '0.000012' },
];
const TRUCK = { id: 'truck', unit: 'tkm', kgco2e: '0.0763', stage: 'distribution' };
const library = openLibrary([writeDataset('invented', [...FACTORS, TRUCK])], new Findings());

interface Line {
  product: number;
  component: string;
  quantity: string;
  unit: string;
  factor: string;
  loss: string;
  basis: string;
  share: string;
  distance: string;
}

const decimal = fc.tuple(fc.bigInt({ min: -99999999n, max: 99999999n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => asDecimal(digits, places));
const positive = fc.tuple(fc.bigInt({ min: 1n, max: 9999n }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => asDecimal(digits, places));
const rate = fc.integer({ min: 0, max: 999 }).map((digits) => asDecimal(BigInt(digits), 3));

const leaf: fc.Arbitrary<Omit<Line, 'product'>> = fc.record({
  component: fc.constantFrom('', 'body', 'body/seat', 'trim'),
  quantity: decimal,
  material: fc.constantFrom(...FACTORS),
  pick: fc.nat(),
  loss: fc.option(rate, { nil: '' }),
  basis: fc.constantFrom('of_input', 'of_output'),
  share: fc.option(rate, { nil: '' }),
  distance: fc.option(positive, { nil: '' }),
}).map(({ material, pick, loss, basis, distance, ...rest }) => {
  const units = Object.keys(RATIOS).filter((unit) => RATIOS[unit]?.unit === material.unit);
  return {
    ...rest,
    unit: units[pick % units.length] ?? material.unit,
    factor: material.id,
    loss,
    basis: loss === '' ? '' : basis,
    distance: material.unit === 'kg' ? distance : '',
  };
});

/** Products 0..n-1; a product refers only to later ones, so there is no cycle. */
const bill: fc.Arbitrary<Line[]> = fc.integer({ min: 1, max: 5 }).chain((products) =>
  fc.tuple(
    fc.array(leaf, { minLength: products, maxLength: products + 8 }),
    fc.array(fc.tuple(fc.nat(products - 1), fc.nat(products - 1), positive, fc.option(rate, { nil: '' })), { maxLength: 8 }),
  ).map(([leaves, uses]) => [
    // Every product has a line of its own: an empty one cannot be referred to.
    ...leaves.map((line, index): Line => ({ product: index % products, ...line })),
    ...uses.filter(([from, to]) => from < to).map(([from, to, quantity, share]): Line => ({
      product: from, component: '', quantity, unit: 'piece', factor: `bom:P${to}`, loss: '', basis: '', share, distance: '',
    })),
  ]));

describe('calculate', () => {
  it('agrees with an independent rational recursion, whatever the order of the lines', () => {
    fc.assert(fc.property(bill, fc.infiniteStream(fc.nat()), (lines, shuffle) => {
      const ordered = made(lines);
      const shuffled = made(shuffledBy(lines, shuffle));
      expectClose(ordered.total, reference(lines, 0), lines);
      expect(shuffled.total).toBe(ordered.total);
      expect(shuffled.by_stage).toEqual(ordered.by_stage);
      expect(shuffled.by_component).toEqual(ordered.by_component);
      expect(shuffled.by_origin).toEqual(ordered.by_origin);
    }), { numRuns: 400 });
  });
});

function made(lines: readonly Line[]) {
  const header = 'product,component,item,quantity,unit,factor,loss,loss_basis,share,distance_km,transport';
  const rows = lines.map(({ product, component, quantity, unit, factor, loss, basis, share, distance }) =>
    [`P${product}`, component, factor, quantity, unit, factor, loss, basis, share, distance, distance === '' ? '' : 'truck'].join(','));
  const findings = new Findings();
  const bom = { name: 'bom.csv', bytes: new TextEncoder().encode([header, ...rows].join('\n')) };
  if (library === undefined) throw new Error('the dataset of this test cannot be opened');
  const report = makeReport({ bom, library, root: 'P0' }, findings)?.report;
  if (report === undefined) throw new Error(JSON.stringify(findings.all()));
  return report.result;
}

/** kg CO2e of one product by plain recursion over fractions. */
function reference(lines: readonly Line[], product: number): Fraction {
  const kgco2e = new Map([...FACTORS, TRUCK].map(({ id, kgco2e: value }) => [id, Fraction.parse(value)]));
  let total = Fraction.of(0n);
  for (const line of lines.filter((each) => each.product === product)) {
    let amount = Fraction.parse(line.quantity);
    const loss = line.loss === '' ? undefined : Fraction.parse(line.loss);
    if (loss !== undefined && line.basis === 'of_input') amount = amount.over(Fraction.of(1n).minus(loss));
    if (loss !== undefined && line.basis === 'of_output') amount = amount.times(Fraction.of(1n).plus(loss));
    if (line.share !== '') amount = amount.times(Fraction.parse(line.share));
    if (line.factor.startsWith('bom:')) {
      total = total.plus(amount.times(reference(lines, Number(line.factor.slice(5)))));
      continue;
    }
    const inFactorUnit = amount.times(RATIOS[line.unit]?.ratio ?? Fraction.of(0n));
    total = total.plus(inFactorUnit.times(kgco2e.get(line.factor) ?? Fraction.of(0n)));
    if (line.distance === '') continue;
    const tkm = inFactorUnit.over(Fraction.of(1000n)).times(Fraction.parse(line.distance));
    total = total.plus(tkm.times(kgco2e.get('truck') ?? Fraction.of(0n)));
  }
  return total;
}

/** Equal where the decimal ends; else within half a unit of the fiftieth digit of what was added up. */
function expectClose(total: string, expected: Fraction, lines: readonly Line[]): void {
  const printed = Fraction.parse(total);
  if (printed.equals(expected)) return;
  let bottom = expected.bottom;
  for (const prime of [2n, 5n]) while (bottom % prime === 0n) bottom /= prime;
  const places = (total.split('.')[1] ?? '').length;
  expect({ ends: bottom === 1n && places < 30, lines }).toEqual({ ends: false, lines });
  const bound = Fraction.of(1n, 2n * 10n ** BigInt(places));
  expect(bound.lessThan(printed.minus(expected).absolute())).toBe(false);
}

function shuffledBy(lines: readonly Line[], stream: fc.Stream<number>): Line[] {
  const keys = [...stream.take(lines.length)];
  return lines.map((line, index) => ({ line, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ line }) => line);
}

function asDecimal(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return digits < 0n ? `-${plain}` : plain;
}
