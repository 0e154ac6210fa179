import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problem, type Problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';

/**
 * Writes a folder whole or not at all: beside its place, flushed, then renamed. Takes the place of an empty folder
 * and of nothing else. Gives the problem where it could not.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): Problem | undefined {
  const place = resolve(folder);
  const aside = join(dirname(place), `.${basename(place)}.${String(process.pid)}.part`);
  try {
    const stands = statSync(place, { throwIfNoEntry: false });
    if (stands !== undefined && !stands.isDirectory()) return problem('output-unwritable', { file: folder, reason: 'EEXIST' });
    if (stands !== undefined && readdirSync(place).length > 0) return problem('output-not-empty', { folder });
    mkdirSync(aside);
    for (const [name, text] of files) writeFlushed(join(aside, name), text);
    // Windows renames onto no folder, not even an empty one.
    if (stands !== undefined) rmdirSync(place);
    renameSync(aside, place);
    return undefined;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    return problem('output-unwritable', { file: folder, reason: systemReason(error) });
  }
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text, 'utf8');
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
