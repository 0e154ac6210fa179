import { problem, type Problem } from '../diagnostics/problem.js';
import { billStates, changedBill, runIdentity } from '../batch/batch-identity.js';
import type { BatchRun } from '../batch/batch-run.js';
import { JournaledOutput } from '../batch/journal.js';
import { shardTrailer } from '../batch/shards.js';
import { addTo, type Tally } from '../batch/tally.js';
import { writtenRecords } from '../batch/written-records.js';
import type { BatchTable } from '../show/batch-table.js';
import type { BatchOptions, BatchStage } from './batch.js';
import type { BatchTarget } from './batch-target.js';
import { ToldFindings } from './batch-told.js';
import type { Outcome } from './outcome.js';
import { reportFiles } from './report-files.js';
import { writeFolder } from './write-folder.js';

const PROGRESS_MS = 500;

/** Works all products out and writes them where they belong. Throws a Fault where a bill cannot be read, or nothing written. */
export async function writeBatch(run: BatchRun, target: BatchTarget, options: BatchOptions, stage: BatchStage): Promise<Outcome> {
  const states = billStates(run);
  const { path } = target;
  const journal = path === undefined ? undefined : new JournaledOutput(path, await runIdentity(run, options.strict === true), options.resume === true);
  try {
    return await recorded(run, journal, { states, target, options, stage });
  } finally {
    await journal?.close();
  }
}

interface Writing {
  /** Of the bills, before the first of their lines was read. */
  readonly states: readonly string[];
  readonly target: BatchTarget;
  readonly options: BatchOptions;
  readonly stage: BatchStage;
}

async function recorded(run: BatchRun, journal: JournaledOutput | undefined, { states, target, options, stage }: Writing): Promise<Outcome> {
  const strict = options.strict === true;
  const tally: Tally = journal?.tally ?? { products: 0, failed: 0 };
  const failedBefore = tally.failed;
  const told = new ToldFindings();
  // Most runs need none of the words, and loading them takes its time.
  const table = options.summary === true ? (await import('../show/batch-table.js')).batchTable(stage.language) : undefined;
  if (table !== undefined && journal === undefined) await pourText(table.header, stage);
  const progress = await progressOf(run.extent, journal?.from !== undefined, stage);
  const from = journal?.from === undefined ? {} : { from: journal.from, done: journal.done };
  // A failure among records that turn out void is none.
  for await (const event of run.events({ ...from, lookThrough: journal === undefined || strict })) {
    told.take(event);
    if (strict && event.kind === 'records' && event.failed > 0) {
      await journal?.discard();
      return { exit: 1, problems: [...run.problems, ...told.all(event.failed, 0)] };
    }
    if (journal !== undefined) journal.take(event);
    else if (event.kind === 'records') {
      addTo(tally, event);
      // What is poured may wait to be written.
      if (table === undefined) await stage.pour(event.bytes.slice());
      else await pourText(table.rows(event.bytes), stage);
    }
    if (event.kind === 'records') progress(event.done, tally);
  }
  const changed = changedBill(run, states);
  if (changed !== undefined) {
    await journal?.discard();
    return { exit: 2, problems: [problem('bill-changed', { file: changed })] };
  }
  const problems = [...run.problems, ...run.late.all(), ...told.all(tally.failed, failedBefore)];
  const trailer = options.shard === undefined ? undefined : await shardTrailer(run, tally);
  if (journal !== undefined) {
    const unwritten = await putInPlace(journal, target, trailer, table, stage);
    if (unwritten !== undefined) return { exit: 2, problems: [...problems, unwritten] };
  } else if (trailer !== undefined && table === undefined) await pourText(trailer, stage);
  progress(run.extent, tally, true);
  return { exit: tally.failed > 0 ? 1 : 0, problems };
}

/** The file, or the folder of reports, then the table: who has seen enough of that has the file nevertheless. */
async function putInPlace(
  journal: JournaledOutput, { isFolder, path = '' }: BatchTarget, trailer: string | undefined, table: BatchTable | undefined, stage: BatchStage,
): Promise<Problem | undefined> {
  const { length } = journal;
  let rows: Iterable<string> = rowsIn(isFolder ? `${path}.part` : path, length, table);
  if (isFolder) {
    const unwritten = await writeFolder(path, reportFiles(`${path}.part`, length));
    if (unwritten !== undefined) return unwritten;
    rows = [...rows];
    await journal.discard();
  } else {
    if (trailer !== undefined) journal.trailer(trailer);
    await journal.finish();
  }
  for (const each of rows) await pourText(each, stage);
  return undefined;
}

/** The table of all records that were written, those of before a run went on among them. */
function* rowsIn(path: string, length: number, table: BatchTable | undefined): Generator<string> {
  if (table === undefined) return;
  yield table.header;
  for (const piece of writtenRecords(path, length)) yield table.rows(piece);
}

function pourText(text: string, { pour }: BatchStage): Promise<void> {
  return pour(Buffer.from(text, 'utf8'));
}

/** A run that goes on is timed from its first records: those of before took their time before. */
async function progressOf(extent: number, goesOn: boolean, { watch, language }: BatchStage): Promise<(done: number, tally: Tally, ended?: boolean) => void> {
  if (watch === undefined) return () => undefined;
  const { progressLine } = await import('../show/progress.js');
  let begun = goesOn ? undefined : { at: Date.now(), done: 0, products: 0 };
  let shown = Date.now();
  return (done, tally, ended = false) => {
    const now = Date.now();
    begun ??= { at: now, done, products: tally.products };
    if (!ended && now - shown < PROGRESS_MS) return;
    shown = now;
    watch(progressLine({ done, extent, seconds: (now - begun.at) / 1000, since: begun, ended, ...tally }, language));
  };
}
