import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** @typedef {{ wall: number, cpu: number, peak: number }} Use  seconds, seconds of all threads, MB of all threads */

/**
 * Runs node with these words to its end and tells what the whole process took; processes that it starts are counted in,
 * their peaks as if they coincided. Throws where it fails.
 * @param {string[]} words @param {string} folder for the figures @returns {Use}
 */
export function measure(words, folder) {
  const own = mkdtempSync(join(folder, 'use-'));
  const file = join(own, 'use.ndjson');
  const env = {
    ...process.env,
    // Quoted as NODE_OPTIONS wants it, with every backslash doubled.
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require=${JSON.stringify(PRELOAD)}`.trim(),
    TANJI_BENCH_USAGE: file,
  };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`exit ${status}: node ${words.join(' ')}\n${stderr}`);
  const uses = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  rmSync(own, { recursive: true });
  const sum = (member) => uses.reduce((total, use) => total + use[member], 0);
  return { wall, cpu: sum('cpu'), peak: sum('peak') };
}
