import { problem } from '../diagnostics/problem.js';
import { bomColumnNamed, isBomHeader } from './bom-headers.js';
import type { Delimiter } from './delimiter.js';
import { decode } from './encoding.js';
import type { FaultWatch } from './fault-watch.js';
import type { DecimalMark } from './number.js';
import { isCompoundFile } from './signature.js';
import type { Source } from './source.js';
import { readTable, type Table } from './table.js';

/** What the user states instead of having it detected. */
export interface BomReading {
  readonly encoding?: string;
  readonly delimiter?: Delimiter;
  readonly decimalMark?: DecimalMark;
  /** Of a workbook: the sheet to read. */
  readonly sheet?: string;
  /** Of a workbook: the values stored beside formulas count as amounts. */
  readonly allowFormulas?: boolean;
  /** Factors come from elsewhere: a bill without any column for them is whole. */
  readonly factorless?: boolean;
  /** Lines come from elsewhere too: a bill may be a header alone. */
  readonly mayBeBare?: boolean;
}

/** Which header names a table has. */
export interface TableNames {
  readonly isKnown: (name: string) => boolean;
  /** Whether a header has the columns that such a table must have. */
  readonly fits: (header: readonly string[]) => boolean;
}

/** The table of a bill. */
export function readBomTable(source: Source, reading: BomReading, watch: FaultWatch): Table | undefined {
  const isKnown = (name: string): boolean => bomColumnNamed(name) !== undefined;
  return readNamedTable(source, { isKnown, fits: (header) => isBomHeader(header, reading.factorless) }, reading, watch);
}

/** A table from CSV or from a workbook: which of them, the bytes tell and not the name. */
export function readNamedTable(source: Source, names: TableNames, reading: BomReading, watch: FaultWatch): Table | undefined {
  const spot = { input: source.name, line: 0, column: 0 };
  if (isCompoundFile(source.bytes)) {
    watch.add(problem('file-old-excel', { file: source.name }, spot));
    return undefined;
  }
  const { workbook } = source;
  const form = workbook === undefined ? 'csv' : 'xlsx';
  for (const option of unfitOptions(form, reading)) watch.add(problem('option-unfit', { option, form }, spot));
  if (watch.failed) return undefined;
  if (workbook !== undefined) {
    const { sheet, allowFormulas } = reading;
    return workbook(source, { fits: names.fits, formulas: allowFormulas ?? false, ...(sheet === undefined ? {} : { sheet }) }, watch);
  }
  const { encoding, delimiter } = reading;
  const decoded = decode(source, watch, encoding);
  if (decoded === undefined) return undefined;
  return readTable(source.name, decoded, {
    isKnown: names.isKnown,
    mayBeBare: reading.mayBeBare ?? false,
    ...(delimiter === undefined ? {} : { delimiter }),
  }, watch);
}

export function unfitOptions(form: 'csv' | 'xlsx', { encoding, delimiter, sheet, allowFormulas }: BomReading): string[] {
  const stated = form === 'csv'
    ? { '--sheet': sheet, '--allow-formulas': allowFormulas === true ? 'yes' : undefined }
    : { '--encoding': encoding, '--delimiter': delimiter };
  return Object.entries(stated).flatMap(([option, value]) => (value === undefined ? [] : [option]));
}
