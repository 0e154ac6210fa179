// Writes the generated parts of the pages again: units, errors, members of the product file, the tables of sectors, the pages of datasets and
// factors/ATTRIBUTION.md, and the output of commands in `console` blocks (but for blocks with lines left out).
// Build first: npm run build
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/docs.test.ts'], {
  cwd: root,
  env: { ...process.env, UPDATE_DOCS: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
