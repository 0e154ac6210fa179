import { isUtf8 } from 'node:buffer';
import type { Problem } from '../diagnostics/problem.js';
import { FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { DecimalMarkFinder, type MarkEvidence } from '../input/decimal-mark.js';
import type { DecimalMark } from '../input/number.js';
import { noteNumbers } from '../input/read-bom.js';
import { readStretch } from '../input/table.js';
import type { BatchJob } from './batch-job.js';
import type { CsvBill } from './open-bill.js';
import { PlainLane, type LeftProduct } from './plain-lane.js';
import { plainWorkOf } from './plain-shelf.js';
import { ReferenceLane, type MadeRecord } from './reference-lane.js';
import { SeenProducts } from './seen-products.js';

/** Why a bill has to be looked through before its products can be worked out. */
export type NotPlain = 'encoding' | 'lines' | 'sub-product' | 'scattered' | 'mark';

/** What a range of a bill gave: records of whole products, in the order of the bill. */
export interface RangeResult {
  /** They stand until the next range is read. */
  readonly bytes: Uint8Array;
  readonly products: number;
  readonly failed: number;
  /** Products that the plain lane left to the reference lane. */
  readonly left: number;
  /** Two numbers a product. */
  readonly hashes: Uint32Array;
  readonly evidence: MarkEvidence;
  readonly problems: readonly Problem[];
  readonly usedMappingLines: readonly number[];
  /** The line after the range. */
  readonly nextLine: number;
}

const SUB_PRODUCT = Buffer.from('bom:');

/** Works out the products of ranges of a bill whose products stand together, each line a record. */
export class RangeReader {
  readonly #plain: PlainLane;
  readonly #reference: ReferenceLane;

  constructor(private readonly bill: CsvBill, mark: DecimalMark | undefined, private readonly job: BatchJob, kernel?: WebAssembly.Module) {
    const { columns, header, facts, name } = bill;
    const width = header.cells.length;
    this.#plain = new PlainLane(
      { delimiter: facts.delimiter, columns: width, product: columns.get('product') ?? -1 },
      plainWorkOf({ name, columns, width }, mark, job),
      kernel,
    );
    // Records name no facts of the input but its name.
    this.#reference = new ReferenceLane(columns, mark, { name, role: 'bom', sha256: '', rows: 0, encoding: facts.encoding }, job);
  }

  /** Room for the bytes of a range, which begins and ends with whole products; it is filled before anything else is asked. */
  room(length: number): Uint8Array {
    return this.#plain.room(length);
  }

  /** The line feeds of the range. */
  lineFeeds(): number {
    return this.#plain.lineFeeds();
  }

  /** Works out the products of the range; `line` is that of its first byte. */
  read(line: number): RangeResult | NotPlain {
    const lane = this.#plain;
    if (!isUtf8(lane.bytes) || lane.hasNul) return 'encoding';
    const records: Uint8Array[] = [];
    const hashes: Uint32Array[] = [];
    const finder = new DecimalMarkFinder();
    const problems: Problem[] = [];
    let failed = 0;
    let left = 0;
    lane.start(line);
    for (let event = lane.run(); event !== 'done'; event = lane.run()) {
      if (event === 'not-plain') return 'lines';
      const taken = lane.take();
      records.push(taken.records.slice());
      hashes.push(taken.hashes);
      if (event === 'full') continue;
      const made = this.#leftRecord(event, finder);
      if (made === undefined) return 'sub-product';
      records.push(made.bytes);
      hashes.push(Uint32Array.from(SeenProducts.hashOf(event.product)));
      failed += made.failed;
      left += 1;
      for (const found of made.problems) if (problems.length < FINDINGS_LIMIT) problems.push(found);
    }
    const { records: lastRecords, hashes: lastHashes } = lane.take();
    finder.add({ ...lane.evidence, commas: 0, threeAfterComma: false });
    const all = hashes.length === 0 ? lastHashes : Uint32Array.from([...hashes, lastHashes].flatMap((each) => [...each]));
    return {
      bytes: records.length === 0 ? lastRecords : new Uint8Array(Buffer.concat([...records, lastRecords])),
      products: all.length / 2,
      failed,
      left,
      hashes: all,
      evidence: finder.evidence,
      problems,
      usedMappingLines: this.job.mapping?.usedLines ?? [],
      nextLine: lane.nextLine,
    };
  }

  /** The record of a product that the plain lane left; undefined where it may refer to another product. */
  #leftRecord({ from, to, line, product }: LeftProduct, finder: DecimalMarkFinder): MadeRecord | undefined {
    const bytes = Buffer.from(this.#plain.bytes.buffer, this.#plain.bytes.byteOffset + from, to - from);
    if (bytes.includes(SUB_PRODUCT)) return undefined;
    const { facts, header, columns } = this.bill;
    const text = bytes.toString('utf8');
    return this.#reference.record(product, product, (watch) => {
      const table = readStretch({ facts, header, text, lineInInput: (at) => line + at - 1 }, watch);
      if (table !== undefined) noteNumbers(table, columns, finder);
      return table;
    });
  }
}
