import { Decimal } from 'decimal.js';
import { describe, expect, it, test } from 'vitest';
import { Fault } from '../../src/diagnostics/fault.js';
import { writeReport } from '../../src/report/digest.js';
import type { ContributionNode, Explanation, Operand } from '../../src/report/explanation.js';
import { explainReport } from '../../src/report/explain-report.js';
import type { FootprintReport } from '../../src/report/report.js';
import { at, type ReportDraft } from './fixtures/sealed.js';
import { validReport } from './fixtures/valid-report.js';

function valid(change: (report: ReportDraft) => void = () => undefined): FootprintReport {
  const draft = structuredClone(validReport()) as ReportDraft;
  change(draft);
  const report = draft as Omit<FootprintReport, 'digest'>;
  return { ...report, digest: writeReport(report).digest };
}

function faultOf(run: () => unknown): Fault['problem'] {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function contributionsOf({ result, beyond_boundary }: Explanation): ContributionNode[] {
  return [...result.children, ...(beyond_boundary === undefined ? [] : [beyond_boundary])].flatMap(({ children }) => [...children]);
}

const FormulaDecimal = Decimal.clone({ precision: 60 });

/** As a spreadsheet would: from left to right. */
function worth(operands: readonly Operand[]): string {
  let sum = new FormulaDecimal(0);
  for (const { operator, value } of operands) {
    sum = operator === 'start' ? new FormulaDecimal(value) : operator === 'multiply' ? sum.times(value) : sum.div(value);
  }
  return sum.toFixed();
}

describe('an explanation', () => {
  const explanation = explainReport(valid());

  test('goes from the total to the stages and the contributions, the largest first', () => {
    const { result, beyond_boundary } = explanation;
    expect(result.value).toBe('2.82');
    expect(result.children.map(({ stage, value, percent }) => [stage, value, percent])).toEqual([
      ['raw_materials', '1.29', '45.7447'], ['manufacturing', '1.5', '53.1915'], ['distribution', '0.03', '1.0638'],
    ]);
    // 1.25, 0.07, |−0.03|
    expect(at(result.children, 0).children.map(({ item, value }) => [item, value])).toEqual([['cotton', '1.25'], ['card', '0.07'], ['biochar', '-0.03']]);
    expect(beyond_boundary?.children.map(({ item, value }) => [item, value])).toEqual([['recovery', '-0.12']]);
  });

  test('gives each contribution its formula, which a spreadsheet can follow', () => {
    for (const { children, value } of contributionsOf(explanation)) expect(worth(children)).toBe(value);
    for (const { children, value } of explanation.assemblies) expect(children.map((use) => worth(use.children))).toEqual([value]);
  });

  test('names cell, step and factor of each term', () => {
    const cotton = at(at(explanation.result.children, 2).children, 0);
    const cell = (column: number) => ({ input: 'towel.csv', line: 2, column });
    expect(cotton.children).toEqual([
      { kind: 'quantity', operator: 'start', value: '0.4', unit: 'kg', place: cell(8) },
      { kind: 'step', step: 'loss', operator: 'divide', value: '0.8', rate: '0.2', basis: 'of_input', place: cell(6) },
      { kind: 'step', step: 'distance', operator: 'multiply', value: '500', place: cell(8) },
      { kind: 'step', step: 'conversion', operator: 'divide', value: '1000', from: 'kg*km', to: 'tkm' },
      { kind: 'factor', operator: 'multiply', value: '0.12', unit: 'tkm', factor: at(validReport().factors, 3) },
    ]);
  });

  test('tells a step that multiplies and divides as two terms', () => {
    const power = at(at(explanation.result.children, 1).children, 0);
    expect(power.children.map(({ operator, value }) => [operator, value])).toEqual([['start', '9'], ['multiply', '5'], ['divide', '18'], ['multiply', '0.6']]);
  });
});

describe('one line of the bill', () => {
  test('keeps its stages, its leg, and the whole values of both', () => {
    const picked = explainReport(valid(), { line: 2 });
    expect(contributionsOf(picked).map(({ index }) => index)).toEqual([0, 1]);
    expect(picked.result.children.map(({ stage, value }) => [stage, value])).toEqual([['raw_materials', '1.29'], ['distribution', '0.03']]);
    expect(picked.assemblies).toEqual([]);
    expect(picked).not.toHaveProperty('beyond_boundary');
  });

  test('brings the assemblies its amount rests on', () => {
    expect(explainReport(valid(), { line: 5 }).assemblies.map(({ name }) => name)).toEqual(['pack']);
  });

  test('may be the line of an assembly', () => {
    const picked = explainReport(valid(), { line: 6 });
    expect(picked.result.children).toEqual([]);
    expect(picked.assemblies.map(({ name, value }) => [name, value])).toEqual([['thread', '3']]);
  });

  test('may be beyond the boundary', () => {
    expect(explainReport(valid(), { line: 8 }).beyond_boundary?.children).toHaveLength(1);
  });

  test('may be told apart by its input', () => {
    expect(contributionsOf(explainReport(valid(), { line: 2, input: 'towel.csv' }))).toHaveLength(2);
    expect(faultOf(() => explainReport(valid(), { line: 2, input: 'other.csv' })).code).toBe('line-unexplained');
  });

  test('that gave nothing is a fault', () => {
    expect(faultOf(() => explainReport(valid(), { line: 99 }))).toMatchObject({ code: 'line-unexplained', args: { line: 99 } });
  });
});

describe('what does not close is a fault:', () => {
  it.each<[string, string, (report: ReportDraft) => void]>([
    ['a total', 'report-sum', ({ result }) => { result.total = '2.83'; }],
    ['a stage', 'report-sum', ({ result }) => { at(result.by_stage, 0).value = '1.3'; }],
    ['module D', 'report-sum', ({ result }) => { result.beyond_boundary = '0'; }],
    ['module D left out', 'report-stage-unlisted', ({ result }) => { delete result.beyond_boundary; }],
    ['a stage left out whose parts cancel', 'report-stage-unlisted', ({ result, inventory }) => {
      Object.assign(at(inventory.contributions, 1), { kgco2e: '0' });
      result.by_stage.pop();
      result.total = '2.79';
    }],
    ['a factor left out', 'report-factor-unlisted', ({ factors }) => { factors.pop(); }],
    ['an assembly left out', 'schema-violation', ({ inventory }) => { inventory.assemblies.pop(); }],
  ])('%s', (_, code, change) => {
    expect(faultOf(() => explainReport(valid(change))).code).toBe(code);
  });
});
