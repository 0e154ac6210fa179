import { describe, expect, test } from 'vitest';
import { Exact } from '../../src/quantity/exact.js';
import { readFactor } from '../../src/factors/read-factor.js';
import { sampleDataset, type SampleRow } from './sample-dataset.js';

function reading(cells: SampleRow): ReturnType<typeof readFactor> {
  const [row] = sampleDataset('sample', [cells]).rows();
  if (row === undefined) throw new Error('no row');
  return readFactor(row, 'sample');
}

function problemsOf(cells: SampleRow): string[] {
  const read = reading(cells);
  return read.kind !== 'unsound' ? [] : read.problems.map(({ code, spot }) => `${code} ${String(spot?.line)}:${String(spot?.column)}`);
}

describe('a row of factors.csv', () => {
  test('is read into a factor', () => {
    const read = reading({
      id: 'cotton', stage: 'raw_materials', unit: 'g', kgco2e: '-0.5', fossil: '1.25', biogenic_removal: '-1.75', aircraft: '0.5',
      gwp: 'CO2-only', gsd: '1.2', valid_from: '2024-02-29', valid_to: '2025-12-31',
    });
    if (read.kind !== 'sound') throw new Error(read.kind);
    const { factor } = read;
    expect(factor).toMatchObject({ id: 'cotton', dataset: 'sample', stage: 'raw_materials', gwp: 'CO2-only', line: 2 });
    expect(factor.value.equals(Exact.of('-0.5'))).toBe(true);
    // one gram is a thousandth of the base unit, the kilogram
    expect(factor.unit.size.equals(Exact.of('0.001'))).toBe(true);
    expect(factor.origins?.fossil.equals(Exact.of('1.25'))).toBe(true);
    expect(factor.origins?.biogenicRemovals.equals(Exact.of('-1.75'))).toBe(true);
    expect(factor.origins?.dluc.isZero).toBe(true);
    expect(factor.row.kgco2e).toBe('-0.5');
  });

  test('leaves out what the dataset leaves open', () => {
    const read = reading({});
    if (read.kind !== 'sound') throw new Error(read.kind);
    expect(Object.keys(read.factor)).not.toEqual(expect.arrayContaining(['stage']));
    expect(read.factor.origins).toBeUndefined();
    expect(read.factor.gsd).toBeUndefined();
  });

  // Columns by DESIGN section 5: 1 id, 5 stage, 6 unit, 7 kgco2e, 8 fossil, 10 biogenic_removal, 12 aircraft, 13 gwp, 16 valid_from, 25 gsd.
  test.each<[SampleRow, string[]]>([
    [{ id: '' }, ['cell-missing 2:1']],
    [{ stage: 'Rohstoffe' }, ['word-unknown 2:5']],
    [{ stage: '__proto__' }, ['word-unknown 2:5']],
    [{ unit: '' }, ['cell-missing 2:6']],
    [{ unit: 'furlongish' }, ['unit-unknown 2:6']],
    [{ kgco2e: '' }, ['cell-missing 2:7']],
    [{ kgco2e: '1,234' }, ['number-invalid 2:7']],
    [{ kgco2e: '12 %' }, ['number-invalid 2:7']],
    [{ kgco2e: 'NaN' }, ['number-invalid 2:7']],
    [{ kgco2e: '１２' }, ['number-invalid 2:7']],
    [{ kgco2e: '=cmd()' }, ['number-invalid 2:7']],
    [{ kgco2e: '1e999999' }, ['number-out-of-range 2:7']],
    [{ fossil: 'x' }, ['number-invalid 2:8']],
    [{ fossil: '1.9999999999999999999999999999999999999999999999999999999999' }, ['factor-split 2:7']],
    [{ fossil: '2', aircraft: '2.1' }, ['factor-aircraft 2:12']],
    [{ fossil: '2', aircraft: '-0.1' }, ['factor-aircraft 2:12']],
    [{ aircraft: '0.1' }, ['factor-aircraft 2:12']],
    [{ fossil: '1', biogenic_removal: '1' }, ['number-outside 2:10']],
    [{ gwp: '' }, ['cell-missing 2:13']],
    [{ gwp: 'AR7' }, ['word-unknown 2:13']],
    [{ valid_from: '2025-02-29' }, ['date-invalid 2:16']],
    [{ valid_from: '2025' }, ['date-invalid 2:16']],
    [{ gsd: '0.9' }, ['number-outside 2:25']],
    [{ unit: 'x1', kgco2e: 'y', gwp: 'z' }, ['word-unknown 2:13', 'unit-unknown 2:6', 'number-invalid 2:7']],
  ])('%j is refused', (cells, expected) => {
    expect(problemsOf(cells)).toEqual(expected);
  });

  test.each<SampleRow>([
    { fossil: '2' },
    { fossil: '1.5', biogenic: '0.25', dluc: '0.25', aircraft: '1.5' },
    { kgco2e: '-1', fossil: '-1', aircraft: '0' },
    { kgco2e: '1e-3', fossil: '0.001' },
  ])('%j is accepted', (cells) => {
    expect(problemsOf(cells)).toEqual([]);
  });

  test('that differs from its split beyond the digits of a report shows every digit', () => {
    const read = reading({ kgco2e: '1', fossil: `0.${'9'.repeat(60)}` });
    expect(read).toMatchObject({ problems: [{ args: { sum: `0.${'9'.repeat(60)}`, total: '1' } }] });
  });
});
