import { expect, it } from 'vitest';
import { institutionText } from '../../src/show/institution-text.js';
import { palette } from '../../src/show/palette.js';
import { makeFrom, PROFILE } from './making.js';

const { made } = makeFrom([
  'main,2023,electricity,2000,kWh,grid,', 'main,2024,electricity,1000,kWh,grid,', 'main,2024,electricity,600,kWh,pv_generated,',
  'main,2024,electricity,600,kWh,pv_used,', 'main,2024,electricity,0,kWh,pv_exported,', 'main,2024,R-32,2,kg,refrigerant,r32',
], {
  ...PROFILE, names: { en: 'Office', zh: '机关' }, avoided: { factor: 'old-2012' }, residual_factor: 'residual',
  institutions: [{ id: 'office', years: [{ year: '2024', area: '500', persons: '10' }] }],
});

// 1600 kWh × 0.1229 kgce/kWh = 196.64 kgce; renewable 600 × 0.1229 = 73.74 kgce, 600 ÷ 1600 = 37.5 %.
// Scope 1: 2 kg × 771. Scope 2: 1000 kWh × 0.4, and at the residual 0.6. Baseline: 2000 × 0.5 = 1000 kg.
// Change: (1542 + 400) − 1000 = 942; activity (1000 − 2000) × 0.5; factor 400 − 1000 × 0.5; boundary, the refrigerant, 1542.
// Per person 1942 ÷ 10, per m2 1942 ÷ 500. Avoided: 600 kWh × 0.7 and × 0.55.
it.each([
  ['en', `Office
period: 2024-01-01 – 2024-12-31
energy: 0.1966 tce (gb-t-2589, electricity at its calorific value), 1600 kWh
renewable share by electricity: 37.5 % (600 ÷ 1600 kWh); baseline 0 %, +37.5 percentage points
renewable share by energy: 37.5 % (73.74 ÷ 196.6 kgce); baseline 0 %, +37.5 percentage points
scope 1: 1542 kg CO2e
scope 2: 400 kg CO2e (location-based), 600 kg CO2e (market-based)
change from the baseline: 942 kg CO2e = -500 + -100 + 1542 (activity + factor + boundary)
per person: 160 kWh, 19.66 kgce, 194.2 kg CO2e
per m2: 3.2 kWh, 0.3933 kgce, 3.884 kg CO2e
avoided by PV, beside the inventory: 0.42 t CO2e (600 kWh × invented:old-2012, 2012, average, CO2 only); invented:old-2023: 0.33 t CO2e
claim: none (neither)
`],
  ['zh', `机关
报告期：2024-01-01 – 2024-12-31
综合能耗：0.1966 tce (gb-t-2589, 电力按当量值), 1600 kWh
可再生占比（按电量）：37.5 % (600 ÷ 1600 kWh); 基准期 0 %, +37.5 个百分点
可再生占比（按能耗）：37.5 % (73.74 ÷ 196.6 kgce); 基准期 0 %, +37.5 个百分点
范围一：1542 kg CO2e
范围二：400 kg CO2e (基于位置), 600 kg CO2e (基于市场)
较基准期变化：942 kg CO2e = -500 + -100 + 1542 (活动量＋因子＋边界)
每人：160 kWh, 19.66 kgce, 194.2 kg CO2e
每平方米：3.2 kWh, 0.3933 kgce, 3.884 kg CO2e
光伏减排量（不计入排放清单）：0.42 t CO2e (600 kWh × invented:old-2012, 2012, 平均因子，仅CO2); invented:old-2023：0.33 t CO2e
声明级别：无 (以上均不满足)
`],
] as const)('shows an institution to people in %s', (language, text) => {
  if (made === undefined) throw new Error('no report');
  expect(institutionText(made, language, palette(0))).toBe(text);
});
