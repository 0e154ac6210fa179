import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Findings } from '../../src/diagnostics/findings.js';
import { problem, type Problem } from '../../src/diagnostics/problem.js';

function at(input: string, line: number, column: number): Problem {
  return problem('cell-missing', { column: 'unit' }, { input, line, column });
}

function placesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ spot }) => (spot === undefined ? '-' : `${spot.input}:${spot.line}:${spot.column}`));
}

describe('Findings', () => {
  it('keeps inputs as they first came up, sorts places, puts those without one last', () => {
    const findings = new Findings();
    findings.add(problem('usage', { detail: 'x' }));
    for (const found of [at('b', 9, 1), at('a', 2, 2), at('b', 1, 3), at('a', 2, 1), at('b', 1, 1), at('a', 0, 0)]) findings.add(found);
    expect(placesOf(findings.all())).toEqual(['b:1:1', 'b:1:3', 'b:9:1', 'a:0:0', 'a:2:1', 'a:2:2', '-']);
  });

  it('raises denied warnings to errors of exit code 1, beyond the limit too, and nothing else', () => {
    const findings = new Findings(1, new Set(['gwp-mixed', 'cell-missing']));
    findings.add(problem('product-undeclared', { product: 'P' }));
    expect([findings.exit, findings.all()[0]?.severity]).toEqual([0, 'warning']);
    findings.add(problem('gwp-mixed', { sets: ['AR5', 'AR6'] }));
    expect(findings.exit).toBe(1);
    findings.add(at('a', 1, 1));
    expect(findings.exit).toBe(2);

    const roomy = new Findings(9, new Set(['gwp-mixed']));
    roomy.add(problem('gwp-mixed', { sets: ['AR5', 'AR6'] }));
    expect(roomy.all().map(({ code, severity }) => [code, severity])).toEqual([['gwp-mixed', 'error']]);
    expect(roomy.unusable).toBe(false);
  });

  it('keeps the order of what stands at one place', () => {
    const findings = new Findings();
    const spot = { input: 'a', line: 1, column: 1 };
    findings.add(problem('cell-missing', { column: 'unit' }, spot));
    findings.add(problem('cell-formula', { column: 'unit', text: '=1' }, spot));
    expect(findings.all().map(({ code }) => code)).toEqual(['cell-missing', 'cell-formula']);
  });

  it('orders any mixture like repeated selection does', () => {
    const place = fc.record({ input: fc.constantFrom('a', 'b', 'c', ''), line: fc.nat(3), column: fc.nat(3) });
    fc.assert(fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const findings = new Findings();
      for (const { input, line, column } of places) findings.add(input === '' ? problem('usage', { detail: 'x' }) : at(input, line, column));
      const inputs = [...new Set(places.map(({ input }) => input).filter((input) => input !== '')), ''];
      const expected = inputs.flatMap((input) => [0, 1, 2, 3].flatMap((line) => [0, 1, 2, 3].flatMap((column) =>
        places.filter((one) => one.input === input && one.line === line && one.column === column))));
      expect(placesOf(findings.all())).toEqual(
        expected.map(({ input, line, column }) => (input === '' ? '-' : `${input}:${line}:${column}`)),
      );
    }));
  });

  it('keeps 100 and counts the rest', () => {
    const findings = new Findings();
    for (let line = 1; line <= 123; line += 1) findings.add(at('a', line, 1));
    const all = findings.all();
    expect(all.length).toBe(101);
    expect(all[99]?.spot?.line).toBe(100);
    expect(all[100]).toEqual(problem('findings-limit', { limit: 100, more: 23 }));
  });

  it('is exact at the limit', () => {
    const findings = new Findings(2);
    findings.add(at('a', 1, 1));
    findings.add(at('a', 2, 1));
    expect(findings.all().length).toBe(2);
  });

  it('remembers the exit code of what the limit cut', () => {
    const findings = new Findings(1);
    expect(findings.exit).toBe(0);
    findings.add(problem('column-ignored', { columns: ['x'] }));
    expect(findings.exit).toBe(0);
    findings.add(problem('expectation-failed', { expected: '1', computed: '2' }));
    expect(findings.exit).toBe(1);
    expect(findings.unusable).toBe(false);
    findings.add(at('a', 1, 1));
    findings.add(problem('expectation-failed', { expected: '1', computed: '2' }));
    expect(findings.exit).toBe(2);
    expect(findings.unusable).toBe(true);
  });
});
