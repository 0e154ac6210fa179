import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ProblemArguments } from '../../diagnostics/codes.js';
import type { Findings } from '../../diagnostics/findings.js';
import { problem } from '../../diagnostics/problem.js';
import { LARGEST_ENTRY, MOST_ENTRIES, MOST_UNPACKED, openArchive, type Archive } from '../../input/archive.js';
import { FaultWatch } from '../../input/fault-watch.js';
import { readSource } from '../../input/read-source.js';
import { sha256 } from '../../input/sha256.js';
import { isArchive, isCompoundFile } from '../../input/signature.js';
import type { Source } from '../../input/source.js';
import { byCodeUnit, type ImportSource } from './dataset-text.js';

/** What is imported: one file, or an archive or folder of files (`file` is then the archive itself). */
export interface ImportInput {
  readonly source: ImportSource;
  readonly file?: Source;
  readonly archive?: Archive;
}

/** Reads a file or a folder. Adds the problems of reading, of archives, and archive-too-large for a folder of too much. */
export async function readImport(path: string, findings: Findings): Promise<ImportInput | undefined> {
  if (path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return readFolder(path, findings);
  const file = await readSource(path, findings);
  if (file === undefined) return undefined;
  const source = { name: file.name, sha256: sha256(file.bytes) };
  if (isCompoundFile(file.bytes)) {
    findings.add(problem('file-old-excel', { file: file.name }, { input: file.name, line: 0, column: 0 }));
    return undefined;
  }
  if (!isArchive(file.bytes)) return { source, file };
  const archive = openArchive(file, new FaultWatch(findings));
  return archive && { source, file, archive };
}

/** A single file as an archive that holds nothing else. */
export function archiveOf(file: Source): Archive {
  return { names: [file.name], read: (name) => (name === file.name ? file.bytes : undefined) };
}

/**
 * The files of a folder and of the folders below it, with `/` between names on every system. Links are not followed:
 * they may lead out of it. Its digest is that of the lines that `sha256sum` prints of its files, in the order of names.
 */
function readFolder(path: string, findings: Findings): ImportInput | undefined {
  const name = basename(resolve(path));
  const spot = { input: name, line: 0, column: 0 };
  try {
    const names = filesBelow(path).sort(byCodeUnit);
    const tooLarge = sizeFault(path, names);
    if (tooLarge !== undefined) {
      findings.add(problem('archive-too-large', tooLarge, spot));
      return undefined;
    }
    const known = new Set(names);
    const read = (one: string): Uint8Array | undefined => (known.has(one) ? readFileSync(join(path, one)) : undefined);
    const digest = createHash('sha256');
    for (const one of names) digest.update(`${sha256(readFileSync(join(path, one)))}  ${one}\n`);
    return { source: { name, sha256: digest.digest('hex') }, archive: { names, read } };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    findings.add(problem('file-unreadable', { file: path, reason: String(error.code) }, spot));
    return undefined;
  }
}

/** Stops at one file more than an archive may hold. */
function filesBelow(path: string): string[] {
  const names: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined && names.length <= MOST_ENTRIES; folder = pending.pop()) {
    for (const entry of readdirSync(join(path, folder), { withFileTypes: true })) {
      const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) pending.push(inside);
      else if (entry.isFile()) names.push(inside);
    }
  }
  return names;
}

function sizeFault(path: string, names: readonly string[]): ProblemArguments['archive-too-large'] | undefined {
  if (names.length > MOST_ENTRIES) return { entry: '', limit: String(MOST_ENTRIES), of: 'files' };
  let total = 0;
  for (const entry of names) {
    const { size } = lstatSync(join(path, entry));
    if (size > LARGEST_ENTRY) return { entry, limit: megabytes(LARGEST_ENTRY), of: 'bytes' };
    total += size;
  }
  return total > MOST_UNPACKED ? { entry: '', limit: megabytes(MOST_UNPACKED), of: 'bytes' } : undefined;
}

function megabytes(bytes: number): string {
  return `${String(bytes / 1_000_000)} MB`;
}
