// node bench/shards/run.mjs: shards of a batch by GNU parallel and by a Slurm job array on this machine, merged, beside one run.
// Linux only. Build first (npm run build) and apt-get install parallel slurm-wlm munge. It needs no systemd and no root, and starts
// and stops munged, slurmctld and slurmd itself, on loopback and in a temporary folder that it removes.
//   --lines 4000000   of the bill; shard 2 has to take long enough to be killed on its way
// Exits with 1 where a result is wrong, and with 2 where nothing is wrong but an engine is not installed.
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBill, writeFactors } from '../batch/data.mjs';
import { failed, killed, missing, whole } from './checks.mjs';
import { absentPrograms, ENGINES, INSTALL } from './engines.mjs';
import { run } from './program.mjs';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const SMALL = 1000;
const COLUMNS = ['engine', 'seconds', 'four shards merged', 'shard 3 missing', 'shard 2 killed, run again', 'a failed product in shard 4'];

const { values: { lines } } = parseArgs({ options: { lines: { type: 'string', default: '4000000' } } });
const interrupt = new AbortController();
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => { interrupt.abort(); });
const { signal } = interrupt;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'tanji-shards-')));
// munge wants its socket reachable.
chmodSync(root, 0o711);
const bin = join(root, 'bin');
const env = { ...process.env, LC_ALL: 'C', PATH: [bin, process.env.PATH, '/usr/sbin'].join(delimiter) };

async function oneRun(folder, bill, factors) {
  mkdirSync(folder, { recursive: true });
  symlinkSync(bill, join(folder, 'catalogue.csv'));
  const words = ['tanji', 'batch', 'catalogue.csv', '--factors', factors, '--quiet', '-o', 'one.ndjson'];
  const { status, seconds } = await run(words, { cwd: folder, env, signal });
  return { bill, factors, one: join(folder, 'one.ndjson'), oneExit: status, seconds };
}

/** A cell a check; one that fails says why and leaves those after it to themselves. */
async function rowOf(engine, folder, large, small) {
  mkdirSync(folder);
  const opened = await engine.open(folder, env, signal);
  const bench = { engine, folder, env: opened.env, signal };
  const cells = [];
  let seconds = '';
  try {
    console.error((await run(engine.version, { cwd: folder, env: opened.env, signal })).stdout.split('\n')[0]);
    for (const check of [() => whole(bench, large), () => missing(bench), () => killed(bench, large), () => failed(bench, small)]) {
      try {
        const done = await check();
        if (done.seconds !== undefined) seconds = done.seconds.toFixed(1);
        cells.push(done.told);
      } catch (error) {
        signal.throwIfAborted();
        console.error(`${engine.name}: ${error.message}`);
        cells.push('WRONG');
      }
    }
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
  return [engine.name, seconds, ...cells];
}

try {
  mkdirSync(bin);
  symlinkSync(MAIN, join(bin, 'tanji'));
  symlinkSync(process.execPath, join(bin, 'node'));
  const factors = writeFactors(root);
  const large = await oneRun(join(root, 'large'), writeBill(root, Number(lines)), factors);
  const smallBill = writeBill(join(root, 'small'), SMALL);
  appendFileSync(smallBill, 'P-failed,1,base,Screw,raw_materials,1,kg,no-such-factor\n');
  const small = await oneRun(join(root, 'small'), smallBill, factors);
  if (large.oneExit !== 0 || small.oneExit !== 1) throw new Error(`one run ended with ${large.oneExit} and, with a failed product, ${small.oneExit}`);
  const rows = [['one run', large.seconds.toFixed(1), '', '', '', `exit ${small.oneExit}`]];
  for (const [index, engine] of ENGINES.entries()) {
    const absent = absentPrograms(engine, env);
    if (absent.length > 0) {
      console.error(`${engine.name}: not installed (${absent.join(', ')}): ${INSTALL}`);
      rows.push([engine.name, '', ...COLUMNS.slice(2).map(() => 'not installed')]);
      process.exitCode ??= 2;
      continue;
    }
    rows.push(await rowOf(engine, join(root, `engine-${index}`), large, small));
    if (rows.at(-1).includes('WRONG')) process.exitCode = 1;
  }
  for (const cells of [COLUMNS, COLUMNS.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`);
} catch (error) {
  if (!signal.aborted) throw error;
  console.error('interrupted');
  process.exitCode = 130;
} finally {
  rmSync(root, { recursive: true, force: true });
}
