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
  readonly kernel: WebAssembly.Module;
}

/** A stretch of a bill, cut into ranges that all workers cut alike: where each wanted cut is, whole products are from there. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly ranges: number;
  /** Of its first byte. */
  readonly line: number;
}

/** What the workers of a stretch have in common. */
export interface Shared {
  /** How many ranges were taken up, by any of them, and how many may be. */
  readonly turns: Int32Array;
  /** At each range, the line on which it begins: 0 until the worker of the range before has counted. */
  readonly lines: Int32Array;
  /** For the records of as many ranges as may wait; the room of a range is that of its number, in turn. */
  readonly rooms: readonly SharedArrayBuffer[];
}

export const TAKEN = 0;
export const ALLOWED = 1;

/** What a worker gives of a range: the records themselves, or how many bytes of the range's room they take. */
export interface WorkerResult {
  readonly range: number;
  /** Where the next one begins. */
  readonly to: number;
  readonly made: NotPlain | RangeResult | (Omit<RangeResult, 'bytes'> & { readonly length: number });
}

/** More records than this come in memory of their own. */
const RECORDS_ROOM = 1 << 21;

/** So many worker threads. Each takes up the next range by itself, so that none waits for this thread while it writes. */
export class RangePool {
  /** All of them have opened what they need, or have failed to: their results tell why. */
  isReady = false;
  readonly #pool;

  constructor(work: RangeWork, private readonly jobs: number) {
    // The spool is the main thread's to remove, and cannot be cloned.
    const bill = Object.fromEntries(Object.entries(work.bill).filter(([member]) => member !== 'spool')) as unknown as CsvBill;
    const workerData: WorkerData = { ...work, bill, kernel: kernelCode() };
    this.#pool = openPool(join(ownPackage() ?? '.', 'dist', 'batch', 'range-worker.js'), {
      workerType: 'thread', minWorkers: jobs, maxWorkers: jobs, workerThreadOpts: { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } },
    });
    const ready = (): void => { this.isReady = true; };
    Promise.all(Array.from({ length: jobs }, async () => { await this.#pool.exec('ready', []); })).then(ready, ready);
  }

  /** The results of the ranges of a stretch, in their order. */
  async *results(stretch: Stretch): AsyncGenerator<{ result: RangeResult | NotPlain; to: number }> {
    const rooms = Array.from({ length: Math.min(stretch.ranges, 2 * this.jobs + 1) }, () => new SharedArrayBuffer(RECORDS_ROOM));
    const shared: Shared = { turns: new Int32Array(new SharedArrayBuffer(8)), lines: new Int32Array(new SharedArrayBuffer(4 * (stretch.ranges + 1))), rooms };
    shared.lines[0] = stretch.line;
    shared.turns[ALLOWED] = rooms.length;
    const arrived = new Map<number, WorkerResult>();
    let failure: unknown;
    let wake = (): void => undefined;
    const on = (result: WorkerResult): void => {
      arrived.set(result.range, result);
      wake();
    };
    for (let worker = 0; worker < this.jobs; worker += 1) {
      this.#pool.exec('ranges', [stretch, shared], { on }).catch((error: unknown) => {
        failure ??= error;
        wake();
      });
    }
    for (let range = 0; range < stretch.ranges; range += 1) {
      let result = arrived.get(range);
      while (result === undefined) {
        if (failure !== undefined) throw failure as Error;
        await new Promise<void>((resolve) => { wake = resolve; });
        result = arrived.get(range);
      }
      arrived.delete(range);
      const { made, to } = result;
      const room = rooms[range % rooms.length];
      yield { result: typeof made === 'object' && 'length' in made ? { ...made, bytes: new Uint8Array(room as SharedArrayBuffer, 0, made.length) } : made, to };
      Atomics.add(shared.turns, ALLOWED, 1);
      Atomics.notify(shared.turns, ALLOWED);
    }
  }

  async close(): Promise<void> {
    await this.#pool.terminate(true);
  }
}
