import type { BomReading } from '../input/bom-table.js';

/** The options of a command that say how its bill is to be read. */
export interface ReadingOptions {
  readonly encoding?: string;
  readonly delimiter?: ',' | ';' | 'tab';
  readonly decimalMark?: '.' | ',';
  readonly sheet?: string;
  readonly allowFormulas?: boolean;
}

export function readingOf({ encoding, delimiter, decimalMark, sheet, allowFormulas }: ReadingOptions): BomReading {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(allowFormulas === undefined ? {} : { allowFormulas }),
  };
}
