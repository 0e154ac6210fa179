import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../../../src/diagnostics/findings.js';
import { matchBill } from '../../../src/factors/match/match-bill.js';
import { mappingCsv } from '../../../src/factors/match/mapping-csv.js';
import { readMapping } from '../../../src/input/read-mapping.js';
import { parseUnit } from '../../../src/quantity/parse-unit.js';
import { bomOf, soundBom, source } from '../../input/reading.js';
import { sampleDataset } from '../sample-dataset.js';

const datasets = [
  sampleDataset('set', [
    { id: 'zinc-a', name: 'Zinc, "special"', name_zh: '锌', unit: 'kg', region: 'GLO' },
    { id: 'zinc-b', name: 'Zinc ore', name_zh: '锌矿', unit: 'kg', region: 'GLO' },
  ]),
];
const matching = { top: 3, all: false };

function kilograms(): Parameters<typeof mappingCsv>[0][number]['unit'] {
  const answer = parseUnit('kg');
  if (answer.kind !== 'found') throw new RangeError('kg');
  return answer.unit;
}

describe('a bill', () => {
  it('is matched by item, unit and stage, each once, with all its lines', () => {
    const { lines } = soundBom('item,stage,quantity,unit,factor\nzinc,,1,kg,\nzinc,use,1,kg,\nzinc,,2,公斤,\ntin,,1,kg,set:zinc-b\nzinc,,1,m,\n');
    expect(matchBill(lines, datasets, matching).map(({ item, unit, stage, lines: at }) => [item, unit.symbol, stage, at]))
      .toEqual([['zinc', 'kg', undefined, [2, 4]], ['zinc', 'kg', 'use', [3]], ['zinc', 'm', undefined, [6]]]);
    expect(matchBill(lines, datasets, { ...matching, all: true }).map(({ item }) => item)).toContain('tin');
  });

  it('may lack all columns for factors, where they are looked for or come from a mapping', () => {
    const text = 'item,quantity,unit\nzinc,1,kg\n';
    expect(bomOf(text).problems.map(({ code }) => code)).toEqual(['column-missing']);
    expect(bomOf(text, { factorless: true }).problems).toEqual([]);
  });
});

describe('a mapping to review', () => {
  it('has a row an item, the best candidate as its factor, and nothing confirmed', () => {
    const { lines } = soundBom('item,stage,quantity,unit,factor\nzinc,use,1,kg,\n"no, such",,1,kg,\n');
    const matches = matchBill(lines, datasets, matching);
    const [best, other] = matches[0]?.candidates ?? [];
    expect(mappingCsv(matches, 'en')).toBe([
      '\ufeffitem,unit,stage,factor,factor_name,confirmed,score,candidates,lines',
      `zinc,kg,use,set:zinc-a,"Zinc, ""special""",,${best?.score ?? ''},set:zinc-b (${other?.score ?? ''}),2`,
      '"no, such",kg,,,,,,,3',
      '',
    ].join('\r\n'));
    expect(mappingCsv(matches, 'zh').split('\r\n')[0]).toBe('\ufeff名称,单位,阶段,因子,因子名称,已确认,得分,其他候选,行号');
  });

  it('is read back, item for item, once confirmed, and holds no formula', () => {
    const item = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes('\0'));
    fc.assert(fc.property(fc.uniqueArray(item, { minLength: 1, maxLength: 8 }), fc.constantFrom('en' as const, 'zh' as const), (items, language) => {
      const matches = items.map((name, index) => ({ item: name, unit: kilograms(), lines: [index + 2], candidates: [] }));
      const csv = mappingCsv(matches, language);
      const [header = ''] = csv.split('\r\n');
      const cells = (parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][]).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
      // What a person does: a factor, and a yes.
      const confirmed = csv.slice(header.length).replaceAll(',kg,,,,,,,', ',kg,,set:zinc-a,,yes,,,');
      const findings = new Findings();
      const mapping = readMapping(source(header + confirmed, 'mapping.csv'), findings);
      expect(findings.all()).toEqual([]);
      expect(mapping?.confirmed.map((row) => row.item)).toEqual(items);
    }));
  });
});
