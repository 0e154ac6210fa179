import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { diffDatasets } from '../../src/factors/diff/diff-datasets.js';
import { readEdition, type Edition } from '../../src/factors/diff/edition.js';
import { loadDatasets } from '../../src/factors/open-library.js';
import { FaultWatch } from '../../src/input/fault-watch.js';
import { diffEffect } from '../../src/report/diff-effect.js';
import type { DiffEffect, EffectOn, Shift } from '../../src/report/effect.js';
import type { FootprintReport } from '../../src/report/report.js';
import { writeDataset, type FactorRow } from '../support/dataset.js';
import { Fraction } from '../support/fraction.js';
import { makerWith } from '../support/making.js';

function edition(rows: readonly FactorRow[], stated: Readonly<Record<string, readonly string[]>> = {}): Edition {
  const [dataset] = loadDatasets([writeDataset('invented', rows)], new FaultWatch(new Findings()));
  if (dataset === undefined) throw new Error('the dataset of this test cannot be read');
  const spot = { input: 'datapackage.json', line: 1, column: 1 };
  const read = readEdition(dataset);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const replacements = () => Object.entries(stated).map(([from, to]) => ({ from, to, spot }));
  return { ...read, dataset: { facts: dataset.facts, ids: dataset.ids, has: (id) => dataset.has(id), factor: (id) => dataset.factor(id), rows: () => dataset.rows(), replacements } };
}

function reportOf(rows: readonly FactorRow[], bom: readonly string[]): FootprintReport {
  const { report, findings } = makerWith(rows)(bom);
  if (report === undefined) throw new Error(findings.join());
  return report;
}

function effect(
  old: readonly FactorRow[],
  next: readonly FactorRow[],
  bom: readonly string[],
  stated: Readonly<Record<string, readonly string[]>> = {},
): DiffEffect {
  const [older, newer] = [edition(old), edition(next, stated)];
  return diffEffect(diffDatasets(older, newer), older, newer, reportOf(old, bom));
}

/** Every sum that an effect states, by arithmetic of its own. */
function expectClosed({ factors, ...whole }: EffectOn): void {
  const adds = ({ old, new: next, difference }: Shift): boolean => Fraction.parse(old).plus(Fraction.parse(difference)).equals(Fraction.parse(next));
  const sum = (parts: readonly Shift[]): Fraction => parts.reduce((total, { difference }) => total.plus(Fraction.parse(difference)), Fraction.of(0n));
  expect([whole, ...factors, ...factors.flatMap(({ contributions }) => contributions)].every(adds)).toBe(true);
  expect(sum(factors).equals(Fraction.parse(whole.difference))).toBe(true);
  for (const factor of factors) expect(sum(factor.contributions).equals(Fraction.parse(factor.difference))).toBe(true);
}

const HEAD = 'item,quantity,unit,factor,loss,loss_basis';

