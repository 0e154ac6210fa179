// node bench/start-up.mjs [rounds]: tanji's start-up and a bill of 50 lines, beside `node -e 0` (build first).
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, medianRatio, sideBySide } from './beside.mjs';
import { billOf } from './bills.mjs';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tanji-bench-'));
const bill = join(folder, 'bom.csv');
writeFileSync(bill, billOf(50));

const commands = [
  { name: 'node -e 0', words: ['-e', '0'], goal: undefined },
  { name: 'tanji --version', words: [main, '--version'], goal: 1.25 },
  { name: 'tanji --help', words: [main, '--help'], goal: 1.25 },
  { name: 'tanji calc, 50 lines', words: [main, 'calc', bill, '--quiet'], goal: 2 },
];
const figures = sideBySide(commands, Number(process.argv[2] ?? 21));
const bare = figures.get('node -e 0').wall;
console.log('command                 median ms   fastest ms   median ratio   ratio of fastest   goal');
for (const { name, goal } of commands) {
  const { wall } = figures.get(name);
  console.log([
    name.padEnd(22), median(wall).toFixed(1).padStart(10), Math.min(...wall).toFixed(1).padStart(12),
    medianRatio(wall, bare).toFixed(2).padStart(14), (Math.min(...wall) / Math.min(...bare)).toFixed(2).padStart(18),
    (goal === undefined ? '' : `<= ${goal}`).padStart(8),
  ].join(' '));
}
