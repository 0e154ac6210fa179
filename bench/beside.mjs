import { spawnSync } from 'node:child_process';

/** @typedef {{ name: string, words: string[] }} Command  words after the node executable */

/**
 * Runs commands in turn, round after round, so that a machine that speeds up or slows down does so for all of them.
 * Gives each command's wall times in milliseconds and peak memory in megabytes, a round an entry.
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
