import type { Dimension } from '../unit.js';

/** A unit as data. Names are written apart with ` | `; a test holds them to one meaning each. */
export interface UnitRow {
  /** As reports show it; read in this case only. */
  readonly symbol: string;
  readonly dimension: Dimension;
  /** In kg, m, h, kWh, pieces...: a decimal, or a fraction of two decimals such as `1/3.6`. */
  readonly size: string;
  /** Where that size is defined. */
  readonly source: string;
  /** Other spellings that are read in this case only: `mg` is not `Mg`. */
  readonly spellings?: string;
  /** Names that are read in any case. */
  readonly words?: string;
}
