// node bench/datasets.mjs [rounds]: `tanji calc` with all bundled datasets beside the same with one (build first).
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, medianRatio, sideBySide } from './beside.mjs';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tanji-bench-'));
const bill = join(folder, 'bom.csv');
writeFileSync(bill, `item,quantity,unit,factor\n${Array.from({ length: 50 }, (_, line) => `power ${line},${line}.5,kWh,electricity-cn-zj-2023\n`).join('')}`);

const one = { name: 'one dataset', words: [main, 'calc', bill, '--quiet', '--factors', 'electricity'] };
const all = { name: 'all datasets', words: [main, 'calc', bill, '--quiet'] };
const count = readdirSync(new URL('../factors/', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
const figures = sideBySide([one, all], Number(process.argv[2] ?? 15));
console.log(`${count} datasets         median ms   median ratio   goal`);
for (const { name } of [one, all]) {
  const { wall } = figures.get(name);
  const ratio = medianRatio(wall, figures.get(one.name).wall);
  console.log([name.padEnd(18), median(wall).toFixed(1).padStart(11), ratio.toFixed(2).padStart(14), (name === all.name ? '<= 1.3' : '').padStart(8)].join(' '));
}
