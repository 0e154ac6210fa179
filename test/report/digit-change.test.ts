import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportText, writeReport } from '../../src/report/digest.js';
import { changed, codesOf, sourceOf, type ReportDraft } from './fixtures/sealed.js';
import { validReport } from './fixtures/valid-report.js';

interface Amount {
  readonly path: string;
  readonly text: string;
  readonly set: (report: ReportDraft, text: string) => void;
}

/** Members whose text is an amount; other texts of digits are names (a GTIN, a supplier's line, a year). */
const AMOUNTS = new Set([
  'total', 'value', 'percent', 'fossil', 'biogenic_emissions', 'biogenic_removals', 'dluc', 'unspecified', 'aircraft', 'positive',
  'negative', 'beyond_boundary', 'primary_data_share', 'share', 'gsd', 'low', 'high', 'covered_share', 'amount', 'quantity', 'kgco2e',
  'multiply', 'divide', 'rate', 'biogenic', 'biogenic_removal',
]);

/** Declared, or worked out from inputs that a report does not hold: no rule can gainsay them, only the digest. */
const UNPROVEN = /^\/(?:unit\/amount|quality\/uncertainty\/.*|factors\/\d+\/gsd)$/;

function amountsIn(node: unknown, path: string, reach: (report: ReportDraft) => unknown): Amount[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, member]: [string, unknown]) => {
    const below = `${path}/${name}`;
    if (typeof member !== 'string') return amountsIn(member, below, (report) => (reach(report) as Record<string, unknown>)[name]);
    if (!AMOUNTS.has(name) || !/^-?[0-9.]+$/.test(member)) return [];
    return [{ path: below, text: member, set: (report, text) => { (reach(report) as Record<string, string>)[name] = text; } }];
  });
}

const amounts = amountsIn(validReport(), '', (report) => report);
const proven = amounts.filter(({ path }) => !UNPROVEN.test(path));

function otherDigit(text: string, at: number, by: number): string {
  return text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1);
}

const digitsOf = (text: string): number[] => [...text].flatMap((character, at) => (/[0-9]/.test(character) ? [at] : []));

describe('one digit changed', () => {
  test('in any amount breaks the digest', () => {
    const sealed = writeReport(validReport());
    const { digest } = sealed;
    const text = reportText(sealed);
    const choice = fc.constantFrom(...amounts).chain((amount) => fc.tuple(
      fc.constant(amount), fc.constantFrom(...digitsOf(amount.text)), fc.integer({ min: 1, max: 9 }),
    ));
    fc.assert(fc.property(choice, ([amount, at, by]) => {
      const source = changed((report) => { amount.set(report, otherDigit(amount.text, at, by)); });
      const unsealed = new TextDecoder().decode(source.bytes).replace(/"digest":"[0-9a-f]+"/, `"digest":"${digest}"`);
      expect(unsealed).not.toBe(text);
      expect(codesOf(sourceOf(unsealed))).not.toEqual([]);
    }));
  });

  test('in any amount that the report proves is refused, even sealed anew', () => {
    // result 22, quality 8, assemblies 8, contributions 12 + 10 origins + 9 of steps, factors 12, label 1
    expect(proven.length).toBe(82);
    for (const { path, text, set } of proven) {
      for (const at of digitsOf(text)) {
        for (const by of [1, 5]) {
          const source = changed((report) => { set(report, otherDigit(text, at, by)); });
          expect(codesOf(source), `${path}: ${otherDigit(text, at, by)}`).not.toEqual([]);
        }
      }
    }
  });
});

test('fixture paths are JSON Pointers of amounts', () => {
  expect(amounts.map(({ path }) => path)).toContain('/inventory/contributions/2/steps/0/divide');
});
