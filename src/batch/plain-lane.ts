import { FORMULA } from '../input/bom-cells.js';
import { GWP_SETS } from '../factors/factor.js';
import type { DeclaredUnit } from '../input/product-file.js';
import { MODULE_STAGES, moduleNamed } from '../input/modules.js';
import { DATA_TYPES, STAGES } from '../input/vocabulary.js';
import { DATA_WORDS, STAGE_WORDS } from '../input/words.js';
import { canonicalText } from '../report/canonical.js';
import { openKernel, placed, type KernelHost, type PlainKernel } from './plain-kernel.js';
import { DATA_NAMES, plainQuality } from './plain-quality.js';
import type { PlainWork } from './plain-shelf.js';

/** A product that the lane leaves to the reference lane; places within the bytes. */
export interface LeftProduct {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly product: string;
}

/** Why the lane came back. */
export type LaneEvent = 'done' | 'full' | 'not-plain' | LeftProduct;

const FEW_BYTES = 1 << 18;

/**
 * Cuts the lines of a bill into products, and works those out that are plain, from bytes, without strings and without
 * decimals: the sums are scaled integers (kernel/sums.ts). It does nothing that the reference lane does otherwise: where
 * a line asks for more than it can tell exactly, the whole product is left to that lane. docs/decisions/0013
 */
export class PlainLane {
  readonly #kernel: PlainKernel;
  readonly #units = new Map<string, number>();
  #place = 0;
  #held = 0;
  #length = 0;
  #feeds: number | undefined;

