import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ReportNames } from '../../src/cli/report-names.js';

function namesOf(...products: string[]): string[] {
  const names = new ReportNames();
  return products.map((product) => names.nameOf(product));
}

/** `printf %s PRODUCT | sha256sum | cut -c1-12` */
function mark(product: string): string {
  return createHash('sha256').update(product).digest('hex').slice(0, 12);
}

describe('the file name of a report', () => {
  it.each([
    ['TS-100', 'TS-100.json'],
    ['围巾 2', '围巾 2.json'],
    // What parts folders, or Windows takes in no name.
    ['a/b', 'a%2Fb.json'],
    ['a\\b:c', 'a%5Cb%3Ac.json'],
    ['10" <x>|*?', '10%22 %3Cx%3E%7C%2A%3F.json'],
    ['tab\there', 'tab%09here.json'],
    // Else two ids could have one name.
    ['a%2Fb', 'a%252Fb.json'],
    ['a~b', 'a%7Eb.json'],
    ['..', '%2E..json'],
    ['.hidden', '%2Ehidden.json'],
    // Devices of Windows, with whatever ending.
    ['con', '%63on.json'],
    ['COM1', '%43OM1.json'],
    ['Nul.v2', '%4Eul.v2.json'],
    ['console', 'console.json'],
    ['com10', 'com10.json'],
  ])('%s is %s', (product, name) => {
    expect(namesOf(product)).toEqual([name]);
  });

  it('differs also where letters differ by case, form or width alone', () => {
    expect(namesOf('a', 'A', 'é', 'e\u0301', 'Ａ')).toEqual(['a.json', 'A~559aead08264.json', 'é.json', `e\u0301~${mark('e\u0301')}.json`, `Ａ~${mark('Ａ')}.json`]);
  });

  it('is cut where an id is too long, between letters', () => {
    // 66 letters of three bytes are 198 bytes.
    expect(namesOf('x'.repeat(300), '围'.repeat(100))).toEqual([`${'x'.repeat(200)}~${mark('x'.repeat(300))}.json`, `${'围'.repeat(66)}~${mark('围'.repeat(100))}.json`]);
  });

  it('is one that each system takes, and no other product has', () => {
    const letters = fc.constantFrom('a', 'A', 'con', 'NUL', '.', '/', '\\', '%', '~', ' ', 'é', 'e\u0301', 'ß', 'SS', '围', '2F', 'x'.repeat(150), '\u0001');
    const ids = fc.uniqueArray(fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')), { maxLength: 40 });
    fc.assert(fc.property(ids, (products) => {
      const names = namesOf(...products);
      const folded = names.map((name) => name.normalize('NFKC').toUpperCase().toLowerCase());
      expect(new Set(folded).size).toBe(products.length);
      for (const name of names) {
        expect(name).toMatch(/^[^\u0000-\u001F<>:"/\\|?*]+\.json$/u);
        expect(name).not.toMatch(/^\.|^(?:con|prn|aux|nul|com\d|lpt\d)\s*\./iu);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }
    }));
  });
});
