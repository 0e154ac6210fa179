import { isArchive } from './signature.js';
import type { WorkbookReader } from './xlsx/read-workbook.js';

/** One input as it was read: `name` is what reports show (a file name without its folder, or `stdin`). */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What reads workbooks; comes with those sources only that need it, since loading it takes as long as a small bill. */
  readonly workbook?: WorkbookReader;
}

/** Bytes as a source, with the reader that they need. */
export async function sourceOf(name: string, bytes: Uint8Array): Promise<Source> {
  if (!isArchive(bytes)) return { name, bytes };
  const { readWorkbook } = await import('./xlsx/read-workbook.js');
  return { name, bytes, workbook: readWorkbook };
}

/** What an input is called without the end of its name, to name a product or an institution that has no other name. */
export function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/u, '');
}
