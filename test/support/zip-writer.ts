import { deflateRawSync } from 'node:zlib';

/** One file of an archive; the further members write what a sound archive would not have. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** The unpacked size that is stated. */
  readonly size?: number;
  /** Sizes and place stand in a ZIP64 extra field. */
  readonly zip64?: boolean;
  readonly nameBytes?: Uint8Array;
}

/** A ZIP archive by the letter of APPNOTE 4.3, written apart from the reader. */
export function zipOf(files: readonly ZipFile[], comment = ''): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = typeof file.content === 'string' ? Buffer.from(file.content) : Buffer.from(file.content);
    const packed = file.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(file.nameBytes ?? Buffer.from(file.name));
    const size = file.size ?? content.length;
    const common = Buffer.concat([
      u16(file.flags ?? 0x0800), u16(file.method ?? (file.stored === true ? 0 : 8)), u32(0), u32(file.crc ?? crc32(content)),
    ]);
    const local = Buffer.concat([u32(0x04034b50), u16(20), common, u32(packed.length), u32(size), u16(name.length), u16(0), name, packed]);
    const extra = file.zip64 === true
      ? Buffer.concat([u16(0x9999), u16(2), u16(7), u16(1), u16(24), u64(size), u64(packed.length), u64(offset)])
      : Buffer.alloc(0);
    const stated = file.zip64 === true
      ? { packed: 0xffffffff, size: 0xffffffff, offset: 0xffffffff }
      : { packed: packed.length, size, offset };
    centrals.push(Buffer.concat([
      u32(0x02014b50), u16(20), u16(20), common, u32(stated.packed), u32(stated.size), u16(name.length), u16(extra.length),
      u16(0), u16(0), u16(0), u32(0), u32(stated.offset), name, extra,
    ]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const text = Buffer.from(comment);
  const end = Buffer.concat([
    u32(0x06054b50), u16(0), u16(0), u16(files.length), u16(files.length), u32(directory.length), u32(offset), u16(text.length), text,
  ]);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** ISO 3309, bit by bit. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ ((crc & 1) === 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
