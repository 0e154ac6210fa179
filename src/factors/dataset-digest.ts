import { createHash } from 'node:crypto';

/**
 * The digest of a dataset: SHA-256 of the text that `sha256sum datapackage.json factors.csv` prints, that is the
 * lower-case digest of each file, two blanks, the file's name and a line feed. `sha256sum datapackage.json
 * factors.csv | sha256sum` repeats it.
 */
export function datasetDigest(dataPackage: Uint8Array, factors: Uint8Array): string {
  return sha256(`${sha256(dataPackage)}  datapackage.json\n${sha256(factors)}  factors.csv\n`);
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
