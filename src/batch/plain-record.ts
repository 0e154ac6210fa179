import { GWP_SETS } from '../factors/factor.js';
import { DATA_TYPES, STAGES, type Stage } from '../input/vocabulary.js';
import { stepsText } from '../quantity/decimal-text.js';
import { divideHalfEven } from '../quantity/exact.js';
import { canonicalText } from '../report/canonical.js';
import type { ByteWriter } from './byte-writer.js';
import { ORIGINS } from './plain-factors.js';
import type { PlainLane } from './plain-lane.js';
import { PLACES } from './scaled-sums.js';
import { ABS_FROM, BEYOND, DATA_COUNT, GWP_COUNT, ORIGIN_FROM, TOTAL } from './sum-slots.js';
import { TextCells } from './text-cells.js';
import type { Bytes } from './word-table.js';

/** The place of lines whose data type nobody states, after DATA_TYPES. */
export const UNSTATED: number = DATA_TYPES.length;

const SHARE_PLACES = 6;
const DATA_NAMES = [...DATA_TYPES, 'unstated'];

/** Members of `by_origin` in canonical order, as indices in ORIGINS. */
const ORIGIN_MEMBERS: readonly (readonly [name: string, origin: number])[] = [
  ['aircraft', ORIGINS.indexOf('aircraft')],
  ['biogenic_emissions', ORIGINS.indexOf('biogenicEmissions')],
  ['biogenic_removals', ORIGINS.indexOf('biogenicRemovals')],
  ['dluc', ORIGINS.indexOf('dluc')],
  ['fossil', ORIGINS.indexOf('fossil')],
];

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const BEYOND_MEMBER = utf8('"beyond_boundary":"');
const NEXT_MEMBER = utf8('",');
const NO_ORIGINS = utf8(`"by_origin":{${ORIGIN_MEMBERS.map(([name]) => `"${name}":"0"`).join(',')},"unspecified":"`);
const BY_ORIGIN = utf8('"by_origin":{');
const ORIGIN_NAMES = ORIGIN_MEMBERS.map(([name]) => utf8(`"${name}":"`));
const UNSPECIFIED = utf8('"unspecified":"');
const BY_STAGE = utf8('"},"by_stage":[');
const STAGE_NAMES = STAGES.map((stage) => utf8(`{"stage":"${stage}","value":"`));
const END_OF_OBJECT = utf8('"}');
const FINDINGS = utf8('],"exit":0,"findings":[');
const LARGEST = utf8('],"largest":[');
const COMPONENT = utf8('{"component":');
const FACTOR = utf8(',"factor":');
const ITEM = utf8(',"item":');
const KGCO2E = utf8(',"kgco2e":"');
const LINE = utf8('","line":');
const STAGE_ENDS = STAGES.map((stage) => utf8(`,"stage":"${stage}"}`));
const PRODUCT = utf8('],"product":');
const QUALITY = utf8(',"quality":');
const TOTAL_MEMBER = utf8(',"total":"');

/** Writes the records of the plain lane: the bytes that `recordLine` would give. */
export class PlainRecord {
  readonly #cells = new TextCells();
  readonly #limbs = { hi: 0, lo: 0 };
  readonly #end: Uint8Array;
  readonly #quality = new Map<string, Uint8Array>();

  constructor(
    private readonly billName: string,
    /** 1-based cell of the factor. */
    private readonly factorColumn: number,
    /** The stages of a declared boundary; undefined where none is declared: then those that occur are listed. */
    private readonly stages: readonly Stage[] | undefined,
    unit: object,
  ) {
    this.#end = utf8(`","unit":${canonicalText(unit)}}\n`);
  }

