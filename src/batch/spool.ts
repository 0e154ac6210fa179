import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file aside for what cannot be read twice or is not UTF-8; gone when the run is. */
export class Spool {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tanji-batch-'));
  readonly path = join(this.#folder, 'bill.csv');
  readonly #file = openSync(this.path, 'wx');

  constructor() {
    process.on('exit', this.#remove);
  }

  readonly #remove = (): void => { rmSync(this.#folder, { recursive: true, force: true }); };

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
  }

  close(): void {
    closeSync(this.#file);
  }

  remove(): void {
    process.off('exit', this.#remove);
    this.#remove();
  }
}
