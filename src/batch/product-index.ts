import { closeSync, openSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { BomColumn, InputFacts } from '../input/bom-line.js';
import { uncertaintyNumber } from '../input/bom-uncertainty.js';
import { csvRecords } from '../input/csv-records.js';
import { DecimalMarkFinder } from '../input/decimal-mark.js';
import type { FaultWatch } from '../input/fault-watch.js';
import { NUMERIC } from '../input/read-bom.js';
import { readStretch, type Table } from '../input/table.js';
import { readWhole } from './file-bytes.js';
import type { CsvBill } from './open-bill.js';
import { LONGEST_RECORD, scanRecords, textOf, type ScannedRecord } from './scan-records.js';

const SUB_PRODUCT = 'bom:';
const MEGABYTE = 1_000_000;
/** Of one run in the index, and of one product beside its id: offsets, lengths, lines, links. */
const BYTES_A_RUN = 32;
const BYTES_A_PRODUCT = 120;

/** Lines of one product that stand together. */
interface Run {
  readonly offset: number;
  bytes: number;
  readonly line: number;
  lines: number;
  /** A line of it refers to a sub-product. */
  refers: boolean;
}

/** What a look through a whole bill tells beside where its products stand. */
export interface BillFacts extends Pick<InputFacts, 'rows'> {
  readonly newline: NonNullable<InputFacts['newline']>;
  readonly finder: DecimalMarkFinder;
}

/** Where the lines of each product of a bill stand, whatever their order. */
export class ProductIndex {
  /** In the order in which they first appear. */
  readonly products: string[] = [];
  readonly #runs: Run[][] = [];
  readonly #numbers = new Map<string, number>();
  #held = 0;
  #last: { number: number; run: Run } | undefined;

  private constructor(private readonly bill: CsvBill, private readonly memory: number) {}

  /**
   * Looks a bill through. Adds table-quote, batch-memory, encoding-unreadable and gives undefined; 'encoding' where it is
   * not UTF-8 after all.
   */
  static of(bill: CsvBill, memory: number, findings: Findings): { index: ProductIndex; facts: BillFacts } | 'encoding' | undefined {
    const index = new ProductIndex(bill, memory);
    const finder = new DecimalMarkFinder();
    const endings = new Set<string>();
    const numeric = [...NUMERIC, 'uncertainty' as const].flatMap((column) => {
      const cell = bill.columns.get(column);
      return cell === undefined ? [] : [{ cell, uncertain: column === 'uncertainty' }];
    });
    let rows = 0;
    const file = openSync(bill.path, 'r');
    try {
      for (const record of scanRecords(file, bill.body.offset, bill.size, bill.body.line)) {
        if (record.ending !== '') endings.add(record.ending);
        const bytes = record.bytes.subarray(record.start, record.end);
        if (!isUtf8(bytes) || bytes.includes(0)) return 'encoding';
        const cells = index.#cells(record, findings);
        if (cells === undefined) return undefined;
        if (!cells.every((cell) => cell.trim() === '')) {
          rows += 1;
          for (const { cell, uncertain } of numeric) {
            const text = cells[cell]?.trim() ?? '';
            if (text !== '') finder.note(uncertain ? uncertaintyNumber(text).number : text);
          }
        }
        if (!index.#add(record, cells, findings)) return undefined;
      }
    } finally {
      closeSync(file);
    }
    const [only = 'LF'] = endings;
    return { index, facts: { rows, finder, newline: endings.size > 1 ? 'mixed' : only as 'LF' } };
  }

  /** The first byte of a product. */
  offsetOf(product: number): number {
    return this.#runs[product]?.[0]?.offset ?? 0;
  }

  /** Where the lines of a product stand that stand together and refer to no other; undefined for any other product. */
  plainRun(product: number): { offset: number; bytes: number; line: number } | undefined {
    const runs = this.#runs[product] ?? [];
    const [run] = runs;
    return run === undefined || runs.length > 1 || run.refers ? undefined : run;
  }

  /** The rows of a product and of all sub-products it needs, in the order of the file. */
  table(file: number, product: number, watch: FaultWatch): Table | undefined {
    const { facts, header, columns } = this.bill;
    const wanted = new Set<number>([product]);
    const runs: Run[] = [];
    for (const each of wanted) {
      for (const run of this.#runs[each] ?? []) {
        runs.push(run);
        if (!run.refers) continue;
        for (const sub of this.#references(file, run, columns)) wanted.add(sub);
      }
    }
    runs.sort((a, b) => a.offset - b.offset);
    const texts: string[] = [];
    const starts: number[] = [];
    let lines = 0;
    for (const run of runs) {
      const text = Buffer.from(bytesOf(file, run)).toString('utf8');
      texts.push(/[\r\n]$/u.test(text) ? text : `${text}\n`);
      starts.push(lines);
      lines += run.lines;
    }
    const lineInInput = (line: number): number => {
      let at = starts.length - 1;
      while (at > 0 && (starts[at] ?? 0) >= line) at -= 1;
      return (runs[at]?.line ?? 0) + line - 1 - (starts[at] ?? 0);
    };
    return readStretch({ facts, header, text: texts.join(''), lineInInput }, watch);
  }

  *#references(file: number, run: Run, columns: ReadonlyMap<BomColumn, number>): Generator<number> {
    const cell = columns.get('factor') ?? -1;
    const read = csvRecords(Buffer.from(bytesOf(file, run)).toString('utf8'), this.bill.facts.delimiter);
    if ('detail' in read) return;
    for (const record of read.records) {
      const number = this.#numbers.get(referenceIn(record[cell]) ?? '');
      if (number !== undefined) yield number;
    }
  }

  #cells(record: ScannedRecord, findings: Findings): readonly string[] | undefined {
    const { delimiter, name } = this.bill.facts;
    const spot = { input: name, line: record.line, column: 0 };
    const long = record.end - record.start > LONGEST_RECORD;
    const text = long ? '"' : textOf(record);
    if (!record.quoted && !long) return text.split(delimiter);
    const read = csvRecords(text, delimiter);
    if (!('detail' in read)) return read.records[0] ?? [];
    findings.add(problem('table-quote', { detail: read.detail }, spot));
    return undefined;
  }

  #add(record: ScannedRecord, cells: readonly string[], findings: Findings): boolean {
    const { columns, name } = this.bill;
    const cell = columns.get('product');
    const named = cell === undefined ? '' : cells[cell]?.trim() ?? '';
    const last = this.#last;
    // A line that names no product belongs to the one above: it is told as a fault of that product.
    const product = named === '' && cell !== undefined && last !== undefined ? this.products[last.number] ?? '' : named;
    if (cells.every((each) => each.trim() === '') && last === undefined) return true;
    const refers = referenceIn(cells[columns.get('factor') ?? -1]) !== undefined;
    if (last !== undefined && this.products[last.number] === product) {
      last.run.bytes = record.next - last.run.offset;
      last.run.lines += record.lines;
      last.run.refers ||= refers;
      return true;
    }
    let number = this.#numbers.get(product);
    if (number === undefined) {
      number = this.products.push(product) - 1;
      this.#numbers.set(product, number);
      this.#runs.push([]);
      this.#held += BYTES_A_PRODUCT + 2 * product.length;
    }
    const run: Run = { offset: record.offset, bytes: record.next - record.offset, line: record.line, lines: record.lines, refers };
    this.#runs[number]?.push(run);
    this.#last = { number, run };
    this.#held += BYTES_A_RUN;
    if (this.#held <= this.memory * MEGABYTE) return true;
    findings.add(problem('batch-memory', { file: name, limit: this.memory }, { input: name, line: record.line, column: 0 }));
    return false;
  }
}

function referenceIn(cell: string | undefined): string | undefined {
  const text = cell?.trim() ?? '';
  return text.startsWith(SUB_PRODUCT) ? text.slice(SUB_PRODUCT.length).trim() : undefined;
}

function bytesOf(file: number, { offset, bytes: length }: Run): Uint8Array {
  const bytes = new Uint8Array(length);
  readWhole(file, bytes, offset);
  return bytes;
}
