import { openSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { Transfer, worker, workerEmit } from 'workerpool';
import { Findings } from '../diagnostics/findings.js';
import { openJob } from './batch-job.js';
import { readWhole } from './file-bytes.js';
import { productCut } from './product-cuts.js';
import { ALLOWED, TAKEN, type Shared, type Stretch, type WorkerData, type WorkerResult } from './range-pool.js';
import { RangeReader, type NotPlain, type RangeResult } from './range-reader.js';

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
  const reader = await readerOf();
  const next = (): number => nextOf(shared, stretch.ranges);
  for (let range = next(); range < stretch.ranges; range = next()) {
    const { made, to } = resultOf(range, stretch, shared, reader);
    const room = shared.rooms[range % shared.rooms.length];
    if (typeof made === 'string') emit({ range, to, made });
    else {
      const { bytes, ...others } = made;
      if (room !== undefined && bytes.length <= room.byteLength) {
        new Uint8Array(room).set(bytes);
        emit({ range, to, made: { ...others, length: bytes.length } });
      } else {
        const own = bytes.slice();
        emit({ range, to, made: { ...others, bytes: own } }, own.buffer);
      }
    }
  }
}

function emit(result: WorkerResult, ...own: ArrayBuffer[]): void {
  workerEmit(own.length === 0 ? result : new Transfer(result, own));
}

/** The number of the next range, once it may be taken up; `count` or more where there is none. */
function nextOf({ turns }: Shared, count: number): number {
  const range = Atomics.add(turns, TAKEN, 1);
  if (range >= count) return range;
  for (let allowed = Atomics.load(turns, ALLOWED); allowed <= range; allowed = Atomics.load(turns, ALLOWED)) Atomics.wait(turns, ALLOWED, allowed);
  return range;
}

function resultOf(range: number, stretch: Stretch, { lines }: Shared, reader: RangeReader): { made: RangeResult | NotPlain; to: number } {
  const from = cutBefore(range, stretch);
  const to = cutBefore(range + 1, stretch);
  readWhole(file, reader.room(to - from), from);
  const count = reader.lineFeeds();
  // Ranges are taken up in order: the worker of the one before is past its count, or about to be.
  while (Atomics.load(lines, range) === 0) Atomics.wait(lines, range, 0);
  const line = Atomics.load(lines, range);
  Atomics.store(lines, range + 1, line + count);
  Atomics.notify(lines, range + 1);
  return { to, made: reader.read(line) };
}

function cutBefore(range: number, { from, to, step, ranges }: Stretch): number {
  if (range === 0) return from;
  return range === ranges ? to : Math.min(to, productCut(file, bill, from + range * step));
}
