import { statSync } from 'node:fs';
import { isFault } from '../diagnostics/fault.js';
import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import { runIdentity } from '../batch/batch-identity.js';
import type { BatchRequest } from '../batch/batch-job.js';
import { BatchRun } from '../batch/batch-run.js';
import { JournaledOutput } from '../batch/journal.js';
import { shardTrailer } from '../batch/shards.js';
import { addTo, type Tally } from '../batch/tally.js';
import { LOCK_FILE } from '../factors/lock.js';
import type { GwpEdition } from '../input/product-file.js';
import { batchTable } from '../show/batch-table.js';
import { progressLine } from '../show/progress.js';
import type { Audience } from './calc.js';
import type { DeniableCode } from './deniable-codes.js';
import type { Outcome } from './outcome.js';
import { readingOf, type ReadingOptions } from './reading-options.js';
import { overwrites } from './write-output.js';

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

/** One record a product: to a file, whole or resumable, or to stdout as they come. */
export async function batch(bills: readonly string[], options: BatchOptions, stage: BatchStage): Promise<Outcome> {
  const findings = new Findings();
  const request = requestOf(bills, options);
  const output = options.output === '-' ? undefined : options.output;
  const inputs = [...bills, request.product, request.products, request.mapping, request.lock].filter((path) => path !== undefined);
  if (output !== undefined && overwrites(output, inputs)) return { exit: 2, problems: [problem('output-is-input', { file: output })] };
  if (output !== undefined && isNoFile(output)) return { exit: 2, problems: [problem('output-unwritable', { file: output, reason: 'EISDIR' })] };
  const run = await BatchRun.open(request, findings);
  if (run === undefined) return { exit: 2, problems: findings.all() };
  let journal: JournaledOutput | undefined;
  try {
    journal = output === undefined ? undefined : new JournaledOutput(output, await runIdentity(run), options.resume === true);
    return await written(run, journal, options, stage);
  } catch (error) {
    if (isFault(error)) return { exit: 2, problems: [...run.problems, error.problem] };
    const reason = reasonOf(error);
    if (reason === undefined || output === undefined) throw error;
    return { exit: 2, problems: [...run.problems, problem('output-unwritable', { file: output, reason })] };
  } finally {
    run.close();
  }
}

async function written(run: BatchRun, journal: JournaledOutput | undefined, options: BatchOptions, stage: BatchStage): Promise<Outcome> {
  const tally: Tally = journal?.tally ?? { products: 0, failed: 0 };
  const told: Problem[] = [];
  const table = options.summary === true ? batchTable(stage.audience.language) : undefined;
  if (table !== undefined && journal === undefined) await stage.pour(Buffer.from(table.header, 'utf8'));
  const progress = progressOf(run.extent, stage);
  const from = journal?.from === undefined ? {} : { from: journal.from, seen: journal.seen };
  for await (const event of run.events({ ...from, lookThrough: journal === undefined })) {
    if (event.kind === 'records') {
      for (const found of event.problems) if (told.length < FINDINGS_LIMIT) told.push(found);
      if (options.strict === true && event.failed > 0) {
        await journal?.discard();
        return { exit: 1, problems: [...run.problems, ...told] };
      }
    }
    if (journal !== undefined) journal.take(event);
    else if (event.kind === 'records') {
      addTo(tally, event);
      // What is poured may wait to be written.
      await stage.pour(table === undefined ? event.bytes.slice() : Buffer.from(table.rows(event.bytes), 'utf8'));
    }
    if (event.kind === 'records') progress(event.done, tally);
  }
  if (options.shard !== undefined) {
    const trailer = await shardTrailer(run, tally);
    if (journal === undefined) await stage.pour(Buffer.from(trailer, 'utf8'));
    else journal.trailer(trailer);
  }
  await journal?.finish();
  progress(run.extent, tally, true);
  return { exit: tally.failed > 0 ? 1 : 0, problems: [...run.problems, ...run.late.all(), ...told] };
}

function progressOf(extent: number, { watch, audience }: BatchStage): (done: number, tally: Tally, ended?: boolean) => void {
  if (watch === undefined) return () => undefined;
  const begun = Date.now();
  let shown = begun;
  return (done, tally, ended = false) => {
    const now = Date.now();
    if (!ended && now - shown < PROGRESS_MS) return;
    shown = now;
    watch(progressLine({ done, extent, seconds: (now - begun) / 1000, ended, ...tally }, audience.language));
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

/** A folder, a device or a pipe: a journal stands beside a file. */
function isNoFile(path: string): boolean {
  const stands = statSync(path, { throwIfNoEntry: false });
  return stands !== undefined && !stands.isFile();
}

/** The operating system's code of an error of it: `ENOSPC`. */
function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}
