import { GWP_SETS } from '../factors/factor.js';
import { DATA_TYPES } from '../input/vocabulary.js';
import { stepsText } from '../quantity/decimal-text.js';
import { divideHalfEven } from '../quantity/exact.js';

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

/**
 * The quality member of a record, as report/quality.ts has it. `sizes`: steps of the amounts by data type, and within that
 * by GWP set; none where nothing was measured.
 */
export function plainQuality({ data, gwp, measured, oldest, newest }: Occurrence, sizes: readonly bigint[]): object {
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
