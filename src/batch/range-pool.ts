import { join } from 'node:path';
import { pool as openPool } from 'workerpool';
import { ownPackage } from '../factors/bundled-datasets.js';
import type { DecimalMark } from '../input/number.js';
import type { BatchRequest } from './batch-job.js';
import type { CsvBill } from './open-bill.js';
import { kernelCode } from './plain-kernel.js';
import type { NotPlain, RangeResult } from './range-reader.js';

/** What each worker thread is given. */
export interface RangeWork {
  readonly request: BatchRequest;
  readonly bill: CsvBill;
  readonly mark: DecimalMark | undefined;
}

export interface WorkerData extends RangeWork {
  /** At each range, the line on which it begins: 0 until the worker of the range before has counted. */
  readonly lines: SharedArrayBuffer;
  readonly kernel: WebAssembly.Module;
}

/** What a worker gives: the records themselves, or how many bytes of the room it was given they take. */
export type WorkerResult = NotPlain | RangeResult | (Omit<RangeResult, 'bytes'> & { readonly length: number });

/** More records than this come in memory of their own. */
const RECORDS_ROOM = 1 << 21;

/** So many worker threads, for at most so many ranges; two ranges a worker are under way. */
export class RangePool {
  /** All of them have opened what they need, or have failed to: their results tell why. */
  isReady = false;
  readonly #pool;
  readonly #lines: Int32Array;

  constructor(work: RangeWork, private readonly jobs: number, most: number) {
    const lines = new SharedArrayBuffer(4 * (most + 2));
    this.#lines = new Int32Array(lines);
    // The spool is the main thread's to remove, and cannot be cloned.
    const bill = Object.fromEntries(Object.entries(work.bill).filter(([member]) => member !== 'spool')) as unknown as CsvBill;
    const workerData: WorkerData = { ...work, bill, lines, kernel: kernelCode() };
    this.#pool = openPool(join(ownPackage() ?? '.', 'dist', 'batch', 'range-worker.js'), {
      workerType: 'thread', minWorkers: jobs, maxWorkers: jobs, workerThreadOpts: { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } },
    });
    const ready = (): void => { this.isReady = true; };
    Promise.all(Array.from({ length: jobs }, async () => { await this.#pool.exec('ready', []); })).then(ready, ready);
  }

  /** The results of ranges in their order; `line` is that of the first byte of the first. */
  async *results(line: number, next: () => [from: number, to: number] | undefined): AsyncGenerator<{ result: RangeResult | NotPlain; to: number }> {
    this.#lines[0] = line;
    const queue: { to: number; room: SharedArrayBuffer; result: PromiseLike<WorkerResult> }[] = [];
    const rooms = Array.from({ length: 2 * this.jobs + 1 }, () => new SharedArrayBuffer(RECORDS_ROOM));
    let index = 0;
    const ask = (): void => {
      const room = rooms.pop();
      const range = room === undefined ? undefined : next();
      if (range === undefined || room === undefined) return;
      const [from, to] = range;
      const result = this.#pool.exec('range', [index, from, to, room]) as unknown as PromiseLike<WorkerResult>;
      // Whoever awaits it hears of a failure; before that it must not count as unheard.
      result.then(undefined, () => undefined);
      queue.push({ to, room, result });
      index += 1;
    };
    for (let begun = 0; begun < 2 * this.jobs; begun += 1) ask();
    for (let asked = queue.shift(); asked !== undefined; asked = queue.shift()) {
      const { to, room, result } = asked;
      const made = await result;
      ask();
      yield { result: typeof made === 'object' && 'length' in made ? { ...made, bytes: new Uint8Array(room, 0, made.length) } : made, to };
      rooms.push(room);
    }
  }

  async close(): Promise<void> {
    await this.#pool.terminate(true);
  }
}
