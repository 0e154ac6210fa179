import { GWP_SETS } from '../factors/factor.js';
import { DATA_TYPES } from '../input/vocabulary.js';
import { stepsText } from '../quantity/decimal-text.js';
import { divideHalfEven } from '../quantity/exact.js';
import { canonicalText } from '../report/canonical.js';

const SHARE_PLACES = 6;
/** In the order of the kernel's bits. */
export const DATA_NAMES = [...DATA_TYPES, 'unstated'] as const;

/** What occurs in a product: bits of data types and GWP sets, years or 0. */
export interface Occurrence {
  readonly data: number;
  readonly gwp: number;
  /** An amount within the boundary is not 0. */
  readonly measured: boolean;
  readonly oldest: number;
  readonly newest: number;
}

/** The quality members of records. */
export class PlainQuality {
  readonly #known = new Map<string, Uint8Array>();

  /** `sizes`: steps of the amounts by data type, and within that by GWP set. */
  json(occurrence: Occurrence, sizes: () => readonly bigint[]): Uint8Array {
    const { data, gwp, measured, oldest, newest } = occurrence;
    // Where all lines are of one data type and one GWP set the shares are 1: such objects are few and kept.
    const isFew = !measured || (isOneBit(data) && isOneBit(gwp));
    const key = `${String(data)} ${String(gwp)} ${String(measured)} ${String(oldest)} ${String(newest)}`;
    const known = isFew ? this.#known.get(key) : undefined;
    if (known !== undefined) return known;
    const made = Buffer.from(canonicalText(qualityMember(occurrence, measured ? sizes() : [])), 'utf8');
    if (isFew) this.#known.set(key, made);
    return made;
  }
}

function isOneBit(bits: number): boolean {
  return bits !== 0 && (bits & (bits - 1)) === 0;
}

/** As report/quality.ts has it. */
function qualityMember({ data, gwp, measured, oldest, newest }: Occurrence, sizes: readonly bigint[]): object {
  const whole = sizes.reduce((sum, size) => sum + size, 0n);
  const share = (belongs: (index: number) => boolean): string => {
    const part = sizes.reduce((sum, size, index) => (belongs(index) ? sum + size : sum), 0n);
    return stepsText(divideHalfEven(part * 10n ** BigInt(SHARE_PLACES), whole), SHARE_PLACES);
  };
  const ofData = (kind: number) => (index: number): boolean => Math.floor(index / GWP_SETS.length) === kind;
  const ofGwp = (set: number) => (index: number): boolean => index % GWP_SETS.length === set;
  return {
    by_data: measured ? DATA_NAMES.flatMap((name, kind) => ((data & (1 << kind)) === 0 ? [] : [{ data: name, share: share(ofData(kind)) }])) : [],
    by_gwp: measured ? GWP_SETS.flatMap((set, index) => ((gwp & (1 << index)) === 0 ? [] : [{ gwp: set, share: share(ofGwp(index)) }])) : [],
    factor_years: { ...(newest === 0 ? {} : { newest: String(newest) }), ...(oldest === 0 ? {} : { oldest: String(oldest) }) },
    ...(measured ? { primary_data_share: share(ofData(0)) } : {}),
  };
}
