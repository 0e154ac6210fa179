import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { problem } from '../../src/diagnostics/problem.js';
import { placeText } from '../../src/diagnostics/place-text.js';
import { countsOf, renderText, type Palette } from '../../src/diagnostics/render-text.js';
import { textWidth } from '../../src/diagnostics/text-width.js';

const en = { language: 'en' } as const;
const zh = { language: 'zh' } as const;

function unknownUnit(text: string, start: number, length: number, line = 7, input = 'bom.csv') {
  const unit = text.slice(start, start + length);
  return problem('unit-unknown', { unit, candidates: ['kg'] }, { input, line, column: 4, excerpt: { text, start, length } });
}

/** The caret line of a rendering. */
function caretLine(text: string): string {
  return text.split('\n')[2] ?? '';
}

describe('renderText', () => {
  it('says nothing of nothing', () => {
    expect(renderText([], en)).toBe('');
  });

  it('points at the cell', () => {
    // "  7 | " takes 6 columns, "cotton yarn,0.21," 17
    expect(renderText([unknownUnit('cotton yarn,0.21,kgs?,yarn-cn', 17, 4)], en)).toBe([
      'error[unit-unknown] bom.csv:7:4: unknown unit "kgs?"',
      '  7 | cotton yarn,0.21,kgs?,yarn-cn',
      `${' '.repeat(23)}^^^^`,
      '  mend: did you mean kg?',
      '1 error',
      '',
    ].join('\n'));
  });

  it('counts two columns for a Chinese character', () => {
    // "  12 | " takes 7 columns, "棉纱,0.21," 2 + 2 + 1 + 4 + 1 = 10, the cell 4
    expect(renderText([unknownUnit('棉纱,0.21,公近,yarn-cn', 8, 2, 12, '清单.csv')], zh)).toBe([
      '错误[unit-unknown] 清单.csv:12:4：未知单位 "公近"',
      '  12 | 棉纱,0.21,公近,yarn-cn',
      `${' '.repeat(17)}^^^^`,
      '  办法：是否指 kg？',
      '1 个错误',
      '',
    ].join('\n'));
  });

  it('counts no column for a combining mark and two for full-width digits', () => {
    // e + U+0301 is one column, the comma one, １２ four
    expect(caretLine(renderText([unknownUnit('e\u0301,１２', 3, 2)], en))).toBe(`${' '.repeat(8)}^^^^`);
  });

  it('puts one caret under an empty cell', () => {
    expect(caretLine(renderText([unknownUnit('a,,kg', 2, 0)], en))).toBe(`${' '.repeat(8)}^`);
  });

  it('shows tabs as blanks and control characters as dots', () => {
    const lines = renderText([unknownUnit('a\t\u001b[31mb\tkgs\r\n', 9, 3)], en).split('\n');
    expect(lines[1]).toBe('  7 | a ·[31mb kgs');
    expect(lines[2]).toBe(`${' '.repeat(15)}^^^`);
  });

  it('cuts long lines around the cell', () => {
    const text = `${'x'.repeat(100)},bad,${'y'.repeat(100)}`;
    const lines = renderText([unknownUnit(text, 101, 3)], en).split('\n');
    // 40 columns before (… + 38 x + comma), the cell, 14 after (comma + 12 y + …)
    expect(lines[1]).toBe(`  7 | …${'x'.repeat(38)},bad,${'y'.repeat(12)}…`);
    expect(lines[2]).toBe(`${' '.repeat(46)}^^^`);
  });

  it('leaves out what is not known of the place', () => {
    const args = { file: 'bom.csv' };
    const excerpt = { text: 'a,b', start: 0, length: 3 };
    expect(renderText([
      problem('file-empty', args, { input: 'a.csv', line: 3, column: 0 }),
      problem('file-empty', args, { input: 'a.csv', line: 0, column: 0, excerpt }),
      problem('file-empty', args),
    ], en)).toBe([
      'error[file-empty] a.csv:3: bom.csv is empty',
      '  mend: check the export it came from',
      'error[file-empty] a.csv: bom.csv is empty',
      '  mend: check the export it came from',
      'error[file-empty]: bom.csv is empty',
      '  mend: check the export it came from',
      '3 errors',
      '',
    ].join('\n'));
  });

  it('gives why and mend and counts each severity', () => {
    expect(renderText([
      problem('assembly-with-factor', { item: 'module' }, { input: 'bom.csv', line: 2, column: 5 }),
      problem('product-undeclared', { product: 'T-100' }),
      problem('column-ignored', { columns: ['colour'] }),
      problem('column-ignored', { columns: ['a', 'b'] }),
    ], en)).toBe([
      'error[assembly-with-factor] bom.csv:2:5: "module" has rows below it and a factor of its own',
      '  why: its emissions would be counted twice',
      '  mend: clear the factor, or remove the rows below',
      'warning[product-undeclared]: no product file declares "T-100"',
      '  why: the report marks everything nobody declared as a default',
      '  mend: give its product file with --product',
      'note[column-ignored]: column not used: colour',
      'note[column-ignored]: columns not used: a, b',
      '1 error, 1 warning, 2 notes',
      '',
    ].join('\n'));
  });

  it('does not count the line that tells of the limit', () => {
    const problems = [problem('file-empty', { file: 'a' }), problem('findings-limit', { limit: 1, more: 1 })];
    expect(countsOf(problems)).toEqual({ errors: 1, warnings: 0, notes: 0 });
    expect(renderText(problems, en)).toContain('only the first 1 findings are shown; 1 more was found\n');
    expect(renderText(problems, en).endsWith('\n1 error\n')).toBe(true);
  });

  it('colours through the palette alone', () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const colour: Palette = { error: tag('e'), warning: tag('w'), note: tag('n'), place: tag('p'), dim: tag('d') };
    expect(renderText([unknownUnit('a,kgs', 2, 3)], { language: 'en', colour })).toBe([
      '<e>error[unit-unknown]</e> <p>bom.csv:7:4</p>: unknown unit "kgs"',
      '<d>  7 | </d>a,kgs',
      `${' '.repeat(8)}<e>^^^</e>`,
      '  <d>mend: </d>did you mean kg?',
      '1 error',
      '',
    ].join('\n'));
  });

  it('keeps every text fit to print, one line each and no wider than a terminal, with carets under the cell', () => {
    const hostile = fc.string({ unit: fc.oneof(
      fc.constantFrom('\u001b', '\r', '\n', '\t', '\u202e', '\u0000', '\u2028', '\ud800', '棉', '\u{20000}', '\u{1f600}', 'e\u0301', ','),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ), maxLength: 300 });
    fc.assert(fc.property(hostile, hostile, hostile, hostile, (before, cell, after, input) => {
      const text = before + cell + after;
      const shown = renderText([unknownUnit(text, before.length, cell.length, 7, input)], en);
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
      const lines = shown.split('\n');
      expect(lines.length).toBe(6);
      expect(textWidth(lines[1] ?? '')).toBeLessThanOrEqual(100);
      expect(lines[2]).toMatch(/^ {6,46}\^{1,40}$/);
      expect(lines[2]?.length).toBeLessThanOrEqual(Math.max(textWidth(lines[1] ?? ''), 6) + 1);
    }), { numRuns: 300 });
  });

  it('stays quick with a cell of 10 MB', () => {
    const text = '公'.repeat(10_000_000);
    expect(renderText([unknownUnit(text, 5_000_000, 4_000_000)], en).length).toBeLessThan(500);
  });

  it('survives an excerpt whose stretch lies outside its text', () => {
    const excerpt = { text: 'abc', start: 9, length: 4 };
    const found = problem('cell-missing', { column: 'unit' }, { input: 'a', line: 1, column: 1, excerpt });
    expect(caretLine(renderText([found], en))).toBe(`${' '.repeat(9)}^`);
  });
});

describe('places in a workbook', () => {
  const at = (sheet: string, line: number, column: number): string => placeText({ input: 'bom.xlsx', sheet, line, column });

  it('are written as spreadsheets write them', () => {
    expect(at('Sheet1', 7, 2)).toBe('bom.xlsx:Sheet1!B7');
    expect(at('物料', 7, 28)).toBe('bom.xlsx:物料!AB7');
    expect(at('Sheet1', 7, 0)).toBe('bom.xlsx:Sheet1!7:7');
    expect(at('Sheet1', 0, 0)).toBe('bom.xlsx:Sheet1');
  });

  it('put a name that needs it in quotation marks', () => {
    expect(at("Bill '24", 1, 1)).toBe("bom.xlsx:'Bill ''24'!A1");
    expect(at('2024', 1, 1)).toBe("bom.xlsx:'2024'!A1");
    expect(at('a\u001b[31m', 1, 1)).toBe("bom.xlsx:'a·[31m'!A1");
  });
});
