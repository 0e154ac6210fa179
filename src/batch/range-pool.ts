import { join } from 'node:path';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { pool as openPool } from 'workerpool';
import { ownPackage } from '../factors/bundled-datasets.js';
import type { DecimalMark } from '../input/number.js';
import type { BatchRequest } from './batch-job.js';
import type { CsvBill } from './open-bill.js';
import { kernelCode } from './plain-kernel.js';
import type { NotPlain, RangeReader, RangeResult } from './range-reader.js';
import { allowOne, RangeTurns, openShared, type RangeOutcome, type Stretch } from './range-turns.js';

/** What each worker thread is given. */
export interface RangeWork {
  readonly request: BatchRequest;
  readonly bill: CsvBill;
  readonly mark: DecimalMark | undefined;
}

export interface WorkerData extends RangeWork {
  readonly kernel: WebAssembly.Module;
}

/** Ranges whose records may wait to be written, a thread: so that none waits for the one that writes. */
const WAITING = 3;

/** Worker threads that take up ranges of a bill together with this one. */
export class RangePool {
  /** All of them have opened what they need, or have failed to: their results tell why. */
  isReady = false;
  readonly #pool;

  /** `helpers`: how many threads beside this one. */
  constructor(private readonly work: RangeWork, private readonly helpers: number) {
    // The spool is the main thread's to remove, and cannot be cloned.
    const bill = Object.fromEntries(Object.entries(work.bill).filter(([member]) => member !== 'spool')) as unknown as CsvBill;
    const workerData: WorkerData = { ...work, bill, kernel: kernelCode() };
    this.#pool = openPool(join(ownPackage() ?? '.', 'dist', 'batch', 'range-worker.js'), {
      workerType: 'thread', minWorkers: helpers, maxWorkers: helpers, workerThreadOpts: { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } },
    });
    const ready = (): void => { this.isReady = true; };
    Promise.all(Array.from({ length: helpers }, async () => { await this.#pool.exec('ready', []); })).then(ready, ready);
  }

  /** The results of the ranges of a stretch, in their order; they stand until the next one is asked for. This thread works on them by `reader`. */
  async *results(stretch: Stretch, file: number, reader: RangeReader): AsyncGenerator<{ result: RangeResult | NotPlain; to: number }> {
    const shared = openShared(stretch, WAITING * (this.helpers + 1));
    const own = new RangeTurns(stretch, shared, file, this.work.bill, reader);
    const arrived = new Map<number, RangeOutcome>();
    let failure: unknown;
    let wake = (): void => undefined;
    const on = (outcome: RangeOutcome): void => {
      arrived.set(outcome.range, outcome);
      wake();
    };
    for (let helper = 0; helper < this.helpers; helper += 1) {
      this.#pool.exec('ranges', [stretch, shared], { on }).catch((error: unknown) => {
        failure ??= error;
        wake();
      });
    }
    for (let range = 0; range < stretch.ranges;) {
      const outcome = arrived.get(range);
      if (outcome !== undefined) {
        arrived.delete(range);
        yield resultOf(outcome, shared.rooms);
        allowOne(shared);
        range += 1;
      } else if (failure !== undefined) throw failure as Error;
      else {
        const next = own.ask();
        if (next === undefined) await new Promise<void>((resolve) => { wake = resolve; });
        else if (next === 'soon') await delay(1);
        else arrived.set(next, own.outcome(next));
      }
      // The others are heard, and Ctrl-C.
      await turn();
    }
  }

  async close(): Promise<void> {
    await this.#pool.terminate(true);
  }
}

function resultOf({ range, to, made }: RangeOutcome, rooms: readonly SharedArrayBuffer[]): { result: RangeResult | NotPlain; to: number } {
  if (typeof made === 'string' || 'bytes' in made) return { result: made, to };
  return { result: { ...made, bytes: new Uint8Array(rooms[range % rooms.length] as SharedArrayBuffer, 0, made.length) }, to };
}
