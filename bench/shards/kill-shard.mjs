import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const BEGIN_SECONDS = 60;
const DONE = 'shard 2 was done before it could be killed: give more --lines';
/** The first line of a journal tells of no records. */
const LEAST_LINES = 4;

/** Kills the process that writes shard-2.ndjson of a folder once some of it is written. Gives the bytes its journal vouches for. */
export async function killShard2(folder, signal) {
  const output = join(folder, 'shard-2.ndjson');
  for (const end = Date.now() + BEGIN_SECONDS * 1000; journalLines(output).length < LEAST_LINES;) {
    signal.throwIfAborted();
    if (existsSync(output)) throw new Error(DONE);
    if (Date.now() > end) throw new Error(`shard 2 has not begun in ${BEGIN_SECONDS} s`);
    await wait(1);
  }
  const id = processOf(folder);
  process.kill(id, 'SIGKILL');
  while (existsSync(`/proc/${id}`)) await wait(5);
  if (existsSync(output)) throw new Error(DONE);
  return JSON.parse(journalLines(output).at(-1)).bytes;
}

/** The whole lines of the journal beside an output. */
function journalLines(output) {
  const journal = `${output}.journal`;
  return existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').slice(0, -1) : [];
}

/** By its working folder, so that no other run on this machine is meant. */
function processOf(folder) {
  const found = readdirSync('/proc').filter((id) => /^\d+$/.test(id)).find((id) => {
    try {
      return readlinkSync(`/proc/${id}/cwd`) === folder && /\0batch\0.*\0--shard\0002\/4\0/.test(readFileSync(`/proc/${id}/cmdline`, 'utf8'));
    } catch {
      // It ended, or is not ours.
      return false;
    }
  });
  if (found === undefined) throw new Error('no process writes shard 2');
  return Number(found);
}
