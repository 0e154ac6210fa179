// node bench/match.mjs: how often `tanji match` finds the factors of bench/match/labels.csv (build first).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ratesOf, readLabels } from './match/labels.mjs';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tanji-match-'));

function matched(labels, region) {
  const bill = join(folder, 'bom.csv');
  const rows = labels.map(({ name, unit }) => `"${name.replaceAll('"', '""')}",1,${unit}`);
  writeFileSync(bill, ['item,quantity,unit', ...rows, ''].join('\n'));
  const words = ['match', bill, '--json', '--top', '3', ...(region === '' ? [] : ['--region', region])];
  const items = JSON.parse(execFileSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  const byLine = new Map(items.flatMap((item) => item.lines.map((line) => [line, item])));
  return labels.map((label, index) => ({
    ...label,
    found: (byLine.get(index + 2)?.candidates ?? []).map(({ dataset, id }) => `${dataset}:${id}`),
  }));
}

const labels = readLabels();
const regions = [...new Set(labels.map(({ region }) => region))];
const answers = regions.flatMap((region) => matched(labels.filter((label) => label.region === region), region));
rmSync(folder, { recursive: true });

console.log('                              names   first   in three   (aims 80, 95)');
for (const [title, holds] of [
  ['en', ({ language }) => language === 'en'],
  ['zh', ({ language }) => language === 'zh'],
  ['trade, tuning half', ({ set, half }) => set === 'trade' && half === 'tuning'],
  ['trade, held out', ({ set, half }) => set === 'trade' && half === 'held out'],
  ['nomenclature, tuning half', ({ set, half }) => set === 'nomenclature' && half === 'tuning'],
  ['nomenclature, held out', ({ set, half }) => set === 'nomenclature' && half === 'held out'],
]) {
  const { names, first, three } = ratesOf(answers.filter(holds));
  console.log(`${title.padEnd(28)} ${String(names).padStart(6)} ${first.toFixed(1).padStart(7)} ${three.toFixed(1).padStart(10)}`);
}
console.log('\nmissed (the first answer is wrong):');
for (const { name, unit, right, found } of answers) {
  if (!right.includes(found[0])) console.log(`${name} (${unit}): ${found.join(', ') || 'none'}; right: ${right.join(', ')}`);
}
