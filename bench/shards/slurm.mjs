import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Daemons } from './daemons.mjs';
import { freePorts } from './free-ports.mjs';
import { run } from './program.mjs';
import { NODES, slurmConf } from './slurm-conf.mjs';

/** A cluster on this machine: munged, slurmctld and two slurmd, all they write in `folder`. */
async function open(folder, env, signal) {
  const place = { cwd: folder, env: { ...env, SLURM_CONF: join(folder, 'slurm.conf') }, signal };
  const answer = async (...words) => (await run(words, place)).stdout.trim().split('\n').filter((line) => line !== '');
  writeFileSync(place.env.SLURM_CONF, slurmConf(folder, await freePorts(1 + NODES.length)));
  const key = join(folder, 'munge.key');
  writeFileSync(key, randomBytes(1024), { mode: 0o400 });
  mkdirSync(join(folder, 'state'));
  const daemons = new Daemons(folder, place.env, signal);
  const close = async () => {
    // A slurmd leaves what it began running.
    const last = { ...place, signal: AbortSignal.timeout(30_000) };
    try {
      await run(['scancel', '--partition=shards'], last);
      while ((await run(['squeue', '--noheader'], last)).stdout !== '') await wait(200);
    } finally {
      await daemons.stop();
    }
  };
  try {
    const socket = join(folder, 'munge.socket');
    await daemons.start('munged', [
      'munged', '--foreground', '--key-file', key, '--socket', socket, '--pid-file', join(folder, 'munged.pid'),
      '--log-file', join(folder, 'munge.log'), '--seed-file', join(folder, 'munge.seed'),
    ], () => existsSync(socket));
    await daemons.start('slurmctld', ['slurmctld', '-D', '-i'], async () => (await run(['scontrol', 'ping'], place)).status === 0);
    for (const node of NODES) {
      await daemons.start(node, ['slurmd', '-D', '-N', node], async () => (await answer('sinfo', '-h', '-n', node, '-o', '%T')).join() === 'idle');
    }
  } catch (error) {
    await daemons.stop();
    throw error;
  }
  return { env: place.env, close };
}

/** Exit code and state of each task of the last array, as Slurm tells them. */
async function states(place) {
  const { stdout } = await run(['scontrol', '--oneliner', 'show', 'job'], place);
  const tasks = stdout.split('\n').map((line) => Object.fromEntries(line.split(' ').map((pair) => pair.split('=', 2))));
  const last = Math.max(...tasks.map(({ ArrayJobId }) => Number(ArrayJobId ?? 0)));
  return tasks
    .filter(({ ArrayJobId }) => Number(ArrayJobId) === last)
    .sort((a, b) => a.ArrayTaskId - b.ArrayTaskId)
    .map(({ ExitCode, JobState }) => `${ExitCode.split(':')[0]} ${JobState}`);
}

/** @type {import('./engines.mjs').Engine} */
export const SLURM = {
  name: 'Slurm job array',
  needs: ['munged', 'slurmctld', 'slurmd', 'sbatch', 'scancel', 'scontrol', 'sinfo', 'squeue'],
  version: ['sbatch', '--version'],
  files: ['array.sbatch', 'slurm.sh'],
  all: ['sh', 'slurm.sh'],
  again: ['sh', '-c', 'sbatch --wait --array=2 array.sbatch; tanji merge shard-*.ndjson -o records.ndjson'],
  open,
  states,
};
