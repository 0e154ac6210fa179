import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 20;

/** The first `end` bytes of a file of records, in pieces of whole lines. */
export function* writtenRecords(path: string, end: number): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    let rest: Uint8Array = new Uint8Array(0);
    for (let at = 0; at < end;) {
      const bytes = new Uint8Array(Math.min(PIECE, end - at));
      const read = readSync(file, bytes, 0, bytes.length, at);
      if (read === 0) return;
      at += read;
      const whole = Buffer.concat([rest, bytes.subarray(0, read)]);
      const cut = whole.lastIndexOf(0x0a) + 1;
      if (cut > 0) yield whole.subarray(0, cut);
      rest = whole.subarray(cut);
    }
  } finally {
    closeSync(file);
  }
}
