import { isFault } from '../diagnostics/fault.js';
import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { billStates, changedBill, runIdentity } from '../batch/batch-identity.js';
import type { BatchRequest } from '../batch/batch-job.js';
import { BatchRun } from '../batch/batch-run.js';
import { JournaledOutput } from '../batch/journal.js';
import { shardTrailer } from '../batch/shards.js';
import { addTo, type Tally } from '../batch/tally.js';
import { writtenRecords } from '../batch/written-records.js';
import { LOCK_FILE } from '../factors/lock.js';
import type { GwpEdition } from '../input/product-file.js';
import { batchTable, type BatchTable } from '../show/batch-table.js';
import { progressLine } from '../show/progress.js';
import { batchTarget, type BatchTarget } from './batch-target.js';
import { ToldFindings } from './batch-told.js';
import type { Audience } from './calc.js';
import type { DeniableCode } from './deniable-codes.js';
import type { Outcome } from './outcome.js';
import { readingOf, type ReadingOptions } from './reading-options.js';
import { reportFiles } from './report-files.js';
import { writeFolder } from './write-folder.js';

export interface BatchOptions extends ReadingOptions {
  readonly product?: string;
  readonly products?: string;
  readonly mapping?: string;
  readonly factors?: readonly string[];
  readonly lock?: string | true;
  readonly gwp?: GwpEdition;
  readonly deny?: readonly DeniableCode[];
  readonly output?: string;
  readonly full?: boolean;
  readonly summary?: boolean;
  readonly strict?: boolean;
  readonly resume?: boolean;
  readonly scattered?: boolean;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly jobs?: number;
  readonly memory?: number;
}

/** Where a batch writes and who watches it. */
export interface BatchStage {
  /** Writes to stdout, and waits while its reader is behind. */
  readonly pour: (bytes: Uint8Array) => Promise<void>;
  /** Shows a line that takes the place of the one before; absent where nobody watches. */
  readonly watch?: (line: string) => void;
  readonly audience: Audience;
}

const PROGRESS_MS = 500;

/** One record a product: to a file, whole or resumable, to a folder of reports, or to stdout as they come. */
export async function batch(bills: readonly string[], options: BatchOptions, stage: BatchStage): Promise<Outcome> {
  const request = requestOf(bills, options);
  const findings = new Findings(FINDINGS_LIMIT, new Set(options.deny));
  const inputs = [...bills, request.product, request.products, request.mapping, request.lock].filter((path) => path !== undefined);
  const target = batchTarget(options, inputs, stage.audience.language);
  if ('code' in target) return { exit: 2, problems: [target] };
  const run = await BatchRun.open(request, findings);
  if (run === undefined) return { exit: findings.exit === 1 ? 1 : 2, problems: findings.all() };
  try {
    return await written(run, target, options, stage);
  } catch (error) {
    if (isFault(error)) return { exit: 2, problems: [...run.problems, error.problem] };
    throw error;
  } finally {
    run.close();
  }
}

async function written(run: BatchRun, target: BatchTarget, options: BatchOptions, stage: BatchStage): Promise<Outcome> {
  const { path } = target;
  const strict = options.strict === true;
  const states = billStates(run);
  const journal = path === undefined ? undefined : new JournaledOutput(path, await runIdentity(run, strict), options.resume === true);
  const tally: Tally = journal?.tally ?? { products: 0, failed: 0 };
  const failedBefore = tally.failed;
  const told = new ToldFindings();
  const table = options.summary === true ? batchTable(stage.audience.language) : undefined;
  if (table !== undefined && journal === undefined) await pourText(table.header, stage);
  const progress = progressOf(run.extent, journal?.from !== undefined, stage);
  const from = journal?.from === undefined ? {} : { from: journal.from, done: journal.done };
  // A failure among records that turn out void is none.
  for await (const event of run.events({ ...from, lookThrough: journal === undefined || strict })) {
    told.take(event);
    if (strict && event.kind === 'records' && event.failed > 0) {
      journal?.discard();
      return { exit: 1, problems: [...run.problems, ...told.all(event.failed, 0)] };
    }
    if (journal !== undefined) journal.take(event);
    else if (event.kind === 'records') {
      addTo(tally, event);
      if (table === undefined) await stage.pour(event.bytes);
      else await pourText(table.rows(event.bytes), stage);
    }
    if (event.kind === 'records') progress(event.done, tally);
  }
  const changed = changedBill(run, states);
  if (changed !== undefined) {
    journal?.discard();
    return { exit: 2, problems: [problem('bill-changed', { file: changed })] };
  }
  const problems = [...run.problems, ...run.late.all(), ...told.all(tally.failed, failedBefore)];
  // A table is for people: no trailer in it.
  const trailer = options.shard === undefined ? undefined : await shardTrailer(run, tally);
  if (journal === undefined && table === undefined && trailer !== undefined) await pourText(trailer, stage);
  if (journal !== undefined && path !== undefined) {
    const { length } = journal;
    if (trailer !== undefined) journal.trailer(trailer);
    const rows = rowsIn(target.isFolder ? `${path}.part` : path, length, table);
    let shown: Iterable<string> = rows;
    if (target.isFolder) {
      const unwritten = await writeFolder(path, reportFiles(`${path}.part`, length));
      if (unwritten !== undefined) return { exit: 2, problems: [...problems, unwritten] };
      shown = [...rows];
      journal.discard();
    } else journal.finish();
    // The file first: who has seen enough of the table has it nevertheless.
    for (const each of shown) await pourText(each, stage);
  }
  progress(run.extent, tally, true);
  return { exit: tally.failed > 0 ? 1 : 0, problems };
}

/** The table of all records that were written, those of an earlier run among them. */
function* rowsIn(path: string, length: number, table: BatchTable | undefined): Generator<string> {
  if (table === undefined) return;
  yield table.header;
  for (const piece of writtenRecords(path, length)) yield table.rows(piece);
}

function pourText(text: string, { pour }: BatchStage): Promise<void> {
  return pour(Buffer.from(text, 'utf8'));
}

/** A run that goes on is timed from its first records: those of before took their time before. */
function progressOf(extent: number, goesOn: boolean, { watch, audience }: BatchStage): (done: number, tally: Tally, ended?: boolean) => void {
  if (watch === undefined) return () => undefined;
  let begun = goesOn ? undefined : { at: Date.now(), done: 0, products: 0 };
  let shown = Date.now();
  return (done, tally, ended = false) => {
    const now = Date.now();
    begun ??= { at: now, done, products: tally.products };
    if (!ended && now - shown < PROGRESS_MS) return;
    shown = now;
    watch(progressLine({ done, extent, seconds: (now - begun.at) / 1000, since: begun, ended, ...tally }, audience.language));
  };
}

function requestOf(bills: readonly string[], options: BatchOptions): BatchRequest {
  const { product, products, mapping, factors, lock, gwp, deny, full, scattered, shard, jobs, memory } = options;
  return {
    bills,
    reading: readingOf(options),
    ...(product === undefined ? {} : { product }),
    ...(products === undefined ? {} : { products }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(factors === undefined ? {} : { factors }),
    ...(lock === undefined ? {} : { lock: lock === true ? LOCK_FILE : lock }),
    ...(gwp === undefined ? {} : { gwp }),
    ...(deny === undefined ? {} : { deny }),
    ...(full === undefined ? {} : { full }),
    ...(scattered === undefined ? {} : { scattered }),
    ...(shard === undefined ? {} : { shard }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(memory === undefined ? {} : { memory }),
  };
}
