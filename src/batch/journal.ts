import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import type { BatchEvent, BatchPosition } from './batch-events.js';
import { LineSplitter, productIn } from './record-lines.js';
import { SeenProducts } from './seen-products.js';

const SCHEMA = 'tanji/batch-journal/1';
const FLUSH_MS = 1000;
const PIECE = 1 << 20;

/** One line of a journal: records were written up to a byte of the output. */
interface Checkpoint {
  readonly bytes: number;
  /** SHA-256 (hex) of the records since the line before. */
  readonly sha256: string;
  readonly products: number;
  readonly failed: number;
  readonly exit: 0 | 1 | 2;
  readonly next: BatchPosition;
}

/** What the records of a run come to. */
export interface Tally {
  products: number;
  failed: number;
  exit: 0 | 1 | 2;
}

/**
 * The output of a batch as it grows: `OUT.part` holds the records, `OUT.journal` says how far they are good. When all
 * is done the one takes its place whole and the other is gone; after a kill at any byte a run can go on.
 */
export class JournaledOutput {
  readonly tally: Tally = { products: 0, failed: 0, exit: 0 };
  /** Where a run goes on; undefined for a new one. */
  readonly from: BatchPosition | undefined;
  /** The products of the bill at `from` that are done. */
  readonly seen = new SeenProducts();
  readonly #part: number;
  readonly #journal: number;
  #bytes = 0;
  #journalBytes = 0;
  /** Where the records of the bill under way begin. */
  #billBytes = 0;
  #bill = 0;
  #billTally: Tally = { products: 0, failed: 0, exit: 0 };
  #flushed = Date.now();

  /** Throws a Fault where an unfinished run stands there, or where the one to go on with is of other inputs. */
  constructor(private readonly path: string, identity: string, resume: boolean) {
    const standing = existsSync(`${path}.journal`);
    if (standing && !resume) throw new Fault(problem('journal-standing', { file: path }));
    const going = standing && existsSync(`${path}.part`);
    this.#part = opened(`${path}.part`, going ? 'r+' : 'w', path);
    this.#journal = opened(`${path}.journal`, going ? 'r+' : 'w', path);
    if (going) this.from = this.#replay(identity);
    if (this.#journalBytes === 0) this.#append({ schema: SCHEMA, identity });
    ftruncateSync(this.#part, this.#bytes);
    ftruncateSync(this.#journal, this.#journalBytes);
  }

  take(event: BatchEvent): void {
    if (event.kind === 'void') {
      this.#bytes = this.#billBytes;
      Object.assign(this.tally, this.#billTally);
      ftruncateSync(this.#part, this.#bytes);
      this.#append({ void: this.#bytes });
      return;
    }
    const { bytes, products, failed, exit, next } = event;
    this.#startBill(next.bill);
    this.#write(this.#part, bytes, this.#bytes);
    this.#bytes += bytes.length;
    this.#count({ products, failed, exit });
    const checkpoint: Checkpoint = { bytes: this.#bytes, sha256: sha256(bytes), products, failed, exit, next };
    const now = Date.now();
    if (now - this.#flushed > FLUSH_MS) {
      this.#flushed = now;
      fsyncSync(this.#part);
    }
    this.#append(checkpoint);
  }

  /** One more line that is no record. */
  trailer(line: string): void {
    const bytes = Buffer.from(line, 'utf8');
    this.#write(this.#part, bytes, this.#bytes);
    this.#bytes += bytes.length;
  }

  /** Puts the output in its place. */
  finish(): void {
    try {
      ftruncateSync(this.#part, this.#bytes);
      fsyncSync(this.#part);
    } finally {
      this.close();
    }
    renameSync(`${this.path}.part`, this.path);
    rmSync(`${this.path}.journal`, { force: true });
  }

  /** Leaves what was written for a later run. */
  close(): void {
    closeSync(this.#part);
    closeSync(this.#journal);
  }

  /** Leaves nothing. */
  discard(): void {
    this.close();
    rmSync(`${this.path}.part`, { force: true });
    rmSync(`${this.path}.journal`, { force: true });
  }

  #startBill(bill: number): void {
    if (bill === this.#bill) return;
    this.#bill = bill;
    this.#billBytes = this.#bytes;
    this.#billTally = { ...this.tally };
  }

  #count({ products, failed, exit }: Tally): void {
    this.tally.products += products;
    this.tally.failed += failed;
    if (exit > this.tally.exit) this.tally.exit = exit;
  }

  #append(line: object): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8');
    this.#write(this.#journal, bytes, this.#journalBytes);
    this.#journalBytes += bytes.length;
  }

  #write(file: number, bytes: Uint8Array, at: number): void {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
  }

  /** Follows the journal as far as its lines are whole and the records are those it tells of. */
  #replay(identity: string): BatchPosition | undefined {
    const lines = readFileSync(`${this.path}.journal`, 'utf8').split('\n');
    // What follows the last LF was cut off in the writing.
    lines.pop();
    let from: BatchPosition | undefined;
    let seen: number[] = [];
    for (const [number, line] of lines.entries()) {
      const entry = parsed(line);
      if (entry === undefined) break;
      if (number === 0) {
        if (entry['schema'] !== SCHEMA) throw new Fault(problem('journal-other', { file: this.path, detail: 'damaged' }));
        if (entry['identity'] !== identity) throw new Fault(problem('journal-other', { file: this.path, detail: 'inputs' }));
      } else if (typeof entry['void'] === 'number') {
        this.#bytes = entry['void'];
        Object.assign(this.tally, this.#billTally);
        seen = [];
        from = { bill: this.#bill, by: 'products', at: 0, line: 0, evidence: { points: 0, commas: 0, threeAfterPoint: false, threeAfterComma: false } };
      } else {
        const checkpoint = entry as unknown as Checkpoint;
        const length = checkpoint.bytes - this.#bytes;
        const bytes = length < 0 ? undefined : this.#read(this.#bytes, length);
        if (bytes === undefined || sha256(bytes) !== checkpoint.sha256) {
          // A later `void` may have taken these records back and others have their place: then they are not needed.
          const later = lines.slice(number + 1).map(parsed).findIndex((each) => typeof each?.['void'] === 'number');
          if (later < 0) break;
          this.#journalBytes += Buffer.byteLength(line) + 1;
          continue;
        }
        if (checkpoint.next.bill !== this.#bill) seen = [];
        this.#startBill(checkpoint.next.bill);
        const splitter = new LineSplitter();
        for (const record of splitter.push(bytes)) seen.push(...SeenProducts.hashOf(productIn(record)));
        this.#bytes = checkpoint.bytes;
        this.#count(checkpoint);
        from = checkpoint.next;
      }
      this.#journalBytes += Buffer.byteLength(line) + 1;
    }
    for (let at = 0; at < seen.length; at += 2) this.seen.add(seen[at] ?? 0, seen[at + 1] ?? 0);
    return from;
  }

  #read(from: number, length: number): Uint8Array | undefined {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length;) {
      const read = readSync(this.#part, bytes, at, Math.min(PIECE, length - at), from + at);
      if (read === 0) return undefined;
      at += read;
    }
    return bytes;
  }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function opened(path: string, flags: string, output: string): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw new Fault(problem('output-unwritable', { file: output, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) }));
  }
}
