import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { bomColumnNamed, findBomColumns } from '../input/bom-headers.js';
import type { BomColumn } from '../input/bom-line.js';
import { readBomTable, unfitOptions, type BomReading } from '../input/bom-table.js';
import { csvRecords } from '../input/csv-records.js';
import { detectDelimiter } from '../input/delimiter.js';
import { decode } from '../input/encoding.js';
import { FaultWatch } from '../input/fault-watch.js';
import { readingProblem, readSource } from '../input/read-source.js';
import { isArchive, isCompoundFile } from '../input/signature.js';
import { sourceOf } from '../input/source.js';
import { readStretch, type Stretch, type Table } from '../input/table.js';
import { readWhole } from './file-bytes.js';
import { scanRecords, textOf } from './scan-records.js';
import { Spool } from './spool.js';

/** A bill whose header was read. */
export type OpenBill = CsvBill | SheetBill;

interface BillBase {
  /** What reports call it. */
  readonly name: string;
  /** The file as it came, or its copy where it came by stdin. */
  readonly source: string;
  readonly columns: ReadonlyMap<BomColumn, number>;
  /** Bytes, or the rows of a sheet: what shards divide. */
  readonly extent: number;
}

/** A delimited text in UTF-8, of any size. */
export interface CsvBill extends BillBase {
  readonly kind: 'csv';
  /** Where its bytes are: the file itself, or a copy where that is not UTF-8 or cannot be read twice. */
  readonly path: string;
  readonly facts: Stretch['facts'];
  readonly header: Stretch['header'];
  /** Where its first record begins. */
  readonly body: { readonly offset: number; readonly line: number };
  readonly size: number;
  readonly spool?: Spool;
}

/** A sheet of a workbook, which is read whole. */
export interface SheetBill extends BillBase {
  readonly kind: 'sheet';
  readonly table: Table;
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const HEAD = 1 << 16;

/**
 * Opens a bill by its path, or `-`. A delimited text is taken for UTF-8 unless its first bytes or the caller say
 * otherwise; `copied`: it was found to be something else. Undefined, with the reasons among the findings, where it cannot be read.
 */
export async function openBill(
  path: string,
  reading: BomReading,
  findings: Findings,
  { copied = false, stdin = process.stdin }: { copied?: boolean; stdin?: AsyncIterable<Uint8Array> } = {},
): Promise<OpenBill | undefined> {
  const name = path === '-' ? 'stdin' : basename(path);
  const whole = { input: name, line: 0, column: 0 };
  let spool: Spool | undefined;
  let place = path;
  try {
    if (path === '-') {
      spool = new Spool();
      for await (const bytes of stdin) spool.write(bytes);
      spool.close();
      place = spool.path;
    }
    const file = openSync(place, 'r');
    try {
      const { size } = fstatSync(file);
      const head = new Uint8Array(Math.min(HEAD, size));
      readWhole(file, head, 0);
      if (size === 0) findings.add(problem('file-empty', { file: path }, whole));
      else if (isCompoundFile(head)) findings.add(problem('file-old-excel', { file: name }, whole));
      if (findings.unusable) return undefined;
      if (isArchive(head)) return await openSheet(place, name, reading, findings);
      for (const option of unfitOptions('csv', reading)) findings.add(problem('option-unfit', { option, form: 'csv' }, whole));
      if (findings.unusable) return undefined;
      if (copied || isOtherwise(head, reading)) return await openCopy(place, name, reading, findings);
      const marked = UTF8_MARK.every((byte, index) => head[index] === byte);
      const text = { path: place, source: place, name, size, from: marked ? UTF8_MARK.length : 0, encoding: marked ? 'utf-8-bom' : 'utf-8' };
      return openText(file, spool === undefined ? text : { ...text, spool }, reading, findings);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    spool?.remove();
    findings.add(readingProblem(path, name, error));
    return undefined;
  }
}

/** A stated encoding other than UTF-8, the byte order mark of UTF-16, NUL bytes, or whole lines that are not UTF-8. */
function isOtherwise(head: Uint8Array, { encoding }: BomReading): boolean {
  if (encoding !== undefined) return !/^utf-?8$/iu.test(encoding);
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.includes(0)
    || !isUtf8(head.subarray(0, Math.max(head.lastIndexOf(0x0a), head.lastIndexOf(0x0d)) + 1));
}

async function openSheet(path: string, name: string, reading: BomReading, findings: Findings): Promise<SheetBill | undefined> {
  const source = await readSource(path, findings);
  if (source === undefined) return undefined;
  const watch = new FaultWatch(findings);
  const table = readBomTable({ ...await sourceOf(name, source.bytes) }, reading, watch);
  if (table === undefined) return undefined;
  const columns = findBomColumns(table, watch, reading.factorless);
  return watch.failed ? undefined : { kind: 'sheet', name, source: path, table, columns, extent: table.rows.length };
}

/** Other encodings are read whole, as `calc` reads them, and laid aside in UTF-8. */
async function openCopy(path: string, name: string, reading: BomReading, findings: Findings): Promise<CsvBill | undefined> {
  const source = await readSource(path, findings);
  const decoded = source === undefined ? undefined : decode({ ...source, name }, new FaultWatch(findings), reading.encoding);
  if (decoded === undefined) return undefined;
  const spool = new Spool();
  const bytes = Buffer.from(decoded.text, 'utf8');
  spool.write(bytes);
  spool.close();
  const file = openSync(spool.path, 'r');
  try {
    return openText(file, { path: spool.path, source: path, name, size: bytes.length, from: 0, encoding: decoded.encoding, spool }, reading, findings);
  } finally {
    closeSync(file);
  }
}

interface Utf8Text {
  readonly path: string;
  readonly source: string;
  readonly name: string;
  readonly size: number;
  readonly from: number;
  readonly encoding: string;
  readonly spool?: Spool;
}

function openText(file: number, { path, source, name, size, from, encoding, spool }: Utf8Text, reading: BomReading, findings: Findings): CsvBill | undefined {
  const watch = new FaultWatch(findings);
  const whole = { input: name, line: 0, column: 0 };
  for (const record of scanRecords(file, from, size, 1)) {
    const text = textOf(record);
    if (text.trim() === '') continue;
    const delimiter = reading.delimiter ?? detectDelimiter(/[^\r\n]*\S[^\r\n]*/u.exec(text)?.[0] ?? '', (each) => bomColumnNamed(each) !== undefined);
    const facts = { name, encoding, delimiter };
    const read = csvRecords(text, delimiter);
    if ('detail' in read) {
      watch.add(problem('table-quote', { detail: read.detail }, { ...whole, line: record.line }));
      return undefined;
    }
    const cells = read.records[0] ?? [];
    if (cells.every((cell) => cell.trim() === '')) continue;
    const header = { cells, line: record.line };
    const table = readStretch({ facts, header, text: '', lineInInput: (line) => line }, watch);
    if (table === undefined) return undefined;
    const columns = findBomColumns(table, watch, reading.factorless);
    if (record.next >= size && reading.mayBeBare !== true) watch.add(problem('table-header-only', { file: name }, table.headerSpot(-1)));
    if (watch.failed) return undefined;
    return {
      kind: 'csv', name, source, path, facts, header, columns, size, extent: size,
      body: { offset: record.next, line: record.line + record.lines },
      ...(spool === undefined ? {} : { spool }),
    };
  }
  watch.add(problem('file-empty', { file: name }, whole));
  return undefined;
}
