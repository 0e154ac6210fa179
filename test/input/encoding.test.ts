import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { decode } from '../../src/input/encoding.js';
import { FaultWatch } from '../../src/input/fault-watch.js';

function decoded(bytes: Uint8Array, named?: string): { text?: string; encoding?: string; codes: string[] } {
  const findings = new Findings();
  const read = decode({ name: 'a.csv', bytes }, new FaultWatch(findings), named);
  return { ...read, codes: findings.all().map((found) => found.code) };
}

const TEXT = 'item,数量\r\n棉纱,1.5\r\n';
// GB/T 2312 codes: 数 CAFD, 量 C1BF, 棉 C3DE, 纱 C9B4.
const GB18030 = Buffer.concat([
  Buffer.from('item,'), Buffer.from('cafdc1bf', 'hex'), Buffer.from('\r\n'),
  Buffer.from('c3dec9b4', 'hex'), Buffer.from(',1.5\r\n'),
]);
const LE = Buffer.from(TEXT, 'utf16le');
const BE = Buffer.from(TEXT, 'utf16le').swap16();

describe('decode', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8-bom', Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(TEXT)])],
    ['utf-16le', Buffer.concat([Buffer.from('fffe', 'hex'), LE])],
    ['utf-16be', Buffer.concat([Buffer.from('feff', 'hex'), BE])],
    ['utf-16le', LE],
    ['utf-16be', BE],
    ['gb18030', GB18030],
    ['gb18030', Buffer.concat([Buffer.from('84319533', 'hex'), GB18030])],
  ])('reads %s, and leaves no byte order mark in the text', (encoding, bytes) => {
    expect(decoded(bytes)).toEqual({ text: TEXT, encoding, codes: [] });
  });

  it('reads UTF-16 without a mark where most words are Chinese and 一 (4E00) gives NUL low bytes', () => {
    const text = '产品,名称,数量,单位\n一一一一棉纱一一,原材料棉花一,1,千克\n';
    expect(decoded(Buffer.from(text, 'utf16le'))).toEqual({ text, encoding: 'utf-16le', codes: [] });
  });

  it('reads the four-byte characters of GB18030', () => {
    // 0x81308130 is U+0080, 0x90308130 is U+10000 (GB 18030-2005, linear four-byte ranges).
    expect(decoded(Buffer.from('c3de81308130c3de90308130', 'hex')).text).toBe('棉\u0080棉\u{10000}');
  });

  it.each([
    ['neither UTF-8 nor GB18030', 'ff41'],
    ['a character cut at the end', 'c3dec9'],
    ['Windows-1252: "Stück" would decode as GB18030, into another word', '53 74 fc 63 6b'.replaceAll(' ', '')],
    ['Windows-1252: "Stück, Größe", where an accented pair weighs as much as an accent before a letter', '53 74 fc 63 6b 2c 20 47 72 f6 df 65'.replaceAll(' ', '')],
    ['Windows-1252: "Größe" alone, whose pair is a rare character', '47 72 f6 df 65'.replaceAll(' ', '')],
    ['NUL in UTF-8', '612c00620a'],
    ['UTF-16 of an odd length', 'fffe610062'],
    ['a lone surrogate in UTF-16', 'fffe00d86100'],
    ['a ZIP container', '504b03041400060008000000210000ff'],
  ])('refuses %s', (_, hex) => {
    expect(decoded(Buffer.from(hex, 'hex'))).toEqual({ codes: ['encoding-unreadable'] });
  });

  it('follows the encoding that is named, under its other names too', () => {
    expect(decoded(Buffer.from('53fc', 'hex'), 'utf-8').codes).toEqual(['encoding-unreadable']);
    expect(decoded(GB18030, 'GBK')).toEqual({ text: TEXT, encoding: 'gb18030', codes: [] });
    // The bytes of é in UTF-8, C3 A9, are 茅 in GB18030.
    expect(decoded(Buffer.from('c3a9', 'hex')).text).toBe('é');
    expect(decoded(Buffer.from('c3a9', 'hex'), 'gb18030').text).toBe('茅');
    expect(decoded(GB18030, 'latin-1').codes).toEqual(['encoding-unknown']);
  });

  it('takes any text through UTF-8 and marked UTF-16 and back', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !/\p{Surrogate}/u.test(text));
      const wide = Buffer.from(text, 'utf16le');
      expect(decoded(Buffer.concat([Buffer.from('fffe', 'hex'), wide])).text).toBe(text);
      expect(decoded(Buffer.concat([Buffer.from('efbbbf', 'hex'), Buffer.from(text)])).text).toBe(text);
      expect(decoded(Buffer.from(text)).text).toBe(text);
    }));
  });
});