  /** `columns`: how many the header has; `product`: its cell, 0-based; without `work` every product is left. */
  constructor(
    shape: { readonly delimiter: string; readonly columns: number; readonly product: number },
    work: PlainWork | undefined,
    code?: WebAssembly.Module,
  ) {
    const kernel = openKernel(this.#host(work), code);
    this.#kernel = kernel;
    kernel.setSlots(STAGES.length, DATA_NAMES.length, GWP_SETS.length);
    kernel.setLines(shape.delimiter.charCodeAt(0), shape.columns, shape.product);
    if (work !== undefined) this.#prepare(work);
  }

  /** Room for the bytes of whole products, to be filled before anything else is asked. */
  room(length: number): Uint8Array {
    if (length > this.#held) {
      this.#held = Math.max(FEW_BYTES, length + (length >> 2));
      this.#place = this.#kernel.room(this.#held);
    }
    this.#length = length;
    this.#feeds = undefined;
    return this.bytes;
  }

  /** The bytes that the room was filled with. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#kernel.memory.buffer, this.#place, this.#length);
  }

  /** How many there are among the bytes. */
  lineFeeds(): number {
    return this.#feeds ??= this.#kernel.lineFeeds(this.#place, this.#length);
  }

  /** Whether one of the bytes is NUL, which no text has. */
  get hasNul(): boolean {
    this.lineFeeds();
    return this.#kernel.anyNul() !== 0;
  }

  /** Begins with the bytes in the room; `line` is that of the first. */
  start(line: number): void {
    this.#kernel.start(this.#place, this.#length, line);
  }

  run(): LaneEvent {
    const kernel = this.#kernel;
    switch (kernel.run()) {
      case kernel.DONE.value: return 'done';
      case kernel.FULL.value: return 'full';
      case kernel.LEFT.value: {
        const product = this.#text(kernel.leftProduct(), kernel.leftProductEnd() - kernel.leftProduct());
        return { from: kernel.leftStart() - this.#place, to: kernel.leftEnd() - this.#place, line: kernel.leftLine(), product };
      }
      default: return 'not-plain';
    }
  }

  /** Takes the records written so far, which stand until the lane goes on, and two hashes of each product's id. */
  take(): { records: Uint8Array; hashes: Uint32Array } {
    const kernel = this.#kernel;
    const { buffer } = kernel.memory;
    const records = new Uint8Array(buffer, kernel.outPlace(), kernel.outLength());
    const hashes = new Uint32Array(buffer, kernel.hashPlace(), 2 * kernel.productCount()).slice();
    kernel.emptied();
    return { records, hashes };
  }

  /** What the numbers of plain products told of the decimal mark; commas are never plain. */
  get evidence(): { points: number; threeAfterPoint: boolean } {
    return { points: this.#kernel.pointCount(), threeAfterPoint: this.#kernel.anyThree() !== 0 };
  }

  /** The line after the bytes. */
  get nextLine(): number {
    return this.#kernel.nextLine();
  }

  #prepare({ columns, stages, unit, mayPoint }: PlainWork): void {
    const kernel = this.#kernel;
    kernel.setColumns(columns.width, columns.item, columns.component, columns.quantity, columns.unit, columns.factor, columns.stage, columns.data);
    for (const cell of columns.blank) kernel.setBlank(cell);
    const any = (1 << STAGES.length) - 1;
    const included = stages?.reduce((bits, stage) => bits | (1 << STAGES.indexOf(stage)), 0);
    kernel.setMeaning(DATA_NAMES.indexOf('unstated'), included === undefined ? any : included | (1 << STAGES.indexOf('beyond_boundary')), mayPoint);
    kernel.setListed(included !== undefined, included ?? 0);
    for (const [index, stage] of STAGES.entries()) kernel.setStage(index, this.#placed(stage), stage.length);
    for (let bits = 0; bits < 1 << GWP_SETS.length; bits += 1) {
      const sets = GWP_SETS.filter((_, index) => (bits & (1 << index)) !== 0);
      if (sets.length < 2) continue;
      const finding = `{"args":{"sets":${canonicalText([...sets].sort())}},"code":"gwp-mixed","severity":"warning"}`;
      kernel.setMixed(bits, this.#placed(finding), finding.length);
    }
    kernel.setWork(typeof unit === 'function' ? 0 : this.#unitText(unit));
  }

  /** The place of a unit's JSON in the kernel. */
  #unitText(unit: DeclaredUnit): number {
    const json = canonicalText(unit);
    let place = this.#units.get(json);
    if (place === undefined) {
      const bytes = Buffer.from(json, 'utf8');
      place = this.#kernel.newText(placed(this.#kernel, bytes), bytes.length);
      this.#units.set(json, place);
    }
    return place;
  }

  #unitOf(product: string, unit: PlainWork['unit'] | undefined): number {
    const declared = typeof unit === 'function' ? unit(product) : unit;
    return declared === undefined ? 0 : this.#unitText(declared);
  }

  #placed(ascii: string): number {
    return placed(this.#kernel, Buffer.from(ascii, 'latin1'));
  }

  #host(work: PlainWork | undefined): KernelHost {
    return {
      factor: (id, start, length) => work?.factors.noteFactor(this.#kernel, id, this.#text(start, length)) as undefined,
      unit: (id, start, length) => work?.factors.noteUnit(id, this.#text(start, length)) as undefined,
      pair: (factor, unit) => Number(work?.factors.pair(this.#kernel, factor, unit) ?? false),
      unitOf: (start, length) => this.#unitOf(this.#text(start, length), work?.unit),
      stage: (start, length) => stageIndex(this.#text(start, length)),
      data: (start, length) => dataIndex(this.#text(start, length)),
      larger: (a, b, scale, otherA, otherB, otherScale) => Number(
        magnitude(a, b) * 10n ** BigInt(otherScale) > magnitude(otherA, otherB) * 10n ** BigInt(scale),
      ),
      same: (start, length, otherStart, otherLength) => Number(this.#text(start, length) === this.#text(otherStart, otherLength)),
      blank: (start, length) => Number(this.#text(start, length).replace(/[,;\t]/gu, '').trim() === ''),
      quality: (data, gwp, measured, oldest, newest, at) => {
        const occurrence = { data, gwp, measured: measured !== 0, oldest, newest };
        const json = canonicalText(plainQuality(occurrence, occurrence.measured ? this.#sizes() : []));
        return Buffer.from(this.#kernel.memory.buffer).write(json, at, 'latin1');
      },
    };
  }

  /** A cell as the reference reader has it. */
  #text(start: number, length: number): string {
    return Buffer.from(this.#kernel.memory.buffer, start, length).toString('utf8').trim();
  }

  #sizes(): bigint[] {
    const kernel = this.#kernel;
    const count = DATA_NAMES.length * GWP_SETS.length;
    const sums = (place: number): Float64Array => new Float64Array(kernel.memory.buffer, place + 8 * kernel.sizeFrom.value, count);
    const lo = sums(kernel.loPlace());
    return Array.from(sums(kernel.hiPlace()), (hi, index) => BigInt(hi) * 1_000_000_000_000_000n + BigInt(lo[index] ?? 0));
  }
}

function magnitude(mantissa: number, coefficient: number): bigint {
  const product = BigInt(mantissa) * BigInt(coefficient);
  return product < 0n ? -product : product;
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
