import { describe, expect, test } from 'vitest';
import { palette } from '../../src/show/palette.js';
import { summaryText } from '../../src/show/summary.js';
import { at } from '../report/fixtures/sealed.js';
import { sealedReport } from './report-fixture.js';

const linesOf = (text: string): string[] => text.split('\n');

describe('a summary', () => {
  test('in English', () => {
    // Bars of 20 blocks for the largest, 1.5: 1.29 ÷ 1.5 × 20 = 17.2, 0.03 ÷ 1.5 × 20 = 0.4, which shows as half a block.
    expect(linesOf(summaryText(sealedReport(), 'en', palette(0)))).toEqual([
      'Towel T-40',
      'product carbon footprint: 2.82 kg CO2e per one towel',
      'declared unit: 1 piece (one towel)',
      'system boundary: as listed',
      'status: certified (EX-0001, Example Certification)',
      '',
      'by stage       kg CO2e',
      `raw materials     1.29  45.7 %  ${'█'.repeat(17)}`,
      `manufacturing      1.5  53.2 %  ${'█'.repeat(20)}`,
      'distribution      0.03   1.1 %  ▌',
      'emissions: 2.85',
      'removals and credits: -0.03',
      'beyond the boundary (module D): -0.12',
      '',
      'largest contributions  kg CO2e  factor        place',
      '电力                       1.5  grid:cn       towel.csv:3:4',
      'cotton                    1.25  base:cotton   towel.csv:2:4',
      'card                      0.07  supplier:5    towel.csv:5:4',
      'cotton                    0.03  base:truck    towel.csv:2:8',
      'biochar                  -0.03  base:biochar  towel.csv:7:4',
      '',
      'data quality: primary data 44.4 %, secondary data 52.1 %, proxy data 2.4 %, not stated 1 %',
      'uncertainty: GSD 1.1, 2.331 – 3.412 kg CO2e',
      'defaults filled in: label.display = 3 significant digits',
      'inputs: towel.csv, rows 7, encoding utf-8, delimiter ",", decimal mark "."',
      'inputs: product.json, rows 0, encoding utf-8',
      '',
    ]);
  });

  test('in Chinese lines up by the width of its characters', () => {
    const lines = linesOf(summaryText(sealedReport(), 'zh', palette(0)));
    expect(lines.slice(0, 2)).toEqual(['毛巾 T-40', '产品碳足迹：2.82 kg CO2e/一条毛巾']);
    // 按生命周期阶段 takes 14 columns, 原材料获取 10, 生产制造 8; the amounts end in column 23.
    expect(lines.slice(6, 9)).toEqual([
      '按生命周期阶段  kg CO2e',
      `原材料获取         1.29  45.7 %  ${'█'.repeat(17)}`,
      `生产制造            1.5  53.2 %  ${'█'.repeat(20)}`,
    ]);
  });

  test('falls back to the other language for a name', () => {
    const report = sealedReport(({ product }) => { product.names = { zh: '毛巾' }; });
    expect(linesOf(summaryText(report, 'en', palette(0)))[0]).toBe('毛巾 T-40');
  });

  test('leaves out what a report does not have', () => {
    const text = summaryText(sealedReport((report) => {
      delete report.label.certificate;
      report.label.status = 'self-declared';
      delete report.product.model;
      delete report.result.beyond_boundary;
      delete report.quality.uncertainty;
      report.result.by_sign.negative = '0';
      report.quality.by_data = [];
      report.method.defaults = [];
    }), 'en', palette(0));
    expect(linesOf(text)[0]).toBe('Towel');
    expect(text).toContain('\nstatus: self-declared\n');
    for (const word of ['module D', 'uncertainty', 'removals', 'data quality', 'defaults', 'EX-0001']) expect(text).not.toContain(word);
  });

  test('rounds long amounts for reading, half to even', () => {
    const text = summaryText(sealedReport(({ result }) => {
      at(result.by_stage, 0).value = '0.123450000';
      at(result.by_stage, 1).value = `0.${'3'.repeat(50)}`;
      at(result.by_stage, 2).value = '123456.7';
    }), 'en', palette(0));
    for (const shown of [' 0.1234 ', ' 0.3333 ', ' 123457 ']) expect(text).toContain(shown);
  });

  test('lets no cell steer the terminal', () => {
    const text = summaryText(sealedReport(({ inventory }) => { at(inventory.contributions, 2).item = '\u001b[31mred\u202e'; }), 'en', palette(0));
    expect(text).toContain('·[31mred·');
    expect(text).not.toContain('\u001b');
  });

  test('in colour says the same', () => {
    const coloured = summaryText(sealedReport(), 'zh', palette(1));
    expect(coloured).toContain('\u001b[');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(summaryText(sealedReport(), 'zh', palette(0)));
  });
});
