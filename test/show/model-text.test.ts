import { describe, expect, test } from 'vitest';
import { explainReport } from '../../src/report/explain-report.js';
import type { FootprintReport } from '../../src/report/report.js';
import { elevator } from '../../src/sectors/elevator/elevator.js';
import { explanationText } from '../../src/show/explanation-text.js';
import { palette } from '../../src/show/palette.js';
import { summaryText } from '../../src/show/summary.js';
import { makerWith, productFile } from '../support/making.js';

/** Two elevators of 2 kg of steel and ropes of 3 kg that last 8 of 25 years: 25 ÷ 8 rounded up, less the first set, is 3. */
function reportOf(): FootprintReport {
  const { report, exit } = makerWith([{ id: 'steel', unit: 'kg', kgco2e: '2', source: 'invented' }])(
    'item,stage,quantity,unit,factor\nsteel,A1,2,kg,steel\n',
    {
      sector: elevator,
      product: productFile({
        sector: 'elevator',
        boundary: { type: 'cradle-to-grave' },
        unit: { kind: 'declared', amount: '2', unit: 'piece' },
        parameters: {
          service_life: '25 a',
          use: { rated_load: '1 t', travel_height: '30 m', stops: '10', usage_category: '3', operating_days: 'preset:every-day' },
          replacements: [{ name: 'ropes', mass: '3 kg', life: '8 a', factor: 'steel' }],
        },
      }),
    },
  );
  if (report === undefined || exit !== 0) throw new Error('the report of this test cannot be made');
  return report;
}

const report = reportOf();
const explained = (language: 'en' | 'zh'): string[] => explanationText(explainReport(report), language, palette(0)).replaceAll(/product\.json:1:\d+/g, 'product.json').split('\n');

describe('an explanation of what a model made', () => {
  test('shows formula, inputs and their status', () => {
    const lines = explained('en');
    const from = lines.findIndex((line) => line.includes('ropes (replaced parts)'));
    expect(lines.slice(from, from + 11)).toEqual([
      '│  └─ ropes (replaced parts): 36 kg CO2e',
      '│     │     9 kg          quantity               product.json',
      '│     │  ×  2             reference flow',
      '│     │  ×  2 kg CO2e/kg  factor invented:steel  invented',
      '│     │  =  36 kg CO2e',
      '│     └─ ropes replaced: 9 kg [derived]',
      '│        │  = sets * mass',
      '│        ├─ sets · sets of ropes after the first: 3 [derived]',
      '│        │  │  = roundup(service / life) - 1',
      '│        │  ├─ service · service life: 25 a [given, product.json]',
      '│        │  └─ life · life of a set: 8 a [given, product.json]',
    ]);
  });

  test('ends with the reference products a declared unit takes', () => {
    expect(explained('zh').slice(-4)).toEqual([
      '每声明单位的基准产品数：2 [导出]',
      '│  = amount',
      '└─ amount · 声明单位的数量：2 piece [给出, product.json]',
      '',
    ]);
  });

  test('tells a tree once', () => {
    // The work of a year hangs under two lines where energy is asked for; here under none, so nothing is above.
    expect(explained('en').join('\n')).not.toContain('see above');
  });
});

describe('a summary of a modelled product', () => {
  const lines = (language: 'en' | 'zh'): string[] => summaryText(report, language, palette(0)).split('\n');

  test('names the rule and what quantities are per', () => {
    expect(lines('en')).toEqual(expect.arrayContaining([
      'category rule: elevator 2026.1',
      'quantities are per: one elevator over its service life',
    ]));
  });

  test('shows the modules', () => {
    const all = lines('en');
    expect(all.slice(all.indexOf('by module  kg CO2e'), all.indexOf('by module  kg CO2e') + 3)).toEqual([
      'by module  kg CO2e', 'A1               8', 'B4              36',
    ]);
  });

  test('lists the defaults, and apart what nobody has verified', () => {
    expect(lines('en')).toEqual(expect.arrayContaining([
      'defaults of the rule: trips.3 = 300, travel-share.more stops, category 1 to 3 = 0.49, load-share.to 1275 kg, category 1 to 3 = 0.045',
      'not verified by anybody: use.operating_days = 365',
    ]));
    expect(lines('zh')).toContain('未经核实：use.operating_days = 365');
  });
});
