import { openSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { Transfer, worker } from 'workerpool';
import { Findings } from '../diagnostics/findings.js';
import { openJob } from './batch-job.js';
import { readWhole } from './file-bytes.js';
import type { WorkerData, WorkerResult } from './range-pool.js';
import { RangeReader } from './range-reader.js';

const { request, bill, mark, lines, kernel } = workerData as WorkerData;
const starts = new Int32Array(lines);
const file = openSync(bill.path, 'r');
// The main thread has opened the same inputs and found nothing against them.
const job = openJob(request, new Findings());
let reader: RangeReader | undefined;

worker({ ready, range });

async function ready(): Promise<void> {
  await readerOf();
}

async function readerOf(): Promise<RangeReader> {
  const opened = await job;
  if (opened === undefined) throw new Error('an input changed while it was read');
  return reader ??= new RangeReader(bill, mark, opened, kernel);
}

async function range(index: number, from: number, to: number, room: SharedArrayBuffer): Promise<WorkerResult | InstanceType<typeof Transfer>> {
  const reader = await readerOf();
  readWhole(file, reader.room(to - from), from);
  const count = reader.lineFeeds();
  // Ranges are handed out in order: the worker of the one before is past its count, or about to be.
  while (Atomics.load(starts, index) === 0) Atomics.wait(starts, index, 0);
  const line = Atomics.load(starts, index);
  Atomics.store(starts, index + 1, line + count);
  Atomics.notify(starts, index + 1);
  const result = reader.read(line);
  if (typeof result === 'string') return result;
  const { bytes, ...others } = result;
  if (bytes.length > room.byteLength) {
    const own = bytes.slice();
    return new Transfer({ ...others, bytes: own }, [own.buffer]);
  }
  new Uint8Array(room).set(bytes);
  return { ...others, length: bytes.length };
}
