import { join } from 'node:path';
import { pool as openPool } from 'workerpool';
import { ownPackage } from '../factors/bundled-datasets.js';
import type { DecimalMark } from '../input/number.js';
import type { BatchRequest } from './batch-job.js';
import type { CsvBill } from './open-bill.js';
import type { NotPlain, RangeResult } from './range-reader.js';

/** What each worker thread is given. */
export interface RangeWork {
  readonly request: BatchRequest;
  readonly bill: CsvBill;
  readonly mark: DecimalMark | undefined;
  /** The line on which the first range begins. */
  readonly first: number;
}

export interface WorkerData extends RangeWork {
  /** At each range, the line on which it begins: 0 until the worker of the range before has counted. */
  readonly lines: SharedArrayBuffer;
}

/** The results of ranges, at most so many and in their order, from so many worker threads; two ranges a worker are under way. */
export async function* pooledResults(
  work: RangeWork, jobs: number, next: () => [from: number, to: number] | undefined, most: number,
): AsyncGenerator<{ result: RangeResult | NotPlain; to: number }> {
  const lines = new SharedArrayBuffer(4 * (most + 2));
  new Int32Array(lines)[0] = work.first;
  // The spool is the main thread's to remove, and cannot be cloned.
  const bill = Object.fromEntries(Object.entries(work.bill).filter(([member]) => member !== 'spool')) as unknown as CsvBill;
  const workerData: WorkerData = { ...work, bill, lines };
  const pool = openPool(join(ownPackage() ?? '.', 'dist', 'batch', 'range-worker.js'), {
    workerType: 'thread', minWorkers: jobs, maxWorkers: jobs, workerThreadOpts: { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } },
  });
  const queue: { to: number; result: PromiseLike<RangeResult | NotPlain> }[] = [];
  let index = 0;
  const ask = (): void => {
    const range = next();
    if (range === undefined) return;
    const [from, to] = range;
    const result = pool.exec('range', [index, from, to]) as unknown as PromiseLike<RangeResult | NotPlain>;
    // Whoever awaits it hears of a failure; before that it must not count as unheard.
    result.then(undefined, () => undefined);
    queue.push({ to, result });
    index += 1;
  };
  try {
    for (let begun = 0; begun < 2 * jobs; begun += 1) ask();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const result = await next.result;
      ask();
      yield { result, to: next.to };
    }
  } finally {
    await pool.terminate(true);
  }
}
