import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Exit code of each job, as the job log tells them. */
async function states({ cwd }) {
  const jobs = readFileSync(join(cwd, 'shards.log'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'));
  return jobs.sort(([a], [b]) => a - b).map(([, , , , , , exit]) => exit);
}

/** @returns {import('./engines.mjs').Engine} */
function parallel(name, script, ...files) {
  return {
    name,
    needs: ['parallel'],
    version: ['parallel', '--version'],
    files: [script, ...files],
    all: ['sh', script],
    again: ['sh', script],
    open: async (_, env) => ({ env, close: async () => undefined }),
    states,
  };
}

export const PARALLEL = parallel('GNU parallel', 'parallel.sh');
/** The one host of the list is this machine without ssh: `:`. */
export const PARALLEL_HOSTS = parallel('GNU parallel, list of hosts', 'parallel-hosts.sh', 'hosts');
