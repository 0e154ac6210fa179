import { describe, expect, it } from 'vitest';
import { codes, type Code } from '../../src/diagnostics/codes.js';
import { problem, type Problem } from '../../src/diagnostics/problem.js';
import { wordingOf, wordsOf, type Language, type Words } from '../../src/diagnostics/wording.js';
import { samples } from './samples.js';

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const ALL_CODES = Object.keys(codes) as Code[];
const HAN = /\p{Script=Han}/u;

function textsOf(words: Words): string[] {
  return [words.says, words.why, words.mend].filter((text) => text !== undefined);
}

function sampleProblem(code: Code): Problem {
  return problem(code, samples[code]);
}

/** The sample with every string in it replaced. */
function withText(code: Code, text: string): Problem {
  const args = Object.entries(samples[code]).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [key, text];
    return [key, Array.isArray(value) ? Array.from({ length: 40 }, () => text) : value];
  });
  return { ...sampleProblem(code), args: Object.fromEntries(args) } as Problem;
}

describe.each(LANGUAGES)('wording %s', (language) => {
  it('has the codes of codes.ts and no others', () => {
    expect(Object.keys(wordingOf(language).problems).sort()).toEqual([...ALL_CODES].sort());
  });

  it.each(ALL_CODES)('words %s', (code) => {
    for (const text of textsOf(wordsOf(sampleProblem(code), language))) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/undefined|\[object|NaN|\.$|。$|!/);
      // samples hold no Chinese, so what is Chinese is ours
      expect(HAN.test(text)).toBe(language === 'zh');
    }
  });

  it.each(ALL_CODES)('shows hostile particulars of %s only tamed', (code) => {
    const hostile = [
      '\u001b[31mred\u001b[0m\u0007\r\n', '\u202Egnp.exe\u2066', 'a\u200bb\ufeffc', '\u009b2J', 'x\ud800',
      '__proto__', 'constructor', '', '你'.repeat(10_000), '\u{1f600}'.repeat(5_000),
    ];
    for (const text of hostile) {
      for (const said of textsOf(wordsOf(withText(code, text), language))) {
        expect(said).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u);
        expect(said.length).toBeLessThan(1500);
        expect(said).not.toMatch(/undefined|\[object|native code/);
      }
    }
  });

  it('has samples for every code', () => {
    expect(Object.keys(samples).sort()).toEqual([...ALL_CODES].sort());
  });

  it('has no empty phrase', () => {
    for (const [key, phrase] of Object.entries(wordingOf(language).phrases)) {
      if (typeof phrase === 'string') expect(phrase, key).not.toBe('');
    }
  });

  it('lists candidates of every length', () => {
    const mend = (candidates: string[]): string =>
      wordsOf(problem('unit-unknown', { unit: 'x', candidates }), language).mend ?? '';
    for (const count of [0, 1, 2, 3, 4, 12, 13, 500]) {
      const candidates = Array.from({ length: count }, (_, index) => `u${index}`);
      const text = mend(candidates);
      const named = candidates.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
      expect(named).toEqual(candidates.slice(0, 12));
      if (count > 12) expect(text).toContain(` ${count - 12} `);
    }
  });
});

describe('phrases', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(wordingOf('zh').phrases).sort()).toEqual(Object.keys(wordingOf('en').phrases).sort());
  });

  it('differ between the languages', () => {
    const en = wordingOf('en').phrases;
    const zh = wordingOf('zh').phrases;
    for (const [key, phrase] of Object.entries(zh)) {
      if (typeof phrase !== 'string' || key === 'colon') continue;
      expect(HAN.test(phrase), key).toBe(true);
      expect(HAN.test(en[key as 'why']), key).toBe(false);
    }
  });

  it('count what was found', () => {
    const en = wordingOf('en').phrases;
    const zh = wordingOf('zh').phrases;
    expect(en.problemsFound({ errors: 2, warnings: 1, notes: 0 })).toBe('2 errors, 1 warning');
    expect(en.problemsFound({ errors: 0, warnings: 0, notes: 1 })).toBe('1 note');
    expect(en.problemsFound({ errors: 0, warnings: 0, notes: 0 })).toBe('no problems found');
    expect(zh.problemsFound({ errors: 1, warnings: 0, notes: 3 })).toBe('1 个错误，3 个提示');
    expect(zh.problemsFound({ errors: 0, warnings: 0, notes: 0 })).toBe('未发现问题');
  });
});

