import { describe, expect, test } from 'vitest';
import { explainReport } from '../../src/report/explain-report.js';
import { explanationText } from '../../src/show/explanation-text.js';
import { palette } from '../../src/show/palette.js';
import { at } from '../report/fixtures/sealed.js';
import { sealedReport } from './report-fixture.js';

const linesOf = (line: number, language: 'en' | 'zh'): string[] =>
  explanationText(explainReport(sealedReport(), { line }), language, palette(0)).split('\n');

describe('an explanation as a tree', () => {
  test('in English: each term with its cell, the factor with its source', () => {
    expect(linesOf(2, 'en')).toEqual([
      'line 2: 1.28 kg CO2e',
      'Towel: 2.82 kg CO2e per 1 piece',
      '├─ raw materials: 1.29 kg CO2e (45.7447 %)',
      '│  └─ cotton (body): 1.25 kg CO2e',
      '│           0.4 kg          quantity                          towel.csv:2:4',
      '│        ÷  0.8             loss 0.2 (share of what goes in)  towel.csv:2:6',
      '│        ×  2.5 kg CO2e/kg  factor base:cotton                Example tables',
      '│        =  1.25 kg CO2e',
      '└─ distribution: 0.03 kg CO2e (1.0638 %)',
      '   └─ cotton (body): 0.03 kg CO2e',
      '            0.4 kg            quantity                          towel.csv:2:8',
      '         ÷  0.8               loss 0.2 (share of what goes in)  towel.csv:2:6',
      '         ×  500               distance                          towel.csv:2:8',
      '         ÷  1000              unit conversion kg*km → tkm',
      '         ×  0.12 kg CO2e/tkm  factor base:truck                 Example tables',
      '         =  0.03 kg CO2e',
      '',
    ]);
  });

  test('in Chinese, with the assembly that an amount rests on', () => {
    // 数量 takes 4 columns, 组件用量 pack 13, 分摊比例 8, 排放因子 supplier:5 19, 损耗 0.25 (占产出量) 20.
    expect(linesOf(5, 'zh')).toEqual([
      '行 5：0.07 kg CO2e',
      '毛巾：2.82 千克二氧化碳当量/1 piece',
      '└─ 原材料获取：1.29 kg CO2e (45.7447 %)',
      '   └─ card (pack)：0.07 kg CO2e',
      '            0.05 kg         数量                 towel.csv:5:4',
      '         ×  2               组件用量 pack',
      '         ×  0.5             分摊比例             towel.csv:5:10',
      '         ×  1.4 kg CO2e/kg  排放因子 supplier:5  Card works, 2024',
      '         =  0.07 kg CO2e',
      '',
      '组件用量 pack：2',
      '└─ towel.csv:4:4',
      '         1.6 piece  数量                  towel.csv:4:4',
      '      ×  1.25       损耗 0.25 (占产出量)  towel.csv:4:6',
      '',
    ]);
  });

  test('tells module D beside the result', () => {
    expect(linesOf(8, 'en')).toEqual([
      'Towel: 2.82 kg CO2e per 1 piece',
      '',
      'beyond the boundary (module D): -0.12 kg CO2e',
      '└─ recovery (body): -0.12 kg CO2e',
      '         0.1 kg           quantity              towel.csv:8:4',
      '      ×  -1.2 kg CO2e/kg  factor base:recovery  Example tables',
      '      =  -0.12 kg CO2e',
      '',
    ]);
  });

  test('holds every contribution and every assembly', () => {
    const text = explanationText(explainReport(sealedReport()), 'en', palette(0));
    for (const { item, component, kgco2e } of sealedReport().inventory.contributions) {
      expect(text).toContain(`${item} (${component}): ${kgco2e} kg CO2e`);
    }
    for (const name of ['pack', 'thread']) expect(text).toContain(`amount of the assembly ${name}: `);
  });

  test('lets no cell steer the terminal', () => {
    const report = sealedReport(({ inventory, factors }) => {
      at(inventory.contributions, 0).item = 'cot\u001b]8;;ton';
      Object.assign(at(factors, 1), { source: 'a\nb' });
    });
    const text = explanationText(explainReport(report), 'en', palette(0));
    expect(text).toContain('cot·]8;;ton');
    expect(text).toContain('a·b');
  });
});