describe('the effect on a report', () => {
  const old = [{ id: 'steel', kgco2e: '2' }, { id: 'power', unit: 'kWh', kgco2e: '0.5' }, { id: 'glue', kgco2e: '7' }];
  const bom = [HEAD, 'body,2,kg,steel,0.2,of_input', 'lid,0.5,kg,steel,,', 'press,3.6,MJ,power,,', 'glue,0.1,kg,glue,,'];

  test('works each changed contribution out anew, and closes', () => {
    // steel: 2 ÷ 0.8 = 2.5 kg and 0.5 kg; power: 3.6 MJ = 1 kWh, 0.1 kg CO2e/MJ = 0.36 kg CO2e/kWh
    // total: 2.5 × 2 + 0.5 × 2 + 1 × 0.5 + 0.1 × 7 = 7.2
    const next = [{ id: 'steel', kgco2e: '2.5' }, { id: 'power', unit: 'MJ', kgco2e: '0.1' }, { id: 'glue', kgco2e: '7' }];
    const { total, beyond_boundary } = effect(old, next, bom);
    expect(beyond_boundary).toBeUndefined();
    // 1.25 + 0.25 − 0.14 = 1.36; 1.36 ÷ 7.2 = 18.8888… %
    expect(total).toMatchObject({ old: '7.2', new: '8.56', difference: '1.36', percent: '18.8889', not_computable: [] });
    expect(total.factors.map(({ verb, factor, old: was, new: is, difference, percent }) => [verb, factor, was, is, difference, percent])).toEqual([
      ['update', 'invented:steel', '6', '7.5', '1.5', '25'], ['update', 'invented:power', '0.5', '0.36', '-0.14', '-28'],
    ]);
    expect(total.factors[0]?.contributions).toEqual([
      { index: 0, item: 'body', place: { input: 'bom.csv', line: 2, column: 2 }, old: '5', new: '6.25', difference: '1.25', percent: '25' },
      { index: 1, item: 'lid', place: { input: 'bom.csv', line: 3, column: 2 }, old: '1', new: '1.25', difference: '0.25', percent: '25' },
    ]);
    expectClosed(total);
  });

  test('follows a replacement, also per another unit, and says so where nothing changes', () => {
    const next = [{ id: 'steel-eaf', unit: 't', kgco2e: '2000' }, { id: 'power', unit: 'kWh', kgco2e: '0.5' }, { id: 'glue-2', kgco2e: '8' }];
    const { total } = effect(old, next, bom, { steel: ['steel-eaf'], glue: ['glue-2'] });
    expect(total.factors.map(({ verb, factor, to, difference }) => [verb, factor, to, difference])).toEqual([
      ['replace', 'invented:steel', 'steel-eaf', '0'], ['replace', 'invented:glue', 'glue-2', '0.1'],
    ]);
    expect([total.new, total.not_computable]).toEqual(['7.3', []]);
  });

  test('leaves what nobody can work out at its old value, and names it', () => {
    const next = [{ id: 'steel-a' }, { id: 'steel-b' }, { id: 'power', unit: 'kg', kgco2e: '0.5' }];
    const { total } = effect(old, next, bom, { steel: ['steel-a', 'steel-b'] });
    expect(total).toMatchObject({ old: '7.2', new: '7.2', difference: '0', percent: '0', factors: [] });
    expect(total.not_computable.map(({ factor, reason, kgco2e, contributions }) => [factor, reason, kgco2e, contributions.length])).toEqual([
      ['invented:steel', 'split', '6', 2], ['invented:power', 'unit', '0.5', 1], ['invented:glue', 'delete', '0.7', 1],
    ]);
  });

  test('starts from the quantity where the old value is 0', () => {
    const zero = [{ id: 'steel', kgco2e: '0' }];
    const { total } = effect(zero, [{ id: 'steel', kgco2e: '3' }], [HEAD, 'body,2,kg,steel,,']);
    expect(total).toMatchObject({ old: '0', new: '6', difference: '6' });
    expect('percent' in total).toBe(false);
  });

  test('goes through assemblies', () => {
    // 3 frames of 2 kg each: 6 kg × (2.5 − 2)
    const levels = ['level,item,quantity,unit,factor', '1,frame,3,piece,', '2,tube,2,kg,steel'];
    expect(effect([{ id: 'steel', kgco2e: '2' }], [{ id: 'steel', kgco2e: '2.5' }], levels).total).toMatchObject({ old: '12', new: '15', difference: '3' });
  });

  test('keeps module D beside the total, and does not guess who moves into it', () => {
    const rows = (stage: string, kgco2e: string) => [{ id: 'steel', stage, kgco2e }];
    const staged = ['item,quantity,unit,factor,stage', 'body,1,kg,steel,', 'scrap,1,kg,steel,beyond_boundary'];
    const same = effect(rows('raw_materials', '2'), rows('manufacturing', '3'), staged);
    expect([same.total.difference, same.beyond_boundary?.difference, same.beyond_boundary?.new]).toEqual(['1', '1', '3']);
    const moved = effect(rows('raw_materials', '2'), rows('beyond_boundary', '3'), staged);
    expect(moved.total).toMatchObject({ difference: '0', not_computable: [{ factor: 'invented:steel', reason: 'stage', kgco2e: '2' }] });
    expect(moved.beyond_boundary).toMatchObject({ difference: '1', not_computable: [] });
  });

  test('touches neither other datasets nor suppliers', () => {
    const supplied = ['item,quantity,unit,factor,factor_value,factor_unit,factor_source,stage', 'body,1,kg,,9,kg,own,raw_materials', 'lid,1,kg,steel,,,,'];
    const { total } = effect([{ id: 'steel', kgco2e: '2' }, { id: '2', kgco2e: '1' }], [{ id: 'steel', kgco2e: '2' }], supplied);
    expect(total).toMatchObject({ old: '11', new: '11', factors: [], not_computable: [] });
  });
});

describe('any change of values', () => {
  const value = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => `${digits < 0 ? '-' : ''}${shifted(Math.abs(digits), places)}`);
  const line = fc.record({
    quantity: fc.integer({ min: 0, max: 9999 }).map((thousandths) => shifted(thousandths, 3)),
    unit: fc.constantFrom('kg', 'lb', 'kWh', 'MJ'),
    loss: fc.constantFrom('', '0.3', '0.05', '0.7'),
    basis: fc.constantFrom('of_input', 'of_output'),
  });

  test('comes to what calc makes of the new edition, and closes', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), value, value, value, value, (lines, mass, mass2, energy, energy2) => {
      const rows = (a: string, b: string, unit: string) => [{ id: 'mass', kgco2e: a }, { id: 'energy', unit, kgco2e: b }];
      const bom = [HEAD, ...lines.map(({ quantity, unit, loss, basis }, at) => `i${String(at)},${quantity},${unit},${unit === 'kg' || unit === 'lb' ? 'mass' : 'energy'},${loss},${loss === '' ? '' : basis}`)];
      const [before, after] = [rows(mass, energy, 'kWh'), rows(mass2, energy2, 'MJ')];
      const { total } = effect(before, after, bom);
      expectClosed(total);
      const recomputed = reportOf(after, bom);
      const gross = [...reportOf(before, bom).inventory.contributions, ...recomputed.inventory.contributions]
        .reduce((sum, { kgco2e }) => sum.plus(Fraction.parse(kgco2e).absolute()), Fraction.of(0n));
      const away = Fraction.parse(total.new).minus(Fraction.parse(recomputed.result.total)).absolute();
      // Both reports round at their 50th digit.
      expect(gross.times(Fraction.of(1n, 10n ** 45n)).lessThan(away)).toBe(false);
    }), { numRuns: 40 });
  });
});

/** digits × 10^-places as plain decimal text. */
function shifted(digits: number, places: number): string {
  const text = String(digits).padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}
