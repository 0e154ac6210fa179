import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import { guarded, unguarded } from '../../src/input/mapping-columns.js';
import type { Mapping } from '../../src/input/mapping.js';
import { readMapping } from '../../src/input/read-mapping.js';
import { faults, source } from './reading.js';

function mappingOf(content: string | Uint8Array): { mapping: Mapping | undefined; problems: Problem[] } {
  const findings = new Findings();
  return { mapping: readMapping(source(content, 'mapping.csv'), findings), problems: findings.all() };
}

describe('a mapping', () => {
  it('is read with English and with Chinese headers, in any encoding that a bill may have', () => {
    const english = mappingOf('item,unit,stage,factor,factor_name,confirmed,score,candidates,lines\nbody,kg,use,a:steel,Steel,yes,0.9,b:x (0.8),2 3\n');
    const chinese = mappingOf('\ufeff名称;单位;阶段;因子;因子名称;已确认;得分;其他候选;行号\r\nbody;公斤;使用;a:steel;钢;是;0.9;;2\r\n');
    expect(english.problems).toEqual([]);
    expect(chinese.problems).toEqual([]);
    const [row] = english.mapping?.confirmed ?? [];
    expect(row).toMatchObject({ line: 2, item: 'body', stage: 'use', factor: 'a:steel', unit: { symbol: 'kg' } });
    expect(chinese.mapping?.confirmed).toEqual([row]);
    expect(chinese.mapping?.input).toMatchObject({ name: 'mapping.csv', role: 'mapping', rows: 1, delimiter: ';', newline: 'CRLF' });
    // What Excel saves in China: 名称,因子,已确认 / 铝,a,是 in GB18030.
    const gb = Uint8Array.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd2, 0xf2, 0xd7, 0xd3, 0x2c, 0xd2, 0xd1, 0xc8, 0xb7, 0xc8, 0xcf, 0x0a,
      0xc2, 0xc1, 0x2c, 0x61, 0x2c, 0xca, 0xc7, 0x0a,
    ]);
    expect(mappingOf(gb).mapping?.confirmed).toEqual([{ line: 2, item: '铝', factor: 'a' }]);
  });

  it.each(['yes', 'YES', ' y ', 'x', 'X', '1', '是', '已确认', '√', '✓', 'TRUE', 'ｙｅｓ'])('takes %s for confirmed', (word) => {
    expect(mappingOf(`item,factor,confirmed\nbody,steel,${word}\n`).mapping?.confirmed).toHaveLength(1);
  });

  it.each(['', 'no', 'n', '0', '否', 'FALSE'])('takes "%s" for not confirmed, whatever else the row holds', (word) => {
    const { mapping, problems } = mappingOf(`item,unit,factor,confirmed\nbody,parsec,,${word}\n`);
    expect(problems).toEqual([]);
    expect(mapping?.confirmed).toEqual([]);
    expect([...mapping?.unconfirmed ?? []]).toEqual([['body', 2]]);
  });

  it('tells all its faults at once', () => {
    const { mapping, problems } = mappingOf([
      'item,unit,stage,factor,confirmed',
      'a,parsec,use,steel,yes',
      'b,kg,usage,steel,yes',
      'c,kg,use,,yes',
      ',kg,use,steel,yes',
      'd,kg,use,steel,perhaps',
      'e,kg,use,=1+1,yes',
      'f,kg,use,steel,yes',
      'f,kg,use,zinc,yes',
    ].join('\n'));
    expect(mapping).toBeUndefined();
    expect(faults(problems)).toEqual([
      'unit-unknown 2:2', 'word-unknown 3:3', 'mapping-factor-missing 4:4', 'cell-missing 5:1', 'word-unknown 6:5',
      'cell-formula 7:4', 'mapping-factor-missing 7:4', 'mapping-conflict 9:4',
    ]);
  });

  it('wants the columns that make it one', () => {
    expect(faults(mappingOf('item,score\nbody,1\n').problems)).toEqual(['column-missing 1:0', 'column-missing 1:0']);
  });

  it.each([
    ['the same row twice', 'body,kg,use,steel,yes\nbody,kg,use,steel,yes', []],
    ['two factors', 'body,,,steel,yes\nbody,,,zinc,yes', ['mapping-conflict 3:4']],
    ['one row for every unit beside one for kg', 'body,,,steel,yes\nbody,kg,,zinc,yes', ['mapping-conflict 3:4']],
    ['one unit under two names', 'body,kg,,steel,yes\nbody,公斤,,zinc,yes', ['mapping-conflict 3:4']],
    ['two units', 'body,kg,,steel,yes\nbody,m,,zinc,yes', []],
    ['two stages', 'body,,use,steel,yes\nbody,,end_of_life,zinc,yes', []],
    ['a stage beside a unit: a line may have both', 'body,,use,steel,yes\nbody,kg,,zinc,yes', ['mapping-conflict 3:4']],
    ['a second factor that nobody confirmed', 'body,,,steel,yes\nbody,,,zinc,', []],
  ])('judges %s', (_, rows, expected) => {
    expect(faults(mappingOf(`item,unit,stage,factor,confirmed\n${rows}\n`).problems)).toEqual(expected);
  });
});

describe('cells that a spreadsheet would run', () => {
  it('are guarded, and read back as they were', () => {
    fc.assert(fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '＝', '1') })),
      (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      },
    ));
  });
});
