import type { MarkEvidence } from '../input/decimal-mark.js';
import { MODULE_STAGES, moduleNamed } from '../input/modules.js';
import { STAGES } from '../input/vocabulary.js';
import { DATA_WORDS, STAGE_WORDS } from '../input/words.js';
import { DATA_TYPES } from '../input/vocabulary.js';
import { FORMULA } from '../input/bom-cells.js';
import type { ByteWriter } from './byte-writer.js';
import { LargestLines } from './largest-lines.js';
import { ORIGINS, type PlainFactor, type PlainFactors } from './plain-factors.js';
import type { PlainRecord} from './plain-record.js';
import { UNSTATED } from './plain-record.js';
import type { PlainColumns } from './plain-columns.js';
import type { RecordEdges } from './record-edges.js';
import { ScaledSums, TENS } from './scaled-sums.js';
import { ABS_FROM, BEYOND, GWP_COUNT, ORIGIN_FROM, SLOTS } from './sum-slots.js';
import { isPlainStart } from './text-cells.js';
import { WordTable, type Bytes } from './word-table.js';

const MOST_WORDS = 1000;
const MOST_QUANTITY_DIGITS = 15;
/** Longer cells are refused by the reference reader, which counts characters. */
const MOST_BYTES = 100_000;

/**
 * Works out products from the bytes of plain lines, without strings and without decimals: the sums are scaled integers
 * (scaled-sums.ts). It does nothing that the reference lane does otherwise: where a line asks for more than it can
 * tell exactly, the whole product is left to that lane. docs/decisions/0013
 */
export class PlainLane {
  readonly sums = new ScaledSums(SLOTS);
  readonly largest = new LargestLines();
  /** Bits of the stages, data types and GWP sets that occur; `used`: module D as well. */
  stages = 0;
  data = 0;
  gwp = 0;
  usedGwp = 0;
  oldest = '';
  newest = '';
  measured = false;
  /** First uses of factors that do not fit what was declared. */
  readonly misfits: { factor: PlainFactor; line: number }[] = [];
  #points = 0;
  #threeAfterPoint = false;
  #product = 0;
  readonly #lastUse = new Map<PlainFactor, number>();
  readonly #stageWords: WordTable;
  readonly #stageOf: number[] = [];
  readonly #dataWords: WordTable;
  readonly #dataOf: number[] = [];
  readonly #record: PlainRecord;

  constructor(
    private readonly columns: PlainColumns,
    private readonly factors: PlainFactors,
    record: PlainRecord,
    /** Bit of each stage that the boundary takes in; module D among them. */
    private readonly allowed: number,
    /** Whether `1.5` is a number here; else whole numbers alone are plain. */
    private readonly mayPoint: boolean,
  ) {
    this.#record = record;
    this.#stageWords = new WordTable((text, id) => { this.#stageOf[id] = stageIndex(text.trim()); }, MOST_WORDS);
    this.#dataWords = new WordTable((text, id) => { this.#dataOf[id] = dataIndex(text.trim()); }, MOST_WORDS);
  }

  begin(): void {
    this.sums.clear();
    this.largest.clear();
    this.stages = 0;
    this.data = 0;
    this.gwp = 0;
    this.usedGwp = 0;
    this.oldest = '';
    this.newest = '';
    this.measured = false;
    this.misfits.length = 0;
    this.#points = 0;
    this.#threeAfterPoint = false;
    this.#product += 1;
  }

