import type { Sheet } from '../sectors/sheet.js';
import type { EmissionsOfYear, LeafEmission } from './emissions.js';
import { carrierName, originName } from './names.js';
import { sumIn } from './year-sums.js';

/** Ids of the sheet, kg CO2e: the three effects add up to the change exactly. */
export interface Change {
  readonly total: string;
  readonly activity: string;
  readonly factor: string;
  readonly boundary: string;
}

/**
 * The change of scopes 1 and 2 (location-based) from the baseline, by origin, carrier and site: the amounts with the old
 * factor, (q1 − q0) × e0 ÷ q0; the factors with the new amounts, e1 − q1 × e0 ÷ q0; and what one of the years alone has.
 */
export function changeOf(report: EmissionsOfYear, baseline: EmissionsOfYear, sheet: Sheet): Change {
  const [now, before] = [grouped(report.entries), grouped(baseline.entries)];
  const effects: Record<'activity' | 'factor' | 'boundary', string[]> = { activity: [], factor: [], boundary: [] };
  for (const [index, key] of [...new Set([...before.keys(), ...now.keys()])].sort().entries()) {
    const [own, old] = [now.get(key) ?? [], before.get(key) ?? []];
    const { leaf } = own[0] ?? old[0] ?? {};
    if (leaf === undefined) continue;
    const what = { en: `${originName(leaf.origin).en}, ${carrierName(leaf.carrier).en}`, zh: `${originName(leaf.origin).zh}，${carrierName(leaf.carrier).zh}` };
    const id = (last: string): string => `change.${String(index + 1)}.${last}`;
    const sum = (last: string, en: string, zh: string, unit: string, ids: readonly string[]): string => (
      sumIn(sheet, id(last), { en: `${what.en}: ${en}`, zh: `${what.zh}：${zh}` }, unit, ids)
    );
    const [q1, q0] = [sum('q1', 'amount', '数量', leaf.unit, own.map((each) => each.leaf.id)), sum('q0', 'amount of the baseline', '基准期数量', leaf.unit, old.map((each) => each.leaf.id))];
    const [e1, e0] = [sum('e1', 'emissions', '排放', 'kg', own.map((each) => each.location)), sum('e0', 'emissions of the baseline', '基准期排放', 'kg', old.map((each) => each.location))];
    const names = (en: string, zh: string): { en: string; zh: string } => ({ en: `${what.en}: ${en}`, zh: `${what.zh}：${zh}` });
    if (own.length === 0 || old.length === 0 || sheet.value(q0).isZero) {
      effects.boundary.push(sheet.derive(id('boundary'), { names: names('in one year alone', '仅一年存在'), unit: 'kg', formula: 'e1 - e0', inputs: { e1, e0 } }));
      continue;
    }
    effects.activity.push(sheet.derive(id('activity'), { names: names('change of the amount', '数量变化'), unit: 'kg', formula: '(q1 - q0) * e0 / q0', inputs: { q1, q0, e0 } }));
    effects.factor.push(sheet.derive(id('factor'), { names: names('change of the factor', '因子变化'), unit: 'kg', formula: 'e1 - q1 * e0 / q0', inputs: { e1, q1, e0, q0 } }));
  }
  return {
    total: sheet.derive('change.total', {
      names: { en: 'change from the baseline, location-based', zh: '较基准期变化（基于位置）' }, unit: 'kg', formula: 'now - before',
      inputs: { now: report.total.location_based, before: baseline.total.location_based },
    }),
    activity: sumIn(sheet, 'change.activity', { en: 'activity effect', zh: '活动量效应' }, 'kg', effects.activity),
    factor: sumIn(sheet, 'change.factor', { en: 'factor effect', zh: '因子效应' }, 'kg', effects.factor),
    boundary: sumIn(sheet, 'change.boundary', { en: 'boundary effect', zh: '边界效应' }, 'kg', effects.boundary),
  };
}

function grouped(entries: readonly LeafEmission[]): Map<string, LeafEmission[]> {
  const groups = new Map<string, LeafEmission[]>();
  for (const entry of entries) {
    if (entry.scope === 'scope_3') continue;
    const { origin, carrier, site } = entry.leaf;
    // A contract for green power changes no location-based factor and no boundary: it is bought electricity as before.
    const key = [origin === 'green_power' ? 'grid' : origin, carrier, site].join('\u0000');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  return groups;
}
