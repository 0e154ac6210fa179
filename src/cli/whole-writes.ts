import { fstatSync, writeSync } from 'node:fs';

/** Whether a stream of the process goes to a file, `> report.json`, rather than to a terminal, a pipe or a device. */
export function goesToFile(file: number): boolean {
  try {
    return fstatSync(file).isFile();
  } catch {
    // Closed, `>&-`: the stream tells.
    return false;
  }
}

/**
 * Writes all of it or throws. Node writes to a stdout that is a file once, and takes no note of how much of it the
 * system took: the last bytes before a disk is full would be lost in silence.
 */
export function writeWhole(file: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
