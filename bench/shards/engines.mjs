import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PARALLEL, PARALLEL_HOSTS } from './parallel.mjs';
import { SLURM } from './slurm.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string[]} needs  programs that have to be installed
 * @property {string[]} version  words of the command that tells its version on its first line
 * @property {string[]} files  what its commands need beside the bill, in this folder
 * @property {string[]} all  runs the four shards of catalogue.csv and merges them
 * @property {string[]} again  runs the killed shard 2 again and merges
 * @property {(folder: string, env: NodeJS.ProcessEnv, signal: AbortSignal) => Promise<Opened>} open  starts its daemons
 * @property {(place: import('./program.mjs').Place) => Promise<string[]>} states  how it saw each shard of the last run end
 *
 * @typedef {{ env: NodeJS.ProcessEnv, close: () => Promise<void> }} Opened
 */

/** @type {Engine[]} */
export const ENGINES = [PARALLEL, PARALLEL_HOSTS, SLURM];
export const INSTALL = 'apt-get install parallel slurm-wlm munge';

/** The programs an engine needs that are nowhere on the path. @param {Engine} engine @param {NodeJS.ProcessEnv} env */
export function absentPrograms({ needs }, { PATH = '' }) {
  return needs.filter((program) => !PATH.split(delimiter).some((folder) => isProgram(join(folder, program))));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
