import { statSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { Language } from '../diagnostics/wording.js';
import type { BatchOptions } from './batch.js';
import { takenFolder } from './write-folder.js';
import { overwrites } from './write-output.js';

/** Where a batch writes: no path for stdout; a folder takes a file a report. */
export interface BatchTarget {
  readonly path: string | undefined;
  readonly isFolder: boolean;
}

/** Or why it cannot write there: told before hours of work. */
export async function batchTarget({ output, full, shard }: BatchOptions, inputs: readonly string[], language: Language): Promise<BatchTarget | Problem> {
  if (output === undefined || output === '-') return { path: undefined, isFolder: false };
  const taken = [output, `${output}.part`, `${output}.journal`].find((path) => overwrites(path, inputs));
  if (taken !== undefined) return problem('output-is-input', { file: taken });
  const stands = stateOf(output);
  const isFolder = stands?.isDirectory() === true || output.endsWith('/') || output.endsWith(sep);
  if (!isFolder) {
    // A journal stands beside a file, and goes back in it.
    if (stands?.isFile() === false) return problem('output-unwritable', { file: output, reason: 'ESPIPE' });
    return { path: output, isFolder };
  }
  if (full !== true) return problem('output-unwritable', { file: output, reason: 'EISDIR' });
  if (shard !== undefined) {
    const { wordingOf } = await import('../diagnostics/wording.js');
    return problem('usage', { detail: wordingOf(language).phrases['batch.folder_shard'] });
  }
  return takenFolder(output) ?? { path: besideOf(output), isFolder };
}

/** The folder without the separators at its end, to which `.part` can be added. */
function besideOf(folder: string): string {
  const name = basename(folder);
  return /^\.{0,2}$/u.test(name) ? resolve(folder) : join(dirname(folder), name);
}

/** Undefined where nothing stands there, or the system does not say: the opening tells why. */
function stateOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