describe('words that hang on their particulars', () => {
  const words = (found: Problem): Words => wordsOf(found, 'en');

  it('shows both results of a loss without a basis', () => {
    // 2 ÷ (1 − 0.2) = 2.5; 2 × (1 + 0.2) = 2.4
    const args = { loss: '0.2', ofInput: '2.5', ofOutput: '2.4' };
    for (const language of LANGUAGES) {
      const { says, mend } = wordsOf(problem('loss-basis-missing', args), language);
      expect(says).toMatch(/of_input\D+2\.5\b.*of_output\D+2\.4\b/u);
      expect(mend).toContain('loss_basis');
    }
  });

  it('shows both readings of an unclear number', () => {
    const args = { column: 'quantity', text: '1,234', readings: ['1.234', '1234'] };
    expect(words(problem('number-unclear', args)).says).toBe('"1,234" in column quantity can be read as 1.234 or 1234');
    for (const language of LANGUAGES) {
      expect(wordsOf(problem('number-unclear', args), language).mend).toContain('--decimal-mark');
    }
  });

  it('names both cells of a unit that does not fit', () => {
    expect(words(problem('unit-dimension', samples['unit-dimension'])).says)
      .toBe('the unit "kg" (mass) does not fit "kWh" (energy) at factors.csv:12:6');
    expect(wordsOf(problem('unit-dimension', samples['unit-dimension']), 'zh').says)
      .toBe('单位 "kg"（质量）与 factors.csv:12:6 处的 "kWh"（能量）量纲不符');
  });

  it('says none where a report states nothing', () => {
    const args = { share: 'quality.primary_data_share', stated: '', computed: '0.5' };
    expect(words(problem('report-share', args)).says).toBe('quality.primary_data_share is none, the contributions give 0.5');
    expect(wordsOf(problem('report-share', args), 'zh').says).toBe('quality.primary_data_share 为 无，按各贡献项应为 0.5');
  });

  it('draws a cycle with arrows', () => {
    for (const language of LANGUAGES) {
      expect(wordsOf(problem('bom-cycle', { path: ['a', 'b', 'a'] }), language).says).toContain('a → b → a');
    }
  });

  it('tells a percent sign from other faults of a number', () => {
    expect(words(problem('number-invalid', { column: 'loss', text: '5％％' })).mend).toContain('0.05 or 5%');
    expect(words(problem('number-invalid', { column: 'quantity', text: '5％' })).mend).toContain('loss, share and uncertainty only');
    expect(words(problem('number-invalid', { column: 'loss', text: 'five' })).mend).not.toContain('%');
  });

  it('tells a row that is too long from one that is too short', () => {
    expect(words(problem('row-ragged', { expected: 8, found: 9 })).mend).toContain('quotation marks');
    expect(words(problem('row-ragged', { expected: 8, found: 1 }))).toEqual({
      says: 'the row has 1 cell, the header 8',
      mend: 'add the cells that are missing, blank ones too',
    });
  });

  it('names columns and stages in Chinese beside their own names', () => {
    expect(wordsOf(problem('cell-missing', { column: 'quantity' }), 'zh').says).toBe('数量（quantity）列此处为空');
    expect(wordsOf(problem('cell-missing', { column: 'toString' }), 'zh').says).toBe('“toString”列此处为空');
    expect(wordsOf(problem('stage-outside-boundary', { stage: 'use', boundary: 'cradle-to-gate' }), 'zh').says)
      .toBe('阶段“使用（use）”不在系统边界“摇篮到大门（cradle-to-gate）”之内');
  });
});
