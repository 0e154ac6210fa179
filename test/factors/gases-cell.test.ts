import { describe, expect, it } from 'vitest';
import { readGases } from '../../src/factors/gases-cell.js';
import { readFactor } from '../../src/factors/read-factor.js';
import { decimalText } from '../../src/quantity/decimal-text.js';
import { lintDataset } from '../../src/factors/lint/lint.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { sampleDataset, type SampleRow } from './sample-dataset.js';

function told(cell: string): string[] {
  const reading = readGases(cell);
  return reading.kind === 'sound'
    ? reading.gases.map(({ gas, amount }) => `${gas}=${decimalText(amount)}`)
    : reading.faults.map(({ entry, fault }) => `${fault}: ${entry}`);
}

function problemsOf(cells: SampleRow): string[] {
  const [row] = sampleDataset('sample', [cells]).rows();
  if (row === undefined) throw new Error('no row');
  const reading = readFactor(row, 'sample');
  return reading.kind === 'unsound' ? reading.problems.map(({ code, spot }) => `${code} ${String(spot?.column)}`) : [reading.kind];
}

describe('a cell of gases', () => {
  it.each([
    ['CO2 1.2; CH4 fossil 0.003; N2O 0.0001', ['CO2=1.2', 'CH4 fossil=0.003', 'N2O=0.0001']],
    ['CO2 1', ['CO2=1']],
    ['  R-410A   0.5 ;SF6\t2e-3 ', ['R-410A=0.5', 'SF6=0.002']],
    ['(4s,5s)-1,1,2,2,3,3,4,5-octafluorocyclopentane -1', ['(4s,5s)-1,1,2,2,3,3,4,5-octafluorocyclopentane=-1']],
    ['CO2 0', ['CO2=0']],
  ])('%j is read', (cell, gases) => {
    expect(told(cell)).toEqual(gases);
  });

  it.each([
    ['CO2', ['form: CO2']],
    ['1.2', ['form: 1.2']],
    [';', ['form: ', 'form: ']],
    ['CO2 1;', ['form: ']],
    ['CO2 1.2 kg', ['amount: CO2 1.2 kg']],
    ['CO2 1,2', ['amount: CO2 1,2']],
    ['CO2 NaN', ['amount: CO2 NaN']],
    ['CO2 1e999999', ['amount: CO2 1e999999']],
    ['CO2 １', ['amount: CO2 １']],
    ['CO2 5%', ['amount: CO2 5%']],
    ['=cmd()', ['form: =cmd()']],
    ['N2O 1; CO2 1; ｎ2o 2; x', ['twice: ｎ2o 2', 'form: x']],
    ['CO2 1; CO2 x', ['amount: CO2 x']],
  ])('%j is not', (cell, faults) => {
    expect(told(cell)).toEqual(faults);
  });
});

// Columns: 7 kgco2e, 8 fossil, 13 gwp, 27 gases.
describe('a row given as gases', () => {
  it('leaves its value open', () => {
    expect(problemsOf({ gases: 'CO2 1' })).toEqual(['gases']);
    expect(problemsOf({ gases: '' })).toEqual(['cell-missing 13', 'cell-missing 7']);
  });

  it('has no value, no split and no GWP set of its own', () => {
    for (const cells of [{ kgco2e: '1' }, { kgco2e: '0' }, { gwp: 'AR6' }, { fossil: '1' }, { dluc: '0' }, { aircraft: '0' }]) {
      expect(problemsOf({ gases: 'CO2 1', ...cells })[0]).toMatch(/^gases-beside /);
    }
    expect(problemsOf({ gases: 'CO2', kgco2e: '1' })).toEqual(['gases-beside 7', 'gases-invalid 27']);
  });

  it('keeps every other rule', () => {
    expect(problemsOf({ gases: 'CO2 1', unit: 'furlongish', gsd: '0.5' })).toEqual(['unit-unknown 6', 'number-outside 25']);
  });

  it('names gases of the table', () => {
    const findings = new Findings();
    lintDataset(sampleDataset('sample', [{ id: 'a', gases: 'CO2 1; phlogiston 2' }, { id: 'b', gases: 'R-410A 1' }, { id: 'c' }]), findings);
    expect(findings.all().map(({ code, args, spot }) => [code, args, spot?.line, spot?.column])).toEqual([
      ['gas-unknown', { gas: 'phlogiston', candidates: [] }, 2, 27],
    ]);
  });
});
