import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ name: string, words: string[] }} Command  words after the node executable */

/**
 * Runs commands in turn, round after round, so that a machine that speeds up or slows down does so for all of them.
 * Gives each command's wall times in milliseconds, a round an entry.
 * @param {Command[]} commands @param {number} rounds
 */
export function sideBySide(commands, rounds) {
  const figures = new Map(commands.map(({ name }) => [name, { wall: /** @type {number[]} */ ([]), exits: new Set() }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, words } of commands) {
      const start = process.hrtime.bigint();
      const run = spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
      const wall = Number(process.hrtime.bigint() - start) / 1e6;
      const figure = figures.get(name);
      // The first round warms the disk cache.
      if (round > 0) figure?.wall.push(wall);
      figure?.exits.add(run.status);
    }
  }
  return figures;
}

/** Peak memory of one run, in megabytes. @param {Command} command */
export function peakMegabytes({ words }) {
  const file = join(mkdtempSync(join(tmpdir(), 'tanji-bench-')), 'peak');
  const preload = new URL('peak-memory.mjs', import.meta.url).href;
  spawnSync(process.execPath, ['--import', preload, ...words], { stdio: 'ignore', env: { ...process.env, TANJI_BENCH_PEAK: file } });
  return Number(readFileSync(file, 'utf8')) / 1000;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of the ratios round by round. @param {number[]} a @param {number[]} b */
export function medianRatio(a, b) {
  return median(a.map((value, round) => value / b[round]));
}
