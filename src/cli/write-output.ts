import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problem, type Problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';
import { writeWhole } from './whole-writes.js';

/**
 * Writes a file whole or not at all: aside, flushed, then renamed into place, so that a full disk or a killed
 * process leaves what stood there before. Gives the problem where it could not.
 */
export function writeOutput(path: string, pieces: Iterable<Uint8Array>): Problem | undefined {
  let output: OutputFile | undefined;
  try {
    output = new OutputFile(path);
    for (const bytes of pieces) output.write(bytes);
    output.finish();
    return undefined;
  } catch (error) {
    output?.abandon();
    return problem('output-unwritable', { file: path, reason: systemReason(error) });
  }
}

/** As writeOutput, for pieces that come one after another; an error that is not the system's is thrown on. */
export async function writeOutputAsync(path: string, pieces: AsyncIterable<Uint8Array>): Promise<Problem | undefined> {
  let output: OutputFile | undefined;
  try {
    output = new OutputFile(path);
    for await (const bytes of pieces) output.write(bytes);
    output.finish();
    return undefined;
  } catch (error) {
    output?.abandon();
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return problem('output-unwritable', { file: path, reason: systemReason(error) });
  }
}

/** A file that stands aside until it is whole. */
class OutputFile {
  readonly #place: string;
  /** Absent where a device or a pipe is written, which must stay what it is; of a folder the opening tells. */
  readonly #aside: string | undefined;
  readonly #file: number;
  #isOpen = true;

  constructor(path: string) {
    const stands = statSync(path, { throwIfNoEntry: false });
    // A link stays, and its target is written.
    this.#place = stands?.isFile() === true ? realpathSync(path) : path;
    const aside = join(dirname(this.#place), `.${basename(this.#place)}.${process.pid}.part`);
    this.#aside = stands === undefined || stands.isFile() ? aside : undefined;
    this.#file = this.#aside === undefined ? openSync(path, 'w') : openSync(aside, 'wx');
  }

  write(bytes: Uint8Array): void {
    writeWhole(this.#file, bytes);
  }

  finish(): void {
    if (this.#aside !== undefined) fsyncSync(this.#file);
    this.#close();
    if (this.#aside !== undefined) renameSync(this.#aside, this.#place);
  }

  abandon(): void {
    if (this.#isOpen) this.#close();
    if (this.#aside !== undefined) rmSync(this.#aside, { force: true });
  }

  #close(): void {
    this.#isOpen = false;
    closeSync(this.#file);
  }
}

/** Whether the output would overwrite one of the inputs, by whatever name or link. */
export function overwrites(output: string, inputs: readonly string[]): boolean {
  return inputs.some((input) => input !== '-' && real(input) === real(output));
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
