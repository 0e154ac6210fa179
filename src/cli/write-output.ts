import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problem, type Problem } from '../diagnostics/problem.js';

/**
 * Writes a file whole or not at all: aside, flushed, then renamed into place, so that a full disk or a killed
 * process leaves what stood there before. Gives the problem where it could not.
 */
export function writeOutput(path: string, pieces: readonly Uint8Array[]): Problem | undefined {
  try {
    const stands = statSync(path, { throwIfNoEntry: false });
    // A device or a pipe must stay what it is; of a folder the writing tells. A link stays, and its target is written.
    if (stands !== undefined && !stands.isFile()) write(openSync(path, 'w'), pieces);
    else replace(stands === undefined ? path : realpathSync(path), pieces);
    return undefined;
  } catch (error) {
    return problem('output-unwritable', { file: path, reason: reasonOf(error) });
  }
}

/** As writeOutput, for pieces that come one after another; errors other than of the writing are thrown on, and nothing is left. */
export async function writeOutputAsync(path: string, pieces: AsyncIterable<Uint8Array>): Promise<Problem | undefined> {
  const stands = statSync(path, { throwIfNoEntry: false });
  const place = stands === undefined ? path : realpathSync(path);
  const aside = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  const written = stands === undefined || stands.isFile() ? aside : place;
  let file: number | undefined;
  try {
    file = openSync(written, written === aside ? 'wx' : 'w');
    for await (const bytes of pieces) for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    if (written === aside) fsyncSync(file);
    closeSync(file);
    file = undefined;
    if (written === aside) renameSync(aside, place);
    return undefined;
  } catch (error) {
    if (file !== undefined) closeSync(file);
    if (written === aside) rmSync(aside, { force: true });
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return problem('output-unwritable', { file: path, reason: reasonOf(error) });
  }
}

function replace(path: string, pieces: readonly Uint8Array[]): void {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = openSync(aside, 'wx');
  try {
    write(file, pieces, fsyncSync);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Writes all pieces and closes the file. */
function write(file: number, pieces: readonly Uint8Array[], flush?: (file: number) => void): void {
  try {
    for (const bytes of pieces) for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    flush?.(file);
  } finally {
    closeSync(file);
  }
}

/** The operating system's code where there is one: `ENOSPC`. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
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
