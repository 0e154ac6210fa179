import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { HIGHEST_RATIO, LARGEST_ENTRY, MOST_ENTRIES, openArchive, type Archive } from '../../src/input/archive.js';
import { FaultWatch } from '../../src/input/fault-watch.js';
import { zipOf, type ZipFile } from '../support/zip-writer.js';

function opened(bytes: Uint8Array): { archive: Archive | undefined; problems: () => unknown[] } {
  const findings = new Findings();
  const archive = openArchive({ name: 'x.zip', bytes }, new FaultWatch(findings));
  return { archive, problems: () => findings.all().map(({ code, args }) => ({ code, ...args })) };
}

function refusal(files: readonly ZipFile[]): unknown {
  const { archive, problems } = opened(zipOf(files));
  for (const name of archive?.names ?? []) expect(archive?.read(name)).toBeUndefined();
  return problems()[0];
}

describe('openArchive', () => {
  it('gives back what was put in, stored or deflated, with any comment', () => {
    const file = fc.record({ content: fc.uint8Array({ maxLength: 300 }), stored: fc.boolean(), zip64: fc.boolean() });
    fc.assert(fc.property(fc.array(file, { maxLength: 5 }), fc.string({ maxLength: 30 }), (files, comment) => {
      const named = files.map((each, index) => ({ ...each, name: `a/文件${String(index)}.bin` }));
      const { archive, problems } = opened(zipOf(named, comment));
      expect(problems()).toEqual([]);
      expect(archive?.names).toEqual(named.map(({ name }) => name));
      for (const { name, content } of named) expect(Buffer.from(archive?.read(name) ?? []).equals(Buffer.from(content))).toBe(true);
    }));
  });

  it('has no files but those in it, and no folders among them', () => {
    const { archive } = opened(zipOf([{ name: 'folder/', content: '', stored: true }, { name: 'folder/a', content: 'x' }]));
    expect(archive?.names).toEqual(['folder/a']);
    expect(archive?.read('folder/')).toBeUndefined();
    expect(archive?.read('__proto__')).toBeUndefined();
    expect(opened(zipOf([])).archive?.names).toEqual([]);
  });

  it('reads an archive that lies in a larger buffer', () => {
    const zip = zipOf([{ name: 'a', content: 'text' }]);
    const buffer = new Uint8Array(zip.length + 10);
    buffer.set(zip, 7);
    const { archive } = opened(buffer.subarray(7, 7 + zip.length));
    expect(new TextDecoder().decode(archive?.read('a'))).toBe('text');
  });

  it('reads names in the code page of a Chinese Windows', () => {
    // 清单: C7E5 B5A5 in GB18030
    const { archive } = opened(zipOf([{ name: '', nameBytes: Uint8Array.of(0xc7, 0xe5, 0xb5, 0xa5), flags: 0, content: 'x' }]));
    expect(archive?.names).toEqual(['清单']);
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'c:a', 'a\\b', '..', 'a/..', 'a\0b', ''])('refuses the name %j', (name) => {
    expect(refusal([{ name, content: 'x' }])).toMatchObject({ code: 'archive-unsafe', detail: 'outside' });
  });

  it('takes names that only look like it', () => {
    const names = ['a..b', '..a', 'a/...', '.hidden', 'ab:c', '[Content_Types].xml', '__proto__'];
    expect(opened(zipOf(names.map((name) => ({ name, content: 'x' })))).archive?.names).toEqual(names);
  });

  it('refuses two files of one name', () => {
    expect(refusal([{ name: 'a', content: 'x' }, { name: 'a', content: 'y' }])).toEqual({ code: 'archive-unsafe', entry: 'a', detail: 'twice' });
  });

  it('refuses what bursts', () => {
    // Five million zeros deflate to about 4.9 kB, a thousandth.
    expect(refusal([{ name: 'a', content: new Uint8Array(5_000_000) }])).toEqual({ code: 'archive-unsafe', entry: 'a', detail: 'ratio' });
    expect(HIGHEST_RATIO).toBeLessThan(1000);
    const stated = (size: number): ZipFile => ({ name: 'a', content: 'x', size });
    expect(refusal([stated(LARGEST_ENTRY + 1)])).toEqual({ code: 'archive-too-large', entry: 'a', limit: '256 MB', of: 'bytes' });
    const many = ['a', 'b', 'c'].map((name) => ({ ...stated(200_000_000), name }));
    expect(refusal(many)).toEqual({ code: 'archive-too-large', entry: '', limit: '512 MB', of: 'bytes' });
    const crowd = Array.from({ length: MOST_ENTRIES + 1 }, (_, index) => ({ name: String(index), content: '', stored: true }));
    expect(refusal(crowd)).toEqual({ code: 'archive-too-large', entry: '', limit: '10000', of: 'files' });
  });

  it('unpacks no more than is stated', () => {
    expect(refusal([{ name: 'a', content: 'x'.repeat(5000), size: 10 }])).toMatchObject({ detail: 'damaged', entry: 'a' });
    expect(refusal([{ name: 'a', content: 'x'.repeat(10), size: 5000 }])).toMatchObject({ detail: 'damaged' });
    expect(refusal([{ name: 'a', content: 'x', size: 0 }])).toMatchObject({ detail: 'damaged' });
  });

  it('refuses what it cannot read, and says why', () => {
    expect(refusal([{ name: 'a', content: 'x', crc: 1 }])).toEqual({ code: 'archive-unreadable', entry: 'a', detail: 'damaged' });
    expect(refusal([{ name: 'a', content: 'x', flags: 1 }])).toEqual({ code: 'archive-unreadable', entry: 'a', detail: 'encrypted' });
    // 9 is Deflate64.
    expect(refusal([{ name: 'a', content: 'x', method: 9 }])).toEqual({ code: 'archive-unreadable', entry: 'a', detail: 'method' });
    expect(opened(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)).problems()).toEqual([{ code: 'archive-unreadable', entry: '', detail: 'no-directory' }]);
  });

  it('never throws on damage: a byte changed or the end cut off', () => {
    const sound = zipOf([{ name: 'a.xml', content: 'some text, some text' }, { name: 'b', content: 'b', zip64: true }]);
    fc.assert(fc.property(fc.nat(sound.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const bytes = cut ? sound.slice(0, at) : Uint8Array.from(sound);
      if (!cut) bytes[at] = byte;
      const { archive, problems } = opened(bytes);
      const texts = (archive?.names ?? []).map((name) => archive?.read(name));
      if (cut) expect(problems().length).toBeGreaterThan(0);
      // What is read without a problem is what was written: the checksums see to it.
      if (problems().length === 0) for (const text of texts) expect(['some text, some text', 'b']).toContain(new TextDecoder().decode(text));
    }), { numRuns: 500 });
  });
});
