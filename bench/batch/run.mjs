// node bench/batch/run.mjs: `tanji batch` beside DuckDB, polars and csv-parse (build first; npm ci --prefix bench/batch).
//   --lines 100000,1000000,10000000           the sizes to time
//   --rounds 5                                counted rounds of the largest sizes, more of the small ones; one before them warms the disk cache
//   --memory-lines 1000000,10000000,100000000 the sizes of which tanji's peak memory is taken, a run each
//   --data FOLDER                             where the bills are kept for the next run; else in a folder that is removed
//   --peers-only                              without tanji
//   --page                                    writes docs/benchmarks.md, where no result is wrong
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PEERS, tanji, TANJI } from './contestants.mjs';
import { writeBill, writeFactors } from './data.mjs';
import { digestOf } from './digest.mjs';
import { MEMORY_GOALS } from './goals.mjs';
import { measure } from './measure.mjs';
import { benchmarksPage } from './page.mjs';
import { memoryTable, ratioTable, speedTable } from './tables.mjs';

const { values: options } = parseArgs({
  options: {
    'lines': { type: 'string', default: '100000,1000000,10000000' },
    'rounds': { type: 'string', default: '5' },
    'memory-lines': { type: 'string', default: '1000000,10000000,100000000' },
    'data': { type: 'string' },
    'peers-only': { type: 'boolean', default: false },
    'page': { type: 'boolean', default: false },
  },
});
if (options.page && options['peers-only']) throw new Error('a page without tanji would say nothing');

const numbers = (text) => text.split(',').filter((part) => part !== '').map(Number);
/** Of short runs the start-up is the greater part, which scatters most: more of them, and a median that says more. */
const roundsOf = (lines) => Number(options.rounds) * (lines <= 100_000 ? 5 : lines <= 1_000_000 ? 2 : 1);
const contestants = options['peers-only'] ? PEERS : [...TANJI, ...PEERS];
const kept = options.data === undefined ? undefined : resolve(options.data);
if (kept !== undefined) mkdirSync(kept, { recursive: true });
const runFolder = mkdtempSync(join(kept ?? tmpdir(), 'tanji-bench-'));
const folder = kept ?? runFolder;

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A program of the harness itself, in a process of its own, which keeps this one small. */
function run(words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return { status, stdout, stderr };
}

function referenceOf(lines, bill, dataset) {
  const file = join(folder, `reference-${lines}.ndjson`);
  if (existsSync(file) && statSync(file).mtimeMs > statSync(bill).mtimeMs) return file;
  const { status, stderr } = run([script('reference.mjs'), bill, dataset, file]);
  if (status !== 0) throw new Error(`the reference failed\n${stderr}`);
  return file;
}

/** What became of a contestant's records over all rounds, in words. */
class Verdict {
  #faults = new Set();
  #digests = new Set();
  #greatestDifference = 0;

  constructor(how) {
    this.how = how;
  }

  add(reference, out) {
    const { status, stdout, stderr } = run([script('check.mjs'), reference, out, this.how]);
    if (status !== 0) this.#faults.add(stderr.trim().split('\n')[0]);
    else this.#greatestDifference = Math.max(this.#greatestDifference, JSON.parse(stdout).greatestDifference);
    if (this.how === 'ordered') this.#digests.add(digestOf(out));
  }

  get digests() {
    return this.#digests;
  }

  get text() {
    if (this.#faults.size > 0) return `WRONG: ${[...this.#faults].join('; ')}`;
    if (this.#digests.size > 1) return 'WRONG: bytes change from run to run';
    return this.how === 'near' ? `within ${this.#greatestDifference.toExponential(0)}` : 'exact';
  }
}

function timeOf(lines, dataset) {
  const rounds = roundsOf(lines);
  const bill = writeBill(folder, lines);
  const reference = referenceOf(lines, bill, dataset);
  const uses = new Map(contestants.map(({ name }) => [name, []]));
  const verdicts = new Map(contestants.filter(({ check }) => check !== undefined).map(({ name, check }) => [name, new Verdict(check)]));
  for (let round = 0; round <= rounds; round += 1) {
    const outputs = mkdtempSync(join(runFolder, 'out-'));
    // Each round begins with another, so that none always runs after the same one.
    const order = contestants.map((_, index) => contestants[(index + round) % contestants.length]);
    for (const { name, words } of order) {
      const use = measure(words(bill, dataset, join(outputs, `${contestants.findIndex((one) => one.name === name)}.ndjson`)), runFolder);
      if (round > 0) uses.get(name).push(use);
    }
    for (const [index, { name }] of contestants.entries()) verdicts.get(name)?.add(reference, join(outputs, `${index}.ndjson`));
    rmSync(outputs, { recursive: true });
    process.stderr.write(`${lines} lines: round ${round} of ${rounds}\n`);
  }
  const bytesOfTanji = new Set(TANJI.flatMap(({ name }) => [...(verdicts.get(name)?.digests ?? [])]));
  const figures = new Map(contestants.map(({ name, check }) => {
    const text = verdicts.get(name)?.text ?? 'none';
    return [name, { uses: uses.get(name), result: check === 'ordered' && text === 'exact' && bytesOfTanji.size > 1 ? 'WRONG: bytes change with --jobs' : text }];
  }));
  return { lines, rounds, bytes: statSync(bill).size, figures };
}

function memoryOf(lines, dataset) {
  const bill = writeBill(folder, lines);
  const peaks = new Map(MEMORY_GOALS.map(({ jobs }) => {
    const outputs = mkdtempSync(join(runFolder, 'out-'));
    const { peak } = measure(tanji(jobs).words(bill, dataset, join(outputs, 'out.ndjson')), runFolder);
    rmSync(outputs, { recursive: true });
    process.stderr.write(`${lines} lines: memory with --jobs ${jobs}\n`);
    return [jobs, peak];
  }));
  return { lines, peaks };
}

try {
  const dataset = writeFactors(folder);
  const sizes = numbers(options.lines).map((lines) => timeOf(lines, dataset));
  const wrong = sizes.some(({ figures }) => [...figures.values()].some(({ result }) => result.startsWith('WRONG')));
  for (const size of sizes) console.log(`${speedTable(size)}\n`);
  if (!options['peers-only']) {
    const memory = numbers(options['memory-lines']).map((lines) => memoryOf(lines, dataset));
    console.log(`${ratioTable(sizes)}\n`);
    if (memory.length > 0) console.log(`${memoryTable(memory, sizes)}\n`);
    if (options.page && !wrong) writeFileSync(new URL('../../docs/benchmarks.md', import.meta.url), benchmarksPage({ sizes, memory }));
  }
  if (wrong) process.exitCode = 1;
} finally {
  rmSync(runFolder, { recursive: true, force: true });
}
