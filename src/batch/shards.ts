import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import { Fault } from '../diagnostics/fault.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { ProblemArguments } from '../diagnostics/codes.js';
import { readingProblem } from '../input/read-source.js';
import { DecimalMarkFinder } from '../input/decimal-mark.js';
import { canonicalText } from '../report/canonical.js';
import { billDigests, requestDigest } from './batch-identity.js';
import { bears, type BatchRun, type BillReading } from './batch-run.js';
import { readWhole } from './file-bytes.js';
import { LineSplitter, productIn } from './record-lines.js';
import { SeenProducts } from './seen-products.js';
import { addTo, type Tally } from './tally.js';

const SCHEMA = 'tanji/batch-shard/1';
const LONGEST_TRAILER = 1 << 24;

/** The last line of a shard's output: what it is a part of. */
interface ShardTrailer extends Tally {
  readonly schema: typeof SCHEMA;
  readonly index: number;
  readonly of: number;
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly request: string;
  readonly readings: readonly BillReading[];
}

export async function shardTrailer(run: BatchRun, { products, failed }: Tally): Promise<string> {
  const { index = 1, of = 1 } = run.request.shard ?? {};
  const trailer: ShardTrailer = {
    schema: SCHEMA, index, of, products, failed,
    inputs: await billDigests(run), request: requestDigest(run), readings: run.readings,
  };
  return `${canonicalText(trailer)}\n`;
}

interface Shard {
  readonly path: string;
  readonly trailer: ShardTrailer;
  /** Where the trailer begins. */
  readonly end: number;
}

/** The shards of one run in their order. Throws a Fault where one is missing, doubled, cut off or of another run. */
export function orderedShards(paths: readonly string[]): Shard[] {
  const shards = paths.map(openShard);
  const [first] = shards;
  if (first === undefined) return [];
  const byIndex = new Map<number, Shard>();
  for (const shard of shards) {
    const { trailer } = shard;
    if (canonicalText(trailer.inputs) !== canonicalText(first.trailer.inputs)) throw unfit(shard.path, 'inputs');
    if (trailer.request !== first.trailer.request || trailer.of !== first.trailer.of) throw unfit(shard.path, 'request');
    if (byIndex.has(trailer.index)) throw unfit(shard.path, 'twice');
    byIndex.set(trailer.index, shard);
  }
  const { of } = first.trailer;
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) throw new Fault(problem('shard-missing', { shards: missing.map((index) => `${String(index)}/${String(of)}`) }));
  const ordered = [...byIndex.values()].sort((a, b) => a.trailer.index - b.trailer.index);
  checkMarks(ordered);
  return ordered;
}

/** The records of shards in order, without their trailers: the bytes of one run. Throws a Fault where they are not what the trailers tell. */
export async function* mergedRecords(shards: readonly Shard[]): AsyncGenerator<Uint8Array> {
  const seen = new SeenProducts();
  for (const { path, trailer, end } of shards) {
    let products = 0;
    if (end === 0) continue;
    const splitter = new LineSplitter();
    for await (const piece of createReadStream(path, { end: end - 1, highWaterMark: 1 << 20 })) {
      const bytes = piece as Uint8Array;
      for (const line of splitter.push(bytes)) {
        const product = productIn(line);
        if (!seen.addText(product)) throw new Fault(problem('shard-product', { product }));
        products += 1;
      }
      yield bytes;
    }
    if (products !== trailer.products || splitter.rest !== '') throw unfit(path, 'damaged');
  }
}

/** What the records of all shards come to. */
export function tallyOf(shards: readonly Shard[]): Tally {
  const tally: Tally = { products: 0, failed: 0 };
  for (const { trailer } of shards) addTo(tally, trailer);
  return tally;
}

/** Each shard read a part of the bill by a decimal mark that the whole has to bear out. */
function checkMarks(shards: readonly Shard[]): void {
  const bills = shards[0]?.trailer.inputs.length ?? 0;
  for (let bill = 0; bill < bills; bill += 1) {
    const finder = new DecimalMarkFinder();
    const readings = shards.flatMap(({ path, trailer }) => {
      const reading = trailer.readings[bill];
      return reading === undefined || reading === null ? [] : [{ path, reading }];
    });
    const whole = readings.find(({ reading }) => reading.by === 'products')?.reading.evidence;
    if (whole === undefined) for (const { reading } of readings) finder.add(reading.evidence);
    else finder.add(whole);
    for (const { path, reading } of readings) {
      if (reading.by === 'ranges' && reading.stated !== true && !bears(finder.evidence, reading.delimiter, reading.mark)) throw unfit(path, 'mark');
    }
  }
}

function openShard(path: string): Shard {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new Fault(readingProblem(path, path, error) satisfies Problem);
  }
  try {
    const { size } = fstatSync(file);
    const bytes = new Uint8Array(Math.min(size, LONGEST_TRAILER));
    readWhole(file, bytes, size - bytes.length);
    const start = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
    if (bytes[bytes.length - 1] !== 0x0a) throw unfit(path, 'cut');
    const trailer = parsed(Buffer.from(bytes.subarray(start)).toString('utf8'));
    if (trailer?.schema !== SCHEMA) throw unfit(path, 'cut');
    return { path, trailer, end: size - bytes.length + start };
  } finally {
    closeSync(file);
  }
}

function parsed(text: string): ShardTrailer | undefined {
  try {
    return JSON.parse(text) as ShardTrailer;
  } catch {
    return undefined;
  }
}

function unfit(file: string, detail: ProblemArguments['shard-unfit']['detail']): Fault {
  return new Fault(problem('shard-unfit', { file, detail }));
}
