import { sha256 } from '../input/sha256.js';

/**
 * The digest of a dataset: SHA-256 of the text that `sha256sum datapackage.json factors.csv` prints, that is the
 * lower-case digest of each file, two blanks, the file's name and a line feed. `sha256sum datapackage.json
 * factors.csv | sha256sum` repeats it.
 */
export function datasetDigest(dataPackage: Uint8Array, factors: Uint8Array): string {
  return filesDigest([['datapackage.json', dataPackage], ['factors.csv', factors]]);
}

/** The same of any files: SHA-256 of what `sha256sum` prints for them in this order. */
export function filesDigest(files: readonly (readonly [name: string, bytes: Uint8Array])[]): string {
  return sha256(files.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(''));
}
