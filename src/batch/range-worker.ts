import { openSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { Transfer, worker, workerEmit } from 'workerpool';
import { Findings } from '../diagnostics/findings.js';
import { openJob } from './batch-job.js';
import type { WorkerData } from './range-pool.js';
import { RangeReader } from './range-reader.js';
import { RangeTurns, type RangeOutcome, type Shared, type Stretch } from './range-turns.js';

const { request, bill, mark, kernel } = workerData as WorkerData;
const file = openSync(bill.path, 'r');
// The main thread has opened the same inputs and found nothing against them.
const job = openJob(request, new Findings());
let reader: RangeReader | undefined;

worker({ ready, ranges });

async function ready(): Promise<void> {
  await readerOf();
}

async function readerOf(): Promise<RangeReader> {
  const opened = await job;
  if (opened === undefined) throw new Error('an input changed while it was read');
  return reader ??= new RangeReader(bill, mark, opened, kernel);
}

/** Takes up one range of the stretch after another until there is none left. */
async function ranges(stretch: Stretch, shared: Shared): Promise<void> {
  const turns = new RangeTurns(stretch, shared, file, bill, await readerOf());
  for (let range = turns.wait(); range !== undefined; range = turns.wait()) emit(turns.outcome(range));
}

function emit(outcome: RangeOutcome): void {
  const { made } = outcome;
  workerEmit(typeof made === 'object' && 'bytes' in made ? new Transfer(outcome, [made.bytes.buffer as ArrayBuffer]) : outcome);
}