  write(lane: PlainLane, bytes: Bytes, productJson: Bytes, out: ByteWriter): void {
    const { sums } = lane;
    for (let stage = 0; stage < STAGES.length; stage += 1) if (stage !== BEYOND) sums.addSum(TOTAL, stage);
    out.byte(0x7b);
    if ((lane.stages & (1 << BEYOND)) !== 0) {
      out.put(BEYOND_MEMBER);
      this.#sum(lane, BEYOND, out);
      out.put(NEXT_MEMBER);
    }
    this.#origins(lane, out);
    this.#byStage(lane, out);
    this.#findings(lane, out);
    this.#largest(lane, bytes, out);
    out.put(PRODUCT);
    out.put(productJson);
    out.put(QUALITY);
    out.put(this.#qualityOf(lane));
    out.put(TOTAL_MEMBER);
    this.#sum(lane, TOTAL, out);
    out.put(this.#end);
  }

  #sum({ sums }: PlainLane, slot: number, out: ByteWriter): void {
    sums.settled(slot, this.#limbs);
    out.amount(this.#limbs.hi, this.#limbs.lo);
  }

  #origins(lane: PlainLane, out: ByteWriter): void {
    const { sums } = lane;
    const together = ORIGIN_FROM + ORIGINS.length;
    let split = false;
    for (let slot = ORIGIN_FROM; slot <= together; slot += 1) if (!sums.isZero(slot)) split = true;
    if (!split) {
      out.put(NO_ORIGINS);
      this.#sum(lane, TOTAL, out);
      return;
    }
    out.put(BY_ORIGIN);
    for (const [at, [, origin]] of ORIGIN_MEMBERS.entries()) {
      out.put(ORIGIN_NAMES[at] as Uint8Array);
      this.#sum(lane, ORIGIN_FROM + origin, out);
      out.put(NEXT_MEMBER);
    }
    out.put(UNSPECIFIED);
    out.text(stepsText(sums.steps(TOTAL) - sums.steps(together), PLACES));
  }

  #byStage(lane: PlainLane, out: ByteWriter): void {
    out.put(BY_STAGE);
    let between = false;
    const list = (stage: number): void => {
      if (between) out.byte(0x2c);
      between = true;
      out.put(STAGE_NAMES[stage] as Uint8Array);
      this.#sum(lane, stage, out);
      out.put(END_OF_OBJECT);
    };
    if (this.stages === undefined) {
      for (let stage = 0; stage < BEYOND; stage += 1) if ((lane.stages & (1 << stage)) !== 0) list(stage);
    } else for (const stage of this.stages) list(STAGES.indexOf(stage));
  }

  #findings(lane: PlainLane, out: ByteWriter): void {
    out.put(FINDINGS);
    const found = lane.misfits.flatMap(({ factor, line }) => factor.findings.map(({ code, args }) => (
      `{"args":${args},"code":"${code}","column":${String(this.factorColumn)},"input":${canonicalText(this.billName)},"line":${String(line)},"severity":"warning"}`
    )));
    const sets = GWP_SETS.filter((_, index) => (lane.usedGwp & (1 << index)) !== 0);
    if (sets.length > 1) found.push(`{"args":{"sets":${canonicalText([...sets].sort())}},"code":"gwp-mixed","severity":"warning"}`);
    if (found.length > 0) out.text(found.join(','));
  }

  #largest({ largest, sums }: PlainLane, bytes: Bytes, out: ByteWriter): void {
    out.put(LARGEST);
    for (let rank = 0; rank < largest.count; rank += 1) {
      const ranked = largest.lines[rank];
      if (ranked?.factor === undefined) continue;
      if (rank > 0) out.byte(0x2c);
      out.put(COMPONENT);
      this.#cells.path(bytes, ranked.componentStart, ranked.componentEnd, out);
      out.put(FACTOR);
      out.put(ranked.factor.keyJson);
      out.put(ITEM);
      this.#cells.text(bytes, ranked.itemStart, ranked.itemEnd, out);
      out.put(KGCO2E);
      sums.multiply(ranked.mantissa, ranked.coefficient, ranked.scale);
      sums.settledPart(this.#limbs);
      out.amount(this.#limbs.hi, this.#limbs.lo);
      out.put(LINE);
      out.integer(ranked.line);
      out.put(STAGE_ENDS[ranked.stage] as Uint8Array);
    }
  }

  /** Where all lines are of one data type and one GWP set the shares are 1: such objects are few and kept. */
  #qualityOf(lane: PlainLane): Uint8Array {
    const single = isOneBit(lane.data) && isOneBit(lane.gwp);
    const key = `${String(lane.data)} ${String(lane.gwp)} ${String(lane.measured)} ${lane.oldest} ${lane.newest}`;
    const known = single || !lane.measured ? this.#quality.get(key) : undefined;
    if (known !== undefined) return known;
    const made = utf8(canonicalText(qualityMember(lane)));
    if (single || !lane.measured) this.#quality.set(key, made);
    return made;
  }
}

function isOneBit(bits: number): boolean {
  return bits !== 0 && (bits & (bits - 1)) === 0;
}

/** As report/quality.ts has it. */
function qualityMember({ sums, data, gwp, measured, oldest, newest }: PlainLane): object {
  const sizes = Array.from({ length: DATA_COUNT * GWP_COUNT }, (_, index) => (measured ? sums.steps(ABS_FROM + index) : 0n));
  const whole = sizes.reduce((sum, size) => sum + size, 0n);
  const share = (belongs: (index: number) => boolean): string => {
    const part = sizes.reduce((sum, size, index) => (belongs(index) ? sum + size : sum), 0n);
    return stepsText(divideHalfEven(part * 10n ** BigInt(SHARE_PLACES), whole), SHARE_PLACES);
  };
  const ofData = (kind: number) => (index: number): boolean => Math.floor(index / GWP_COUNT) === kind;
  const ofGwp = (set: number) => (index: number): boolean => index % GWP_COUNT === set;
  return {
    by_data: measured ? DATA_NAMES.flatMap((name, kind) => ((data & (1 << kind)) === 0 ? [] : [{ data: name, share: share(ofData(kind)) }])) : [],
    by_gwp: measured ? GWP_SETS.flatMap((set, index) => ((gwp & (1 << index)) === 0 ? [] : [{ gwp: set, share: share(ofGwp(index)) }])) : [],
    factor_years: { ...(newest === '' ? {} : { newest }), ...(oldest === '' ? {} : { oldest }) },
    ...(measured ? { primary_data_share: share(ofData(0)) } : {}),
  };
}
