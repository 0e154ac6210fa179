import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SHA-256 of a file of any size. */
export function digestOf(file) {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const source = openSync(file, 'r');
  for (let length = readSync(source, chunk); length > 0; length = readSync(source, chunk)) hash.update(chunk.subarray(0, length));
  closeSync(source);
  return hash.digest('hex');
}
