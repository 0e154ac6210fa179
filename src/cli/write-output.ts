import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problem, type Problem } from '../diagnostics/problem.js';

/**
 * Writes a file whole or not at all: aside, flushed, then renamed into place, so that a full disk or a killed
 * process leaves what stood there before. Gives the problem where it could not.
 */
export function writeOutput(path: string, pieces: readonly Uint8Array[]): Problem | undefined {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = openSync(aside, 'wx');
    try {
      for (const piece of pieces) {
        for (let written = 0; written < piece.length; ) written += writeSync(file, piece, written);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    return undefined;
  } catch (error) {
    rmSync(aside, { force: true });
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return problem('output-unwritable', { file: path, reason });
  }
}

/** Whether the output would overwrite one of the inputs. */
export function overwrites(output: string, inputs: readonly string[]): boolean {
  return inputs.some((input) => input !== '-' && resolve(input) === resolve(output));
}
