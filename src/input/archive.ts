import type { ProblemArguments } from '../diagnostics/codes.js';
import { problem } from '../diagnostics/problem.js';
import { archiveEntries, type ArchiveEntry, type ArchiveFault } from './archive-entries.js';
import type { FaultWatch } from './fault-watch.js';
import type { Source } from './source.js';

export { isArchive } from './signature.js';

const MEGABYTE = 1_000_000;
/** Limits on what an archive unpacks to; a workbook or an export of factors needs a tenth of them. */
export const MOST_ENTRIES = 10_000;
export const MOST_UNPACKED = 512 * MEGABYTE;
export const LARGEST_ENTRY = 256 * MEGABYTE;
/** An entry above RATIO_FREE that shrinks further than this was made to burst, not to hold data. */
export const HIGHEST_RATIO = 250;
const RATIO_FREE = 4 * MEGABYTE;

const STORED = 0;
const DEFLATED = 8;

/** A ZIP archive held in memory; nothing is written, and an archive inside it stays closed. */
export interface Archive {
  /** The files, in the order of the archive, with `/` between folders. */
  readonly names: readonly string[];
  /** The bytes of a file; undefined where there is none of that name, and (with a problem) where it is damaged. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Opens a ZIP archive (APPNOTE 6.3, stored and deflated entries). Adds archive-unreadable, archive-too-large or
 * archive-unsafe and gives undefined where it cannot be trusted as a whole.
 */
export function openArchive(source: Source, watch: FaultWatch): Archive | undefined {
  const spot = { input: source.name, line: 0, column: 0 };
  const unreadable = ({ detail, entry }: ArchiveFault): undefined => {
    watch.add(problem('archive-unreadable', { detail, entry }, spot));
  };
  const entries = archiveEntries(source.bytes);
  if ('detail' in entries) return unreadable(entries);
  const tooLarge = sizeFault(entries);
  if (tooLarge !== undefined) {
    watch.add(problem('archive-too-large', tooLarge, spot));
    return undefined;
  }
  const files = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const detail = files.has(entry.name) ? 'twice' : unsafety(entry);
    if (detail !== undefined) {
      watch.add(problem('archive-unsafe', { entry: entry.name, detail }, spot));
      return undefined;
    }
    if (entry.encrypted) return unreadable({ detail: 'encrypted', entry: entry.name });
    if (!entry.name.endsWith('/')) files.set(entry.name, entry);
  }
  return {
    names: [...files.keys()],
    read: (name) => {
      const entry = files.get(name);
      if (entry === undefined) return undefined;
      const bytes = unpacked(source.bytes, entry);
      return 'detail' in bytes ? unreadable(bytes) : bytes;
    },
  };
}

function sizeFault(entries: readonly ArchiveEntry[]): ProblemArguments['archive-too-large'] | undefined {
  if (entries.length > MOST_ENTRIES) return { entry: '', limit: String(MOST_ENTRIES), of: 'files' };
  let total = 0;
  for (const { name, size } of entries) {
    if (size > LARGEST_ENTRY) return { entry: name, limit: megabytes(LARGEST_ENTRY), of: 'bytes' };
    total += size;
  }
  return total > MOST_UNPACKED ? { entry: '', limit: megabytes(MOST_UNPACKED), of: 'bytes' } : undefined;
}

function megabytes(bytes: number): string {
  return `${String(bytes / MEGABYTE)} MB`;
}

function unsafety({ name, size, packed }: ArchiveEntry): 'outside' | 'ratio' | undefined {
  const parts = name.split('/');
  if (name === '' || name.startsWith('/') || /[\\\0]|^[A-Za-z]:/u.test(name) || parts.includes('..')) return 'outside';
  return size > RATIO_FREE && size > packed * HIGHEST_RATIO ? 'ratio' : undefined;
}

/** An entry's bytes, of exactly the size and checksum that the directory states. */
function unpacked(archive: Uint8Array, entry: ArchiveEntry): Uint8Array | ArchiveFault {
  const damaged: ArchiveFault = { detail: 'damaged', entry: entry.name };
  const packed = entry.packedBytes(archive);
  if (packed === undefined) return damaged;
  // Loading zlib takes 2 ms, which a bill in CSV need not pay.
  const zlib = process.getBuiltinModule('node:zlib');
  let bytes = packed;
  if (entry.method === DEFLATED) {
    try {
      // A limit of 0 is none at all.
      bytes = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    } catch {
      return damaged;
    }
  } else if (entry.method !== STORED) {
    return { detail: 'method', entry: entry.name };
  }
  return bytes.length === entry.size && zlib.crc32(bytes) === entry.crc ? bytes : damaged;
}
