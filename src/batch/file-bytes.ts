import { readSync } from 'node:fs';

/** Fills `bytes` from an offset of a file. False where the file ends before. */
export function readWhole(file: number, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < bytes.length;) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}
