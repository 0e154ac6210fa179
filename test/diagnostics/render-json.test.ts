import { describe, expect, it } from 'vitest';
import { problem } from '../../src/diagnostics/problem.js';
import { renderJson } from '../../src/diagnostics/render-json.js';

describe('renderJson', () => {
  it('writes an empty array for nothing', () => {
    expect(renderJson([], 'en')).toBe('[]\n');
  });

  it('writes keys in a fixed order', () => {
    const excerpt = { text: 'a,kgs', start: 2, length: 3 };
    const spot = { input: 'bom.csv', line: 7, column: 2, excerpt };
    expect(renderJson([
      problem('unit-unknown', { unit: 'kgs', candidates: ['kg'] }, spot),
      problem('assembly-with-factor', { item: 'module' }, { input: 'bom.csv', line: 8, column: 0 }),
    ], 'en')).toBe(`[
  {
    "code": "unit-unknown",
    "severity": "error",
    "input": "bom.csv",
    "line": 7,
    "column": 2,
    "says": "unknown unit \\"kgs\\"",
    "mend": "did you mean kg?",
    "args": {
      "candidates": [
        "kg"
      ],
      "unit": "kgs"
    }
  },
  {
    "code": "assembly-with-factor",
    "severity": "error",
    "input": "bom.csv",
    "line": 8,
    "says": "\\"module\\" has rows below it and a factor of its own",
    "why": "its emissions would be counted twice",
    "mend": "clear the factor, or remove the rows below",
    "args": {
      "item": "module"
    }
  }
]
`);
  });

  it('names the sheet of a workbook', () => {
    const found = problem('cell-missing', { column: 'unit' }, { input: 'bom.xlsx', sheet: '清单', line: 7, column: 2 });
    const [record] = JSON.parse(renderJson([found], 'en')) as Record<string, unknown>[];
    expect(record).toMatchObject({ input: 'bom.xlsx', sheet: '清单', line: 7, column: 2 });
  });

  it('leaves out the place where there is none', () => {
    const [record] = JSON.parse(renderJson([problem('usage', { detail: 'x' })], 'zh')) as Record<string, unknown>[];
    expect(Object.keys(record ?? {})).toEqual(['code', 'severity', 'says', 'mend', 'args']);
    expect(record?.['says']).toBe('用法有误：x');
  });

  it('escapes what a terminal might obey, and loses nothing of it', () => {
    const unit = '\u001b[2J\u009b\u202e\u2028\ufeff\ud800\u{e0001}棉';
    const text = renderJson([problem('unit-unknown', { unit, candidates: [] }, { input: unit, line: 0, column: 0 })], 'en');
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    const [record] = JSON.parse(text) as { input: string; args: { unit: string } }[];
    expect(record?.args.unit).toBe(unit);
    expect(record?.input).toBe(unit);
  });
});
