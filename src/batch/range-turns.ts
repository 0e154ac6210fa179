import { productCut } from './product-cuts.js';
import { readWhole } from './file-bytes.js';
import type { CsvBill } from './open-bill.js';
import type { NotPlain, RangeReader, RangeResult } from './range-reader.js';

/** A stretch of a bill in ranges of whole products, which every thread cuts alike. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** From here to there a range reaches, and on to where a product begins. */
  readonly step: number;
  readonly ranges: number;
  /** Of its first byte. */
  readonly line: number;
}

/** What the threads that work on a stretch have in common. */
export interface Shared {
  /** How many ranges were taken up, by any of them, and how many may be. */
  readonly turns: Int32Array;
  /** At each range, the line on which it begins: 0 until whoever took up the one before has counted. */
  readonly lines: Int32Array;
  /** How far from where it is wanted each cut is, and 1 more: 0 until one of the threads beside it has found it. */
  readonly cuts: Int32Array;
  /** For the records of as many ranges as may wait; the room of a range is that of its number, in turn. */
  readonly rooms: readonly SharedArrayBuffer[];
}

/** What came of a range: the records themselves, or how many bytes of the range's room they take. */
export interface RangeOutcome {
  readonly range: number;
  /** Where the next one begins. */
  readonly to: number;
  readonly made: NotPlain | RangeResult | (Omit<RangeResult, 'bytes'> & { readonly length: number });
}

/** Of a longer product each thread looks for the end. */
const MOST_SHARED = 2 ** 31 - 1;
const TAKEN = 0;
const ALLOWED = 1;
/** More records than this come in memory of their own. */
const RECORDS_ROOM = 1 << 21;

export function openShared({ ranges, line }: Stretch, waiting: number): Shared {
  const rooms = Array.from({ length: Math.min(ranges, waiting) }, () => new SharedArrayBuffer(RECORDS_ROOM));
  const turns = new Int32Array(new SharedArrayBuffer(8));
  const lines = new Int32Array(new SharedArrayBuffer(4 * (ranges + 1)));
  const cuts = new Int32Array(new SharedArrayBuffer(4 * (ranges + 1)));
  turns[ALLOWED] = rooms.length;
  lines[0] = line;
  return { turns, lines, cuts, rooms };
}

/** Lets one more range be taken up: the records of one were written. */
export function allowOne({ turns }: Shared): void {
  Atomics.add(turns, ALLOWED, 1);
  Atomics.notify(turns, ALLOWED);
}

/** Takes up the ranges of a stretch, in turn with other threads that do the same. */
export class RangeTurns {
  constructor(
    private readonly stretch: Stretch,
    private readonly shared: Shared,
    private readonly file: number,
    private readonly bill: CsvBill,
    private readonly reader: RangeReader,
  ) {}

  /** The number of the next range, once it may be taken up; undefined where there is none. */
  wait(): number | undefined {
    const { turns } = this.shared;
    const range = Atomics.add(turns, TAKEN, 1);
    if (range >= this.stretch.ranges) return undefined;
    for (let allowed = Atomics.load(turns, ALLOWED); allowed <= range; allowed = Atomics.load(turns, ALLOWED)) Atomics.wait(turns, ALLOWED, allowed);
    return range;
  }

  /** The number of the next range, where none has to be waited for; `soon` where another thread is about to say on which line it begins. */
  ask(): number | 'soon' | undefined {
    const { turns, lines } = this.shared;
    const range = Atomics.load(turns, TAKEN);
    if (range >= this.stretch.ranges || range >= Atomics.load(turns, ALLOWED)) return undefined;
    if (Atomics.load(lines, range) === 0) return 'soon';
    return Atomics.compareExchange(turns, TAKEN, range, range + 1) === range ? range : 'soon';
  }

  /** Works out a range that was taken up. */
  outcome(range: number): RangeOutcome {
    const { lines, rooms } = this.shared;
    const from = this.#cutBefore(range);
    const to = this.#cutBefore(range + 1);
    readWhole(this.file, this.reader.room(to - from), from);
    const count = this.reader.lineFeeds();
    // Ranges are taken up in order: the thread of the one before is past its count, or about to be.
    while (Atomics.load(lines, range) === 0) Atomics.wait(lines, range, 0);
    const line = Atomics.load(lines, range);
    Atomics.store(lines, range + 1, line + count);
    Atomics.notify(lines, range + 1);
    const made = this.reader.read(line);
    if (typeof made === 'string') return { range, to, made };
    const { bytes, ...others } = made;
    const room = rooms[range % rooms.length];
    if (room === undefined || bytes.length > room.byteLength) return { range, to, made: { ...others, bytes: bytes.slice() } };
    new Uint8Array(room).set(bytes);
    return { range, to, made: { ...others, length: bytes.length } };
  }

  #cutBefore(range: number): number {
    const { from, to, step, ranges } = this.stretch;
    if (range === 0) return from;
    if (range === ranges) return to;
    const { cuts } = this.shared;
    const wanted = from + range * step;
    const known = Atomics.load(cuts, range);
    if (known > 0) return wanted + known - 1;
    const cut = Math.min(to, productCut(this.file, this.bill, wanted));
    if (cut - wanted < MOST_SHARED) Atomics.store(cuts, range, cut - wanted + 1);
    return cut;
  }
}
