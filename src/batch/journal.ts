import { closeSync, existsSync, fdatasync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';
import type { BatchEvent, BatchPosition } from './batch-events.js';
import { readWhole } from './file-bytes.js';
import { LineSplitter, productIn } from './record-lines.js';
import { SeenProducts } from './seen-products.js';
import { addTo, type Tally } from './tally.js';

const SCHEMA = 'tanji/batch-journal/1';
/** So much is given to the disk at a time, beside the work, so that little is left to wait for at the end. */
const FLUSH = 1 << 24;

/** One line of a journal: records were written up to a byte of the output. */
interface Checkpoint {
  readonly bytes: number;
  /** CRC-32 of the records since the line before: what a power loss tears shows, and it costs a tenth of SHA-256. */
  readonly crc32: number;
  readonly products: number;
  readonly failed: number;
  readonly next: BatchPosition;
}

/**
 * The output of a batch as it grows: `OUT.part` holds the records, `OUT.journal` says how far they are good. When all
 * is done the one takes its place whole and the other is gone; after a kill at any byte a run can go on.
 */
export class JournaledOutput {
  readonly tally: Tally = { products: 0, failed: 0 };
  /** Where a run goes on; undefined for a new one. */
  readonly from: BatchPosition | undefined;
  /** The products that are done, two numbers each, by the number of their bill. */
  readonly done: number[][] = [];
  readonly #part: number;
  readonly #journal: number;
  #bytes = 0;
  #journalBytes = 0;
  #bill = 0;
  /** How far everything was when the bill under way began. */
  #before: { bytes: number; journalBytes: number; tally: Tally };
  #flushed = 0;
  #flushing: Promise<void> | undefined;
  #failure: Error | undefined;
  #isOpen = true;

  /** Throws a Fault where an unfinished run stands there, or where the one to go on with is of other inputs. */
  constructor(private readonly path: string, identity: string, resume: boolean) {
    // A journal alone tells of a run that was cut off when its output stood in its place.
    const going = existsSync(`${path}.journal`) && existsSync(`${path}.part`);
    if (going && !resume) throw new Fault(problem('journal-standing', { file: path }));
    this.#part = opened(`${path}.part`, going ? 'r+' : 'w', path);
    this.#journal = opened(`${path}.journal`, going ? 'r+' : 'w', path);
    this.#before = this.#now();
    if (going) this.from = this.#replay(identity);
    if (this.#journalBytes === 0) {
      this.#append({ schema: SCHEMA, identity });
      this.#before = this.#now();
    }
    this.#cut();
  }

  take(event: BatchEvent): void {
    if (event.kind === 'void') {
      // It may come before any record of the bill.
      this.#startBill(event.bill);
      this.#bytes = this.#before.bytes;
      this.#journalBytes = this.#before.journalBytes;
      Object.assign(this.tally, this.#before.tally);
      this.#cut();
      return;
    }
    const { bytes, products, failed, next } = event;
    this.#startBill(next.bill);
    this.#write(this.#part, bytes, this.#bytes);
    this.#bytes += bytes.length;
    addTo(this.tally, event);
    const checkpoint: Checkpoint = { bytes: this.#bytes, crc32: crc32(bytes), products, failed, next };
    this.#append(checkpoint);
    if (this.#bytes - this.#flushed > FLUSH) this.#flush();
  }

  /** Bytes of the records so far. */
  get length(): number {
    return this.#bytes;
  }

  /** One more line that is no record. */
  trailer(line: string): void {
    const bytes = Buffer.from(line, 'utf8');
    this.#write(this.#part, bytes, this.#bytes);
    this.#bytes += bytes.length;
  }

  /** Puts the output in its place. */
  async finish(): Promise<void> {
    await this.#flushing;
    this.#guarded(() => {
      if (this.#failure !== undefined) throw this.#failure;
      ftruncateSync(this.#part, this.#bytes);
      fsyncSync(this.#part);
    });
    await this.close();
    this.#guarded(() => {
      renameSync(`${this.path}.part`, this.path);
      rmSync(`${this.path}.journal`, { force: true });
    });
  }

  /** Leaves nothing. */
  async discard(): Promise<void> {
    await this.close();
    rmSync(`${this.path}.part`, { force: true });
    rmSync(`${this.path}.journal`, { force: true });
  }

  /** Leaves what was written for a later run. */
  async close(): Promise<void> {
    await this.#flushing;
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#part);
    closeSync(this.#journal);
  }

  /** A disk tells of a failure once. */
  #flush(): void {
    this.#flushed = this.#bytes;
    if (this.#flushing !== undefined) return;
    this.#flushing = new Promise((resolve) => {
      fdatasync(this.#part, (failure) => {
        this.#failure ??= failure ?? undefined;
        this.#flushing = undefined;
        resolve();
      });
    });
  }

  #startBill(bill: number): void {
    if (bill === this.#bill) return;
    this.#bill = bill;
    this.#before = this.#now();
  }

  #now(): { bytes: number; journalBytes: number; tally: Tally } {
    return { bytes: this.#bytes, journalBytes: this.#journalBytes, tally: { ...this.tally } };
  }

  /** The journal first: a run cut off between the two finds records that nothing tells of, never the other way round. */
  #cut(): void {
    this.#guarded(() => {
      ftruncateSync(this.#journal, this.#journalBytes);
      ftruncateSync(this.#part, this.#bytes);
    });
  }

  #append(line: object): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
    this.#write(this.#journal, bytes, this.#journalBytes);
    this.#journalBytes += bytes.length;
  }

  #write(file: number, bytes: Uint8Array, at: number): void {
    this.#guarded(() => {
      if (this.#failure !== undefined) throw this.#failure;
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
    });
  }

  #guarded(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }

  /** Follows the journal as far as its lines are whole and the records are those it tells of. */
  #replay(identity: string): BatchPosition | undefined {
    const lines = readFileSync(this.#journal, 'utf8').split('\n');
    const { size } = fstatSync(this.#part);
    // What follows the last LF was cut off in the writing.
    lines.pop();
    let from: BatchPosition | undefined;
    for (const [number, line] of lines.entries()) {
      const entry = parsed(line);
      if (entry === undefined) break;
      if (number === 0) {
        if (entry['schema'] !== SCHEMA) throw new Fault(problem('journal-other', { file: this.path, detail: 'damaged' }));
        if (entry['identity'] !== identity) throw new Fault(problem('journal-other', { file: this.path, detail: 'inputs' }));
      } else {
        const checkpoint = entry as unknown as Checkpoint;
        if (!(checkpoint.bytes >= this.#bytes && checkpoint.bytes <= size)) break;
        const bytes = new Uint8Array(checkpoint.bytes - this.#bytes);
        if (!readWhole(this.#part, bytes, this.#bytes) || crc32(bytes) !== checkpoint.crc32) break;
        this.#startBill(checkpoint.next.bill);
        const done = this.done[checkpoint.next.bill] ??= [];
        for (const record of new LineSplitter().push(bytes)) done.push(...SeenProducts.hashOf(productIn(record)));
        this.#bytes = checkpoint.bytes;
        addTo(this.tally, checkpoint);
        from = checkpoint.next;
      }
      this.#journalBytes += Buffer.byteLength(line) + 1;
      if (number === 0) this.#before = this.#now();
    }
    return from;
  }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function opened(path: string, flags: string, output: string): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw unwritable(output, error);
  }
}

function unwritable(output: string, error: unknown): Fault {
  return new Fault(problem('output-unwritable', { file: output, reason: systemReason(error) }));
}
