// Calculates every example again and writes its report.json; of the 83 synthetic institutions the table alone, whose report
// takes 2 MB. Build first: npm run build
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const institutions = join(examples, 'institutions');
for (const name of readdirSync(institutions).sort()) {
  const folder = join(institutions, name);
  const profile = join(folder, 'institution.json');
  if (!existsSync(profile)) continue;
  const outputs = name === 'synthetic-83' ? ['-o', join(tmpdir(), 'synthetic-83.json'), '--csv', join(folder, 'institutions.csv')] : ['-o', join(folder, 'report.json')];
  const call = ['institution', join(folder, 'ledger.csv'), '--profile', profile, ...outputs];
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'main.js'), ...call], { stdio: 'inherit' });
  console.log(`institutions/${name}: ${status === 0 ? 'written' : `failed, exit ${status}`}`);
  if (status !== 0) process.exitCode = 1;
}
