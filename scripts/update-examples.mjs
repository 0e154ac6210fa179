// Calculates every example again and writes its report.json. Build first: npm run build
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples');

for (const name of readdirSync(examples).sort()) {
  const folder = join(examples, name);
  const product = join(folder, 'product.json');
  if (!existsSync(product)) continue;
  const call = ['calc', join(folder, 'bom.csv'), '--product', product, '-o', join(folder, 'report.json')];
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'main.js'), ...call], { stdio: 'inherit' });
  console.log(`${name}: ${status === 0 ? 'written' : `failed, exit ${status}`}`);
  if (status !== 0) process.exitCode = 1;
}
