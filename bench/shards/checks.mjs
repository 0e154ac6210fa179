import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../batch/digest.mjs';
import { killShard2 } from './kill-shard.mjs';
import { run } from './program.mjs';

/** @typedef {import('./engines.mjs').Engine} Engine */
/** @typedef {{ bill: string, factors: string, one: string, oneExit: number }} Catalogue  a bill, its factors, and what one run of it gave */
/** @typedef {{ engine: Engine, folder: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} Bench */

function demand(holds, what) {
  if (!holds) throw new Error(what);
}

/** A folder as the commands of an engine want it. @param {Bench} bench @param {Catalogue} catalogue */
function placeOf({ engine, folder, env, signal }, name, { bill, factors }) {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  linkSync(bill, join(cwd, 'catalogue.csv'));
  symlinkSync(factors, join(cwd, 'factors'));
  for (const file of engine.files) copyFileSync(fileURLToPath(new URL(file, import.meta.url)), join(cwd, file));
  return { cwd, env, signal };
}

/** What the engine's commands leave is what one run gives: bytes and exit code. */
function demandSame({ cwd }, { one, oneExit }, { status, stderr }) {
  demand(status === oneExit, `exit ${status} instead of ${oneExit}\n${stderr}`);
  demand(digestOf(join(cwd, 'records.ndjson')) === digestOf(one), 'other bytes than one run');
}

/** All shards, merged. @param {Bench} bench @param {Catalogue} catalogue */
export async function whole(bench, catalogue) {
  const place = placeOf(bench, 'whole', catalogue);
  const ended = await run(bench.engine.all, place);
  demandSame(place, catalogue, ended);
  return { told: 'same bytes', seconds: ended.seconds };
}

/** Merging the shards that `whole` left, but for one. @param {Bench} bench */
export async function missing({ folder, env, signal }) {
  const cwd = join(folder, 'whole');
  const { status, stderr } = await run(['tanji', 'merge', 'shard-1.ndjson', 'shard-2.ndjson', 'shard-4.ndjson', '-o', 'less.ndjson'], { cwd, env, signal });
  demand(status === 2 && stderr.includes('error[shard-missing]') && stderr.includes('3/4'), `merge without shard 3 ended with ${status}\n${stderr}`);
  demand(!existsSync(join(cwd, 'less.ndjson')), 'merge without shard 3 left a file');
  return { told: `refused, exit ${status}` };
}

/** Shard 2 killed on its way, then run again. @param {Bench} bench @param {Catalogue} catalogue */
export async function killed(bench, catalogue) {
  const place = placeOf(bench, 'killed', catalogue);
  // Both are over before anything else is done in the folder.
  const [ended, kept] = await Promise.allSettled([run(bench.engine.all, place), killShard2(place.cwd, bench.signal)]);
  for (const one of [ended, kept]) if (one.status === 'rejected') throw one.reason;
  const { status } = ended.value;
  demand(status === 2 && !existsSync(join(place.cwd, 'records.ndjson')), `exit ${status} after a kill, where merge should have refused`);
  demandSame(place, catalogue, await run(bench.engine.again, place));
  const share = Math.floor(100 * kept.value / statSync(join(place.cwd, 'shard-2.ndjson')).size);
  rmSync(place.cwd, { recursive: true });
  return { told: `killed at ${share} %, same bytes` };
}

/** A product of the last shard fails. @param {Bench} bench @param {Catalogue} catalogue */
export async function failed(bench, catalogue) {
  const place = placeOf(bench, 'failed', catalogue);
  demandSame(place, catalogue, await run(bench.engine.all, place));
  const states = await bench.engine.states(place);
  demand(states.length === 4, `${bench.engine.name} tells of ${states.length} shards`);
  return { told: `same bytes; exits ${states.join(', ')}` };
}
