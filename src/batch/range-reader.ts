import { isUtf8 } from 'node:buffer';
import type { Problem } from '../diagnostics/problem.js';
import { FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { DecimalMarkFinder, type MarkEvidence } from '../input/decimal-mark.js';
import type { DecimalMark } from '../input/number.js';
import { noteNumbers } from '../input/read-bom.js';
import { readStretch } from '../input/table.js';
import { canonicalText } from '../report/canonical.js';
import type { BatchJob } from './batch-job.js';
import { ByteWriter } from './byte-writer.js';
import type { CsvBill } from './open-bill.js';
import type { PlainLane } from './plain-lane.js';
import { plainLaneOf } from './plain-shelf.js';
import { NO_PLAIN_LINE, RecordEdges } from './record-edges.js';
import { ReferenceLane } from './reference-lane.js';
import { productHash } from './seen-products.js';
import { isPlainStart } from './text-cells.js';

/** Why a bill has to be looked through before its products can be worked out. */
export type NotPlain = 'encoding' | 'lines' | 'sub-product' | 'scattered' | 'mark';

/** What a range of a bill gave: records of whole products, in the order of the bill. */
export interface RangeResult {
  readonly bytes: Uint8Array;
  readonly products: number;
  readonly failed: number;
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
  readonly #edges: RecordEdges;
  readonly #plain: PlainLane | undefined;
  readonly #reference: ReferenceLane;
  readonly #out = new ByteWriter();
  readonly #cell: number;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(private readonly bill: CsvBill, mark: DecimalMark | undefined, private readonly job: BatchJob) {
    const { columns, header, facts, name } = bill;
    this.#edges = new RecordEdges(facts.delimiter, header.cells.length);
    this.#cell = columns.get('product') ?? -1;
    this.#plain = plainLaneOf({ name, columns, width: header.cells.length }, mark, job);
    // Records name no facts of the input but its name.
    this.#reference = new ReferenceLane(columns, mark, { name, role: 'bom', sha256: '', rows: 0, encoding: facts.encoding }, job);
  }

  /** `line` is that of the first byte; the range begins and ends with whole products. */
  read(bytes: Uint8Array, line: number): RangeResult | NotPlain {
    if (!isUtf8(bytes) || bytes.includes(0)) return 'encoding';
    this.#bytes = bytes;
    const edges = this.#edges;
    const lane = this.#plain;
    const out = this.#out;
    out.length = 0;
    const cell = this.#cell;
    const finder = new DecimalMarkFinder();
    const hashes: number[] = [];
    const problems: Problem[] = [];
    let failed = 0;
    let points = 0;
    let threeAfterPoint = false;

    let productStart = -1;
    let productEnd = -1;
    let text: string | undefined;
    let from = 0;
    let fromLine = line;
    let plain = false;
    let lineNow = line;
    const end = (to: number): NotPlain | undefined => {
      if (productStart < 0) return undefined;
      const product = text ?? this.#text(productStart, productEnd);
      if (plain && lane !== undefined) {
        const { evidence } = lane;
        points += evidence.points;
        threeAfterPoint ||= evidence.threeAfterPoint;
        lane.finish(bytes, Buffer.from(canonicalText(product), 'utf8'), out);
      } else {
        if (refersToProduct(bytes, from, to)) return 'sub-product';
        const { facts, header, columns } = this.bill;
        const stretch = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
        const base = fromLine;
        const made = this.#reference.record(product, product, (watch) => {
          const table = readStretch({ facts, header, text: stretch, lineInInput: (at) => base + at - 1 }, watch);
          if (table !== undefined) noteNumbers(table, columns, finder);
          return table;
        });
        out.put(made.bytes);
        if (made.failed > 0) {
          failed += 1;
          for (const found of made.problems) if (problems.length < FINDINGS_LIMIT) problems.push(found);
        }
      }
      const id = text === undefined ? undefined : Buffer.from(text, 'utf8');
      hashes.push(...(id === undefined ? productHash(bytes, productStart, productEnd) : productHash(id, 0, id.length)));
      return undefined;
    };

    for (let at = 0; at < bytes.length; lineNow += 1) {
      const next = edges.scan(bytes, at, bytes.length);
      if (next === NO_PLAIN_LINE) return 'lines';
      const start = edges.cells > cell ? edges.starts[cell] as number : 0;
      const stop = edges.cells > cell ? edges.ends[cell] as number : 0;
      if (start === stop) {
        // It names no product: a blank line counts for nothing, any other is a fault of the product above.
        if (!isBlank(bytes, at, next, edges)) {
          if (productStart < 0) return 'lines';
          plain = false;
        }
        at = next;
        continue;
      }
      const isNew = productStart < 0 || !this.#isSame(productStart, productEnd, text, start, stop);
      if (isNew) {
        const trouble = end(at);
        if (trouble !== undefined) return trouble;
        productStart = start;
        productEnd = stop;
        text = this.#isOrdinary(start, stop) ? undefined : this.#text(start, stop);
        if (text?.includes('"') === true) return 'lines';
        from = at;
        fromLine = lineNow;
        plain = lane !== undefined;
        lane?.begin();
      }
      if (plain && lane !== undefined && !lane.take(bytes, edges, lineNow)) plain = false;
      at = next;
    }
    const trouble = end(bytes.length);
    if (trouble !== undefined) return trouble;
    finder.add({ points, commas: 0, threeAfterPoint, threeAfterComma: false });
    return {
      bytes: out.take(),
      products: hashes.length / 2,
      failed,
      hashes: Uint32Array.from(hashes),
      evidence: finder.evidence,
      problems,
      usedMappingLines: this.job.mapping?.usedLines ?? [],
      nextLine: lineNow,
    };
  }

  #isSame(start: number, end: number, text: string | undefined, otherStart: number, otherEnd: number): boolean {
    const bytes = this.#bytes;
    if (end - start === otherEnd - otherStart) {
      let at = start;
      for (let other = otherStart; at < end && bytes[at] === bytes[other]; other += 1) at += 1;
      if (at === end) return true;
    }
    if (text === undefined && this.#isOrdinary(otherStart, otherEnd)) return false;
    return (text ?? this.#text(start, end)) === this.#text(otherStart, otherEnd);
  }

  /** Whether the bytes of a product's cell are those of its id. */
  #isOrdinary(start: number, end: number): boolean {
    const bytes = this.#bytes;
    if (!isPlainStart(bytes, start)) return false;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number;
      // Blanks beyond U+0020 are trimmed; quotation marks are seldom in an id.
      if (byte < 0x20 || byte === 0x22 || byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 || byte === 0xef) return false;
    }
    return true;
  }

  /** An id as the reference reader has it. */
  #text(start: number, end: number): string {
    const bytes = this.#bytes;
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8').trim();
  }
}

function isBlank(bytes: Uint8Array, from: number, to: number, edges: RecordEdges): boolean {
  if (edges.cells === 1) return edges.starts[0] === edges.ends[0];
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8').replace(/[,;\t]/gu, '').trim() === '';
}

function refersToProduct(bytes: Uint8Array, from: number, to: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).includes(SUB_PRODUCT);
}
