import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/diagnostics/text-width.js';
import type { DatasetsDiff } from '../../src/factors/diff/change.js';
import type { DiffEffect } from '../../src/report/effect.js';
import { diffEffectText } from '../../src/show/diff-effect-text.js';
import { factorsDiffText } from '../../src/show/factors-diff-text.js';
import { palette } from '../../src/show/palette.js';

const facts = { name: 'sample', version: '1', title: 'sample', sha256: '', factors: 2 };
const diff: DatasetsDiff = {
  old: facts,
  new: { ...facts, version: '2\u001b[31m' },
  changes: [
    { verb: 'create', id: '玻璃纤维', row: { kgco2e: '12.5', unit: 'kg', name: 'Glass', name_zh: '玻璃' } },
    { verb: 'create', id: 'a', row: { kgco2e: '1', unit: '千瓦时', name: 'A' } },
    { verb: 'update', id: 'b', columns: [{ column: 'notes', old: '旧', new: 'x'.repeat(500) }, { column: 'unit', old: 'kWh', new: 'MJ' }], value: { old: '1', old_unit: 'kWh', new: '1', new_unit: 'MJ', difference: '2.6', percent: '260' } },
    { verb: 'split', id: 'c', to: ['c1', 'c2'] },
  ],
};

/** On the screen, where a piece of a line begins. */
function startOf(line: string, piece: string): number {
  return textWidth(line.slice(0, line.indexOf(piece)));
}

describe('the tables of a diff', () => {
  const lines = factorsDiffText(diff, 'zh', palette(0)).split('\n');

  test('stand in line on the screen, Chinese or not', () => {
    const at = lines.findIndex((line) => line.startsWith('新增 (2)'));
    const [head = '', glass = '', other = ''] = lines.slice(at);
    expect(startOf(glass, '  玻璃') + 2).toBe(startOf(head, '名称'));
    expect(startOf(other, 'A')).toBe(startOf(head, '名称'));
    expect(startOf(other, '千瓦时')).toBe(startOf(head, '单位'));
  });

  test('tell a new unit with the value on the old one', () => {
    expect(lines.some((line) => /unit\s+kWh\s+MJ\s+\+2\.6 kg CO2e\/kWh \(\+260 %\)$/u.test(line))).toBe(true);
  });

  test('obey no cell: neither its length nor its escapes', () => {
    expect(lines[0]).toBe('sample 1 (2) → sample 2·[31m (2)');
    expect(Math.max(...lines.map(textWidth))).toBeLessThan(130);
  });
});

test('an effect tells what could not be worked out, and module D apart', () => {
  const effect: DiffEffect = {
    digest: 'x', product: { id: 'p', names: { en: 'Kettle' } }, unit: { kind: 'declared', amount: '1', unit: 'piece' },
    total: { old: '0', new: '1', difference: '1', factors: [], not_computable: [{ factor: 's:a', reason: 'split', kgco2e: '0.5', contributions: [] }] },
    beyond_boundary: { old: '-1', new: '-2', difference: '-1', percent: '-100', factors: [], not_computable: [] },
  };
  const text = diffEffectText(effect, 'en', palette(0));
  expect(text).toMatch(/^effect on the footprint: Kettle \(1 piece\)$/mu);
  expect(text).toMatch(/^total\s+0\s+1\s+\+1$/mu);
  expect(text).toMatch(/^s:a\s+0\s+0\.5\s+split: choose a successor for each line$/mu);
  expect(text).toMatch(/^beyond the boundary \(module D\)\s+-1\s+-2\s+-1\s+-100$/mu);
});
