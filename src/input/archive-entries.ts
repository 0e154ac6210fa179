/** One entry as the central directory of a ZIP archive states it (APPNOTE 6.3.10, section 4.3.12). */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** The packed bytes; undefined where they do not lie in the archive. */
  packedBytes(archive: Uint8Array): Uint8Array | undefined;
}

export interface ArchiveFault {
  readonly detail: 'no-directory' | 'cut-off' | 'encrypted' | 'method' | 'damaged';
  /** '' for the archive as a whole. */
  readonly entry: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** A field too small for its value: the value stands in the ZIP64 extra field. */
const IN_EXTRA = 0xffffffff;
const EXTRA_64 = 0x0001;
const ENCRYPTED = 0x0001;
const UTF8_NAME = 0x0800;

const NO_DIRECTORY: ArchiveFault = { detail: 'no-directory', entry: '' };
const CUT_OFF: ArchiveFault = { detail: 'cut-off', entry: '' };

/** The entries that the central directory lists; local headers are believed only for where the bytes begin. */
export function archiveEntries(bytes: Uint8Array): readonly ArchiveEntry[] | ArchiveFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return NO_DIRECTORY;
  try {
    const { start, count } = directoryOf(view, end);
    const entries: ArchiveEntry[] = [];
    let at = start;
    for (let left = count; left > 0; left -= 1) {
      if (view.getUint32(at, true) !== CENTRAL) return CUT_OFF;
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
      entries.push(entryAt(bytes, view, at, nameLength, extraLength));
      at = next;
    }
    return entries;
  } catch (error) {
    // A field that would lie beyond the bytes.
    if (error instanceof RangeError) return CUT_OFF;
    throw error;
  }
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

function directoryOf(view: DataView, end: number): { start: number; count: number } {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const end64 = whole(view, locator + 8);
    if (view.getUint32(end64, true) === END_64) return { count: whole(view, end64 + 32), start: whole(view, end64 + 48) };
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const large = extra64(view, at + 46 + nameLength, extraLength);
  // The extra field holds only those values that did not fit, in this order.
  const size = fitting(view.getUint32(at + 24, true), large);
  const packed = fitting(view.getUint32(at + 20, true), large);
  const header = fitting(view.getUint32(at + 42, true), large);
  if (at + 46 + nameLength > bytes.length) throw new RangeError('a name beyond the end');
  return {
    name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8_NAME) !== 0),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & ENCRYPTED) !== 0,
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    packedBytes: (archive) => packedAt(archive, header, packed),
  };
}

function packedAt(archive: Uint8Array, header: number, packed: number): Uint8Array | undefined {
  if (header + 30 > archive.length) return undefined;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (view.getUint32(header, true) !== LOCAL) return undefined;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return start + packed > archive.length ? undefined : archive.subarray(start, start + packed);
}

/** The 64-bit values of the ZIP64 extra field, to be taken one after another. */
function extra64(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    const values = Math.min(3, Math.floor(view.getUint16(at + 2, true) / 8));
    return Array.from({ length: values }, (_, index) => whole(view, at + 4 + 8 * index));
  }
  return [];
}

function fitting(value: number, large: number[]): number {
  return value === IN_EXTRA ? large.shift() ?? IN_EXTRA : value;
}

/** A 64-bit count; what exceeds 2^53 exceeds every limit too. */
function whole(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Names without the UTF-8 mark are UTF-8 all the same, or in the code page of a Chinese Windows. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
