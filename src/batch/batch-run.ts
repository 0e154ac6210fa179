import { closeSync, openSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { Fault } from '../diagnostics/fault.js';
import { Findings } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { InputFacts } from '../input/bom-line.js';
import { DecimalMarkFinder, type MarkEvidence } from '../input/decimal-mark.js';
import type { DecimalMark } from '../input/number.js';
import { decimalMarkOf, noteNumbers } from '../input/read-bom.js';
import { readingProblem } from '../input/read-source.js';
import { stemOf } from '../input/source.js';
import { NO_EVIDENCE, type BatchEvent, type BatchPosition } from './batch-events.js';
import { openJob, undeclared, type BatchJob, type BatchRequest } from './batch-job.js';
import { readWhole } from './file-bytes.js';
import { digestOfFile } from './file-digest.js';
import { openBill, type CsvBill, type OpenBill, type SheetBill } from './open-bill.js';
import { productCut } from './product-cuts.js';
import { ProductIndex } from './product-index.js';
import type { RangePool, RangeWork } from './range-pool.js';
import { RangeReader, type NotPlain, type RangeResult } from './range-reader.js';
import { productIn } from './record-lines.js';
import { ReferenceLane, type MadeRecord } from './reference-lane.js';
import { SeenProducts } from './seen-products.js';
import { SheetProducts } from './sheet-products.js';

/** Smaller bills are looked through first: it costs nothing then. */
const LARGE = 1 << 20;
const RANGE = 1 << 21;
/** Of records of a range: bad lines give many times their own bytes. */
const MOST_RECORDS = 1 << 21;
const FIRST_RANGE = 1 << 17;
const LEAST_RANGE = 1 << 15;
/** Workers open the factors and warm up each for itself: so many bytes make up for that, by plain lines and by others. */
const WORTH_WORKERS = { plain: 192 << 20, other: 4 << 20 };
const MOST_MEMORY = 1000;
const CHUNK = 1 << 18;

/** How the bills of a finished run were read: what a shard tells of itself. */
export interface BillReading {
  readonly by: BatchPosition['by'];
  readonly delimiter: string;
  readonly mark: DecimalMark | '';
  /** The user stated the mark. */
  readonly stated: boolean;
  readonly evidence: MarkEvidence;
}

interface EventsAsked {
  readonly from?: BatchPosition;
  readonly done?: readonly (readonly number[] | undefined)[];
  readonly lookThrough?: boolean;
}

/** A batch whose inputs are open. */
export class BatchRun {
  readonly readings: BillReading[] = [];
  /** Bytes and rows of all bills together. */
  readonly extent: number;
  readonly #usedMappingLines = new Set<number>();

  private constructor(
    readonly request: BatchRequest,
    readonly job: BatchJob,
    private readonly bills: OpenBill[],
    /** What is told once, before any product. */
    readonly problems: readonly Problem[],
  ) {
    this.extent = bills.reduce((sum, { extent }) => sum + extent, 0);
  }

  /** Undefined, with all reasons among the findings, where the batch cannot begin. */
  static async open(request: BatchRequest, findings: Findings): Promise<BatchRun | undefined> {
    const job = await openJob(request, findings);
    const bills: OpenBill[] = [];
    for (const path of request.bills) {
      const bill = await openBill(path, readingFor(request), findings);
      if (bill !== undefined) bills.push(bill);
    }
    if (job !== undefined && !findings.unusable) {
      for (const found of undeclared(job, bills)) findings.add(found);
    }
    if (job === undefined || findings.exit !== 0) {
      for (const bill of bills) closeBill(bill);
      return undefined;
    }
    return new BatchRun(request, job, bills, findings.all());
  }

  /** The files that were read, as they came. */
  get sources(): { name: string; path: string }[] {
    return this.bills.map(({ name, source }) => ({ name, path: source }));
  }

  /**
   * Works the products out, in the order in which they first appear. Those before `from` are `done`: two numbers a
   * product, by the number of its bill. Where the consumer cannot take records back, `lookThrough` makes sure beforehand
   * that no `void` comes. Throws a Fault where a bill turns out to be unusable.
   */
  async *events({ from, done = [], lookThrough = false }: EventsAsked = {}): AsyncGenerator<BatchEvent> {
    const everywhere = this.bills.length > 1 ? new SeenProducts() : undefined;
    let before = 0;
    for (const [number, bill] of this.bills.entries()) {
      const start = from !== undefined && from.bill === number ? from : undefined;
      let own: ArrayLike<number>[] = done[number] === undefined ? [] : [done[number]];
      if (from === undefined || number >= from.bill) {
        const seen = new SeenProducts();
        for (const hashes of own) seen.addAll(hashes);
        for await (const event of readable(bill, this.#billEvents(number, bill, before, start, seen, lookThrough))) {
          if (event.kind === 'void') own = [];
          else if (everywhere !== undefined) {
            refuseDoubled(everywhere, event, bill);
            own.push(event.hashes);
          }
          yield event;
        }
      }
      // Only now: records that turn out void come again.
      for (const hashes of own) everywhere?.addAll(hashes);
      before += bill.extent;
    }
    // What products that were done before, or elsewhere, have used is not known.
    if (from === undefined && this.request.shard === undefined) this.job.mapping?.tellUnused(this.late, this.#usedMappingLines);
  }

  /** What is told when all is done. */
  readonly late = new Findings();

  close(): void {
    for (const bill of this.bills) closeBill(bill);
  }

  async *#billEvents(
    number: number, bill: OpenBill, before: number, start: BatchPosition | undefined, seen: SeenProducts, lookThrough: boolean,
  ): AsyncGenerator<HashedEvent> {
    const bounds = this.#bounds(bill, before);
    if (bill.kind === 'sheet') {
      yield* this.#sheetEvents(number, bill, before, bounds, start);
      return;
    }
    const optimistic = bill.size >= LARGE && bill.columns.has('product')
      && this.request.full !== true && this.request.scattered !== true && start?.by !== 'products';
    if (!optimistic) {
      yield* this.#indexEvents(number, bill, before, bounds, start);
      return;
    }
    let trouble: NotPlain | undefined;
    if (lookThrough) {
      for await (const event of this.#rangeEvents(number, bill, before, bounds, undefined, new SeenProducts())) if (typeof event === 'string') trouble = event;
    }
    if (trouble === undefined) {
      for await (const event of this.#rangeEvents(number, bill, before, bounds, start, seen)) {
        if (typeof event === 'string') {
          trouble = event;
          break;
        }
        yield event;
      }
    }
    if (trouble === undefined) return;
    if (!lookThrough) yield { kind: 'void', bill: number };
    yield* this.#indexEvents(number, bill, before, bounds, undefined);
  }

  /** The part of a bill that belongs to the shard. */
  #bounds({ extent }: OpenBill, before: number): { from: number; to: number } {
    const { shard } = this.request;
    if (shard === undefined) return { from: 0, to: extent };
    const edge = (index: number): number => Math.min(extent, Math.max(0, Math.floor(this.extent * index / shard.of) - before));
    return { from: edge(shard.index - 1), to: edge(shard.index) };
  }

  /** Ranges of products that stand together; a reason instead of an event where they do not. */
  async *#rangeEvents(
    number: number, bill: CsvBill, before: number, bounds: { from: number; to: number }, start: BatchPosition | undefined, seen: SeenProducts,
  ): AsyncGenerator<HashedEvent | NotPlain> {
    const { reading } = this.request;
    const mark = reading?.decimalMark ?? '.';
    const finder = new DecimalMarkFinder();
    finder.add(start?.evidence ?? NO_EVIDENCE);
    const file = openSync(bill.path, 'r');
    const first = productCut(file, bill, start?.at ?? bounds.from);
    const last = bounds.to >= bill.size ? bill.size : productCut(file, bill, bounds.to);
    const reader = new RangeReader(bill, mark, this.job);
    const firstLine = start?.line ?? bill.body.line + linesBetween(file, reader, bill.body.offset, first);
    const results = this.#results(file, reader, { request: this.request, bill, mark }, first, last, firstLine);
    try {
      for await (const { result, to } of results) {
        if (typeof result === 'string') {
          yield result;
          return;
        }
        const { hashes } = result;
        for (let at = 0; at < hashes.length; at += 2) {
          if (!seen.add(hashes[at] as number, hashes[at + 1] as number)) {
            yield 'scattered';
            return;
          }
        }
        finder.add(result.evidence);
        for (const used of result.usedMappingLines) this.#usedMappingLines.add(used);
        const next = { bill: number, by: 'ranges', at: to, line: result.nextLine, evidence: finder.evidence } as const;
        yield { kind: 'records', ...result, next, done: before + to };
      }
    } finally {
      closeSync(file);
    }
    const { evidence } = finder;
    this.readings[number] = { by: 'ranges', delimiter: bill.facts.delimiter, mark, stated: reading?.decimalMark !== undefined, evidence };
    if (this.request.shard === undefined && reading?.decimalMark === undefined && !bears(evidence, bill.facts.delimiter, mark)) yield 'mark';
  }

  /** Each range tells how long the next may be, and the first whether the others are worth workers: until they are ready this thread goes on. */
  async *#results(
    file: number, reader: RangeReader, work: RangeWork, first: number, end: number, firstLine: number,
  ): AsyncGenerator<{ result: RangeResult | NotPlain; to: number }> {
    const { jobs = 1 } = this.request;
    let pool: RangePool | undefined;
    const hire = async (left: number, worth: number): Promise<void> => {
      if (pool !== undefined || jobs <= 1 || left < worth) return;
      const pools = await import('./range-pool.js');
      pool = new pools.RangePool(work, jobs - 1);
    };
    let line = firstLine;
    let step = FIRST_RANGE;
    try {
      for (let from = first; from < end;) {
        const to = from + step >= end ? end : Math.min(end, productCut(file, work.bill, from + step));
        await hire(end - from, WORTH_WORKERS.plain);
        readWhole(file, reader.room(to - from), from);
        const result = reader.read(line);
        yield { result, to };
        if (typeof result === 'string') return;
        line = result.nextLine;
        step = Math.max(LEAST_RANGE, Math.min(RANGE, Math.floor(MOST_RECORDS * (to - from) / result.bytes.length)));
        if (result.left * 10 > result.products) await hire(end - to, WORTH_WORKERS.other);
        await turn();
        from = to;
        if (pool?.isReady === true) {
          yield* pool.results({ from, to: end, step, ranges: Math.ceil((end - from) / step), line }, file, reader);
          return;
        }
      }
    } finally {
      await pool?.close();
    }
  }

  async *#indexEvents(
    number: number, opened: CsvBill, before: number, bounds: { from: number; to: number }, start: BatchPosition | undefined,
  ): AsyncGenerator<HashedEvent> {
    const findings = new Findings();
    let bill = opened;
    let made = ProductIndex.of(bill, this.request.memory ?? MOST_MEMORY, findings);
    if (made === 'encoding') {
      const copy = await openBill(bill.source, readingFor(this.request), findings, { copied: true });
      if (copy?.kind === 'csv') {
        bill = copy;
        made = ProductIndex.of(bill, this.request.memory ?? MOST_MEMORY, findings);
      }
    }
    if (made === 'encoding' || made === undefined) throw new Fault(findings.all()[0] ?? problem('encoding-unreadable', { encoding: 'utf-8' }, { input: bill.name, line: 0, column: 0 }));
    const { index, facts } = made;
    const { delimiter, encoding } = bill.facts;
    const mark = this.request.reading?.decimalMark ?? facts.finder.settled(delimiter);
    const input: InputFacts = {
      name: bill.name, role: 'bom', rows: facts.rows, encoding, delimiter, newline: facts.newline,
      sha256: this.job.full ? await digestOfFile(bill.source) : '',
      ...(mark === undefined ? {} : { decimalMark: mark }),
    };
    const reference = new ReferenceLane(bill.columns, mark, input, this.job);
    const ranges = !this.job.full && bill.columns.has('product') ? new RangeReader(bill, mark, this.job) : undefined;
    const file = openSync(bill.path, 'r');
    const record = (product: number): MadeRecord => {
      const id = index.products[product] ?? '';
      const plain = ranges === undefined ? undefined : index.plainRun(product);
      if (ranges !== undefined && plain !== undefined) {
        readWhole(file, ranges.room(plain.bytes), plain.offset);
        const result = ranges.read(plain.line);
        // Many wait to be written together.
        if (typeof result !== 'string' && result.products === 1) return { ...result, bytes: result.bytes.slice() };
      }
      const root = bill.columns.has('product') ? id : undefined;
      return reference.record(this.#nameOf(id, bill), root, (watch) => index.table(file, product, watch));
    };
    try {
      const products = index.products.map((id, product) => ({ id: this.#nameOf(id, bill), product, offset: index.offsetOf(product) }));
      yield* this.#productEvents(number, before, products.filter(({ offset }) => isWithin(offset, bounds, bill.size)), start, record);
    } finally {
      closeSync(file);
      if (bill !== opened) closeBill(bill);
    }
    this.readings[number] = { by: 'products', delimiter, mark: mark ?? '', stated: this.request.reading?.decimalMark !== undefined, evidence: facts.finder.evidence };
  }

  async *#sheetEvents(
    number: number, bill: SheetBill, before: number, bounds: { from: number; to: number }, start: BatchPosition | undefined,
  ): AsyncGenerator<HashedEvent> {
    const { table, columns } = bill;
    const finder = new DecimalMarkFinder();
    noteNumbers(table, columns, finder);
    const mark = this.request.reading?.decimalMark ?? finder.settled(table.facts.delimiter ?? ',');
    const input: InputFacts = {
      ...table.facts, role: 'bom', rows: table.rows.length, ...decimalMarkOf(table, mark),
      sha256: this.job.full ? await digestOfFile(bill.source) : '',
    };
    const reference = new ReferenceLane(columns, mark, input, this.job);
    const sheet = new SheetProducts(bill);
    const record = (product: number): MadeRecord => {
      const id = sheet.products[product] ?? '';
      return reference.record(this.#nameOf(id, bill), columns.has('product') ? id : undefined, () => sheet.table(product));
    };
    const products = sheet.products.map((id, product) => ({ id: this.#nameOf(id, bill), product, offset: sheet.offsetOf(product) }));
    yield* this.#productEvents(number, before, products.filter(({ offset }) => isWithin(offset, bounds, bill.extent)), start, record);
    this.readings[number] = { by: 'products', delimiter: ',', mark: mark ?? '', stated: this.request.reading?.decimalMark !== undefined, evidence: finder.evidence };
  }

  async *#productEvents(
    number: number,
    before: number,
    products: readonly { readonly id: string; readonly product: number; readonly offset: number }[],
    start: BatchPosition | undefined,
    record: (product: number) => MadeRecord,
  ): AsyncGenerator<HashedEvent> {
    let hashes: number[] = [];
    let pieces: MadeRecord[] = [];
    let size = 0;
    for (let at = start?.at ?? 0; at < products.length; at += 1) {
      const { id, product } = products[at] ?? { id: '', product: 0 };
      const made = record(product);
      pieces.push(made);
      size += made.bytes.length;
      hashes.push(...SeenProducts.hashOf(id));
      if (size < CHUNK && at + 1 < products.length) continue;
      yield {
        kind: 'records',
        bytes: Buffer.concat(pieces.map(({ bytes }) => bytes)),
        products: pieces.length,
        failed: pieces.reduce((sum, { failed }) => sum + failed, 0),
        problems: pieces.flatMap(({ problems }) => problems),
        hashes: Uint32Array.from(hashes),
        next: { bill: number, by: 'products', at: at + 1, line: 0, evidence: NO_EVIDENCE },
        done: before + (products[at + 1]?.offset ?? 0),
      };
      pieces = [];
      hashes = [];
      size = 0;
      // While it calculates, Node hears no Ctrl-C.
      await turn();
    }
  }

  /** A bill without a product column is of one product, named after its file, as `calc` names it. */
  #nameOf(id: string, bill: OpenBill): string {
    return bill.columns.has('product') ? id : stemOf(bill.name);
  }
}

type HashedEvent = (Extract<BatchEvent, { kind: 'records' }> & { readonly hashes: Uint32Array }) | Extract<BatchEvent, { kind: 'void' }>;

/** Throws a Fault where the system refuses to read on: a bill that is gone, a drive that is. */
async function* readable(bill: OpenBill, events: AsyncIterable<HashedEvent>): AsyncGenerator<HashedEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const path = 'path' in error && typeof error.path === 'string' ? error.path : bill.source;
    throw new Fault(readingProblem(path, bill.name, error));
  }
}

/** A product that came in a bill before has two records: neither can be trusted. */
function refuseDoubled(everywhere: SeenProducts, { hashes, bytes }: { readonly hashes: Uint32Array; readonly bytes: Uint8Array }, { name }: OpenBill): void {
  for (let at = 0; at < hashes.length; at += 2) {
    if (!everywhere.has(hashes[at] as number, hashes[at + 1] as number)) continue;
    const line = Buffer.from(bytes).toString('utf8').split('\n')[at / 2] ?? '';
    throw new Fault(problem('batch-doubled', { product: productIn(line), bill: name }, { input: name, line: 0, column: 0 }));
  }
}

/** Whether the cells of a bill read the same with `mark` as with the one they settle. */
export function bears(evidence: MarkEvidence, delimiter: string, mark: DecimalMark | ''): boolean {
  const finder = new DecimalMarkFinder();
  finder.add(evidence);
  const settled = finder.settled(delimiter as ',');
  return settled === (mark === '' ? undefined : mark) || (settled === undefined && !evidence.threeAfterPoint && !evidence.threeAfterComma);
}

/** The first product of a bill belongs to the shard that has its first byte. */
function isWithin(offset: number, { from, to }: { from: number; to: number }, extent: number): boolean {
  return (from === 0 || offset >= from) && (offset < to || to >= extent);
}

function readingFor({ reading, mapping }: BatchRequest): NonNullable<BatchRequest['reading']> {
  return { ...reading, factorless: mapping !== undefined };
}

function closeBill(bill: OpenBill): void {
  if (bill.kind === 'csv') bill.spool?.remove();
}

function linesBetween(file: number, reader: RangeReader, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += RANGE) {
    readWhole(file, reader.room(Math.min(RANGE, to - at)), at);
    lines += reader.lineFeeds();
  }
  return lines;
}
