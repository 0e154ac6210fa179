// node bench/large-bill.mjs [rounds]: a bill of 100,000 lines for one product, beside csv-parse merely parsing it (build first).
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, medianRatio, peakMegabytes, sideBySide } from './beside.mjs';
import { billOf } from './bills.mjs';

const LINES = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'tanji-bench-'));
const bill = join(folder, 'bom.csv');
writeFileSync(bill, billOf(LINES));

const parse = { name: 'csv-parse, parse and drop', words: [fileURLToPath(new URL('parse-only.mjs', import.meta.url)), bill] };
const calc = {
  name: 'tanji calc -o report.json',
  words: [fileURLToPath(new URL('../dist/main.js', import.meta.url)), 'calc', bill, '--quiet', '-o', join(folder, 'report.json')],
};
const figures = sideBySide([parse, calc], Number(process.argv[2] ?? 7));
const base = figures.get(parse.name).wall;
console.log(`${LINES} lines                median ms   median ratio   goal   peak MB   goal`);
for (const command of [parse, calc]) {
  const { wall, exits } = figures.get(command.name);
  if ([...exits].some((exit) => exit !== 0)) throw new Error(`${command.name} failed`);
  const goals = command === calc ? ['< 4', '< 400'] : ['', ''];
  console.log([
    command.name.padEnd(26), median(wall).toFixed(0).padStart(11), medianRatio(wall, base).toFixed(2).padStart(14),
    goals[0].padStart(6), peakMegabytes(command).toFixed(0).padStart(9), goals[1].padStart(6),
  ].join(' '));
}
