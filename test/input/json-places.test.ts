import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlaces } from '../../src/input/json-places.js';

function accepts(text: string): boolean {
  return !('detail' in jsonPlaces(text));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonPlaces', () => {
  it('finds members and elements by their pointers', () => {
    const text = '{ "a": [1, {"b/c": null}],\n "~": "x" }';
    const places = jsonPlaces(text);
    if ('detail' in places) throw new Error(places.detail);
    expect([...places]).toEqual([
      ['', 0], ['/a', 2], ['/a/0', 8], ['/a/1', 11], ['/a/1/b~1c', 12], ['/~0', 28],
    ]);
  });

  it.each([
    ['{"a": 1,}', 8], ['{"a" 1}', 5], ['[1 2]', 3], ['{"a": tru}', 6], ['', 0], ['{"a": "b', 6], ['{} x', 3], ["{'a': 1}", 1],
    ['[01]', 2], ['["\n"]', 1], ['{"a": 1, "a": 2}', 9], ['{"a": 1, "\\u0061": 2}', 9], ['[NaN]', 1],
  ])('finds the fault of %j at %d', (text, offset) => {
    expect(jsonPlaces(text)).toMatchObject({ offset });
  });

  it('refuses nesting that could exhaust the stack', () => {
    expect(accepts('['.repeat(64) + ']'.repeat(64))).toBe(true);
    expect(accepts('['.repeat(100_000))).toBe(false);
  });

  it('accepts what JSON.parse accepts, but for members named twice', () => {
    fc.assert(fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\', ' '), (json, seed, slip) => {
      const at = seed % (json.length + 1);
      const spoilt = json.slice(0, at) + slip + json.slice(at + 1);
      expect(accepts(json)).toBe(true);
      const read = jsonPlaces(spoilt);
      if ('detail' in read && read.detail.endsWith(' twice')) return;
      expect(accepts(spoilt)).toBe(parses(spoilt));
    }), { numRuns: 2000 });
  });
});
