import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { Fault } from '../../src/diagnostics/fault.js';
import { canonicalText } from '../../src/report/canonical.js';
import { reportText, rewriteReport, writeReport } from '../../src/report/digest.js';
import { validReport } from './fixtures/valid-report.js';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** RFC 8785 section 3.2, one character and one code unit at a time. */
function slowly(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return `"${[...value].map(escapedCharacter).join('')}"`;
  if (Array.isArray(value)) return `[${value.map(slowly).join(',')}]`;
  const names = Object.getOwnPropertyNames(value);
  for (let end = names.length; end > 1; end -= 1) {
    for (let at = 1; at < end; at += 1) {
      const [left = '', right = ''] = [names[at - 1], names[at]];
      if (comesBefore(right, left)) [names[at - 1], names[at]] = [right, left];
    }
  }
  return `{${names.map((name) => `${slowly(name)}:${slowly(value[name] ?? null)}`).join(',')}}`;
}

function comesBefore(a: string, b: string): boolean {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return a.charCodeAt(at) < b.charCodeAt(at);
  }
  return a.length < b.length;
}

/** RFC 8785 section 3.2.2.2. */
function escapedCharacter(character: string): string {
  const short = new Map([['\b', '\\b'], ['\t', '\\t'], ['\n', '\\n'], ['\f', '\\f'], ['\r', '\\r'], ['"', '\\"'], ['\\', '\\\\']]);
  const code = character.charCodeAt(0);
  return short.get(character) ?? (code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : character);
}

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('__proto__', '1', '10', '9', 'constructor', '\\ud800'));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(text, tie('value'), { noNullPrototype: false }),
  ),
})).value;

describe('canonical text', () => {
  test('is what a slow reading of RFC 8785 gives', () => {
    fc.assert(fc.property(json, (value) => {
      expect(canonicalText(value)).toBe(slowly(value));
    }));
  });

  test('sorts as the sample of RFC 8785 section 3.2.3 does', () => {
    // The sample, and the member that the RFC's published test data adds to it.
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
      '</script>': 'Browser Challenge',
    };
    expect(canonicalText(sample)).toBe(
      '{"\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control",'
      + '"\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face",'
      + '"\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  test('escapes as the sample of RFC 8785 section 3.2.2 does', () => {
    const sample: unknown = JSON.parse(String.raw`{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`);
    expect(canonicalText(sample)).toBe(String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  test('puts 10 before 9: names are text', () => {
    expect(canonicalText({ 9: 'a', 10: 'b' })).toBe('{"10":"b","9":"a"}');
  });

  it.each(['\ud800', 'a\udfff', '\\\ud83d'])('refuses the lone surrogate in %j', (lone) => {
    expect(() => canonicalText([lone])).toThrow(Fault);
    expect(() => canonicalText({ b: 1, [lone]: 2 })).toThrow(Fault);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, undefined, 1n])('refuses %s', (value) => {
    expect(() => canonicalText({ value })).toThrow(RangeError);
  });
});

describe('a written report', () => {
  test('is the canonical text of all members and one line feed', () => {
    const sealed = writeReport(validReport());
    const { digest } = sealed;
    const written = reportText(sealed);
    expect(written).toBe(`${slowly({ ...(validReport() as unknown as Record<string, Json>), digest })}\n`);
  });

  test('has the digest of everything but the digest', () => {
    const bytes = new TextEncoder().encode(slowly(validReport() as unknown as Json));
    expect(writeReport(validReport()).digest).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('keeps the digest it states when it is written again', () => {
    const stated = 'f'.repeat(64);
    const again = rewriteReport({ ...validReport(), digest: stated });
    expect(reportText(again)).toContain(`"digest":"${stated}"`);
    expect(again.digest).toBe(writeReport(validReport()).digest);
  });
});
