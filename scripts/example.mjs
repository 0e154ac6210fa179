// Calculates the T-shirt of examples/ and explains its report; builds tanji first where that is still to do.
// Words after `npm run example --` go to both commands: npm run example -- --lang zh
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist', 'main.js');
const folder = join('examples', 't-shirt');
const words = process.argv.slice(2);

if (!existsSync(main)) {
  // Progress goes to stderr, so that stdout holds the explanation alone.
  run([join('scripts', 'prebuild.mjs')], ['inherit', 2, 'inherit']);
  run([join('node_modules', 'tsup', 'dist', 'cli-default.js')], ['inherit', 2, 'inherit']);
}
const report = join(mkdtempSync(join(tmpdir(), 'tanji-')), 't-shirt.report.json');
run([main, 'calc', join(folder, 'bom.csv'), '--product', join(folder, 'product.json'), '-o', report, ...words]);
console.error(`\n${report}\n`);
run([main, 'explain', report, ...words]);

function run(args, stdio = 'inherit') {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio });
  if (status !== 0) process.exit(status ?? 1);
}