  /** What the numbers of the product told of the decimal mark; commas are never plain. */
  get evidence(): MarkEvidence {
    return { points: this.#points, commas: 0, threeAfterPoint: this.#threeAfterPoint, threeAfterComma: false };
  }

  /** Takes a line of the product in. False where the product must be left to the reference lane. */
  take(bytes: Bytes, edges: RecordEdges, line: number): boolean {
    const { columns, sums } = this;
    const { starts, ends } = edges;
    if (edges.odd || edges.cells < columns.width) return false;
    for (const cell of columns.blank) if ((starts[cell] as number) < (ends[cell] as number)) return false;

    const itemStart = starts[columns.item] as number;
    const itemEnd = ends[columns.item] as number;
    if (itemStart === itemEnd || itemEnd - itemStart > MOST_BYTES || !isPlainStart(bytes, itemStart)) return false;
    let componentStart = 0;
    let componentEnd = 0;
    if (columns.component >= 0) {
      componentStart = starts[columns.component] as number;
      componentEnd = ends[columns.component] as number;
      if (componentStart < componentEnd && (componentEnd - componentStart > MOST_BYTES || !isPlainStart(bytes, componentStart))) return false;
    }

    // The quantity: digits with a point between, as PLAIN_POINT of input/number.ts has them.
    let at = starts[columns.quantity] as number;
    const quantityEnd = ends[columns.quantity] as number;
    const negative = bytes[at] === 0x2d;
    if (negative) at += 1;
    const first = at;
    let mantissa = 0;
    while (at < quantityEnd) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      mantissa = mantissa * 10 + digit;
      at += 1;
    }
    const whole = at - first;
    if (whole === 0 || (whole > 1 && bytes[first] === 0x30)) return false;
    let scale = 0;
    if (at < quantityEnd) {
      if (bytes[at] !== 0x2e || !this.mayPoint) return false;
      at += 1;
      scale = quantityEnd - at;
      if (scale === 0 || whole + scale > MOST_QUANTITY_DIGITS) return false;
      for (; at < quantityEnd; at += 1) {
        const digit = (bytes[at] as number) - 0x30;
        if (digit < 0 || digit > 9) return false;
        mantissa = mantissa * 10 + digit;
      }
      // As THREE_AFTER_POINT and POINT_ONLY of input/decimal-mark.ts.
      if (scale === 3 && whole <= 3 && bytes[first] !== 0x30) this.#threeAfterPoint = true;
      else this.#points += 1;
    } else if (whole > MOST_QUANTITY_DIGITS) return false;
    if (negative) mantissa = -mantissa;

    const factorId = this.factors.factorWords.find(bytes, starts[columns.factor] as number, ends[columns.factor] as number);
    const unitId = this.factors.unitWords.find(bytes, starts[columns.unit] as number, ends[columns.unit] as number);
    const pair = factorId < 0 || unitId < 0 ? undefined : this.factors.pair(factorId, unitId);
    if (pair === undefined) return false;
    const { factor } = pair;

    let stage = factor.stage;
    if (columns.stage >= 0 && (starts[columns.stage] as number) < (ends[columns.stage] as number)) {
      const id = this.#stageWords.find(bytes, starts[columns.stage] as number, ends[columns.stage] as number);
      stage = id < 0 ? -1 : this.#stageOf[id] as number;
    }
    if (stage < 0 || (this.allowed & (1 << stage)) === 0) return false;
    let data = UNSTATED;
    if (columns.data >= 0 && (starts[columns.data] as number) < (ends[columns.data] as number)) {
      const id = this.#dataWords.find(bytes, starts[columns.data] as number, ends[columns.data] as number);
      data = id < 0 ? -1 : this.#dataOf[id] as number;
      if (data < 0) return false;
    }

    if (!sums.multiply(mantissa, pair.mantissa, scale + pair.scale) || !sums.add(stage)) return false;
    this.stages |= 1 << stage;
    this.usedGwp |= 1 << factor.gwp;
    const { year } = factor;
    if (year !== '') {
      if (this.oldest === '' || year < this.oldest) this.oldest = year;
      if (year > this.newest) this.newest = year;
    }
    if (factor.findings.length > 0 && this.#lastUse.get(factor) !== this.#product) {
      this.#lastUse.set(factor, this.#product);
      this.misfits.push({ factor, line });
    }
    if (stage === BEYOND) return true;
    this.data |= 1 << data;
    this.gwp |= 1 << factor.gwp;
    if (mantissa !== 0 && pair.mantissa !== 0) this.measured = true;
    if (!sums.addSize(ABS_FROM + data * GWP_COUNT + factor.gwp)) return false;
    const size = Math.abs(mantissa * pair.mantissa) / (TENS[scale + pair.scale] as number);
    if (size >= this.largest.threshold) {
      const ranked = this.largest.place(size, mantissa, pair.mantissa, scale + pair.scale);
      if (ranked !== undefined) {
        ranked.stage = stage;
        ranked.line = line;
        ranked.itemStart = itemStart;
        ranked.itemEnd = itemEnd;
        ranked.componentStart = componentStart;
        ranked.componentEnd = componentEnd;
        ranked.factor = factor;
      }
    }
    return pair.origins === undefined || this.#takeOrigins(mantissa, scale, pair.origins);
  }

  /** Writes the record of the product; `productJson` is its id. */
  finish(bytes: Bytes, productJson: Bytes, out: ByteWriter): void {
    this.#record.write(this, bytes, productJson, out);
  }

  #takeOrigins(mantissa: number, scale: number, origins: readonly { origin: number; mantissa: number; scale: number }[]): boolean {
    for (const part of origins) {
      if (!this.sums.multiply(mantissa, part.mantissa, scale + part.scale) || !this.sums.add(ORIGIN_FROM + part.origin)) return false;
      // Aircraft is within fossil: it does not count again.
      if (part.origin < ORIGINS.length - 1 && !this.sums.add(ORIGIN_FROM + ORIGINS.length)) return false;
    }
    return true;
  }
}

function stageIndex(text: string): number {
  if (FORMULA.test(text)) return -1;
  const module = text.length > 2 ? undefined : moduleNamed(text);
  const stage = module === undefined ? STAGE_WORDS.find(text) : MODULE_STAGES[module];
  return stage === undefined ? -1 : STAGES.indexOf(stage);
}

function dataIndex(text: string): number {
  const data = FORMULA.test(text) ? undefined : DATA_WORDS.find(text);
  return data === undefined ? -1 : DATA_TYPES.indexOf(data);
}
