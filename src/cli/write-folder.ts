import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problem, type Problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';

/** Files one after another: the name of each and its text in pieces. */
export type Files = AsyncIterable<NamedFile> | Iterable<NamedFile>;
export type NamedFile = readonly [name: string, pieces: Iterable<string>];

/**
 * Writes a folder whole or not at all: beside its place, flushed, then renamed. Takes the place of an empty folder
 * and of nothing else. Gives the problem where it could not; an error that is not the system's is thrown on.
 */
export async function writeFolder(folder: string, files: Files): Promise<Problem | undefined> {
  const place = resolve(folder);
  const aside = join(dirname(place), `.${basename(place)}.${String(process.pid)}.part`);
  const remove = (): void => { rmSync(aside, { recursive: true, force: true }); };
  // Whoever is interrupted leaves nothing behind.
  process.once('exit', remove);
  try {
    const taken = takenFolder(folder);
    if (taken !== undefined) return taken;
    mkdirSync(aside);
    for await (const [name, pieces] of files) writeFlushed(join(aside, name), pieces);
    // Windows renames onto no folder, not even an empty one.
    if (statSync(place, { throwIfNoEntry: false }) !== undefined) rmdirSync(place);
    renameSync(aside, place);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return problem('output-unwritable', { file: folder, reason: systemReason(error) });
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Why no folder can be written there: what stands there is a file, or a folder with something in it. */
export function takenFolder(folder: string): Problem | undefined {
  try {
    const stands = statSync(resolve(folder), { throwIfNoEntry: false });
    if (stands === undefined) return undefined;
    if (!stands.isDirectory()) return problem('output-unwritable', { file: folder, reason: 'EEXIST' });
    return readdirSync(folder).length > 0 ? problem('output-not-empty', { folder }) : undefined;
  } catch (error) {
    return problem('output-unwritable', { file: folder, reason: systemReason(error) });
  }
}

function writeFlushed(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx');
  try {
    for (const piece of pieces) writeFileSync(file, piece, 'utf8');
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
