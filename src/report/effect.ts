import type { Place } from '../diagnostics/place.js';
import type { Verb } from '../factors/diff/change.js';
import type { FootprintReport } from './report.js';

/** What a change of a dataset does to a report. All amounts are decimal strings, kg CO2e per unit of the report. */
export interface DiffEffect {
  /** Of the report. */
  readonly digest: string;
  readonly product: Pick<FootprintReport['product'], 'id' | 'names'>;
  readonly unit: FootprintReport['unit'];
  readonly total: EffectOn;
  /** Module D, beside the total; there where the report has it. */
  readonly beyond_boundary?: EffectOn;
}

/** old + difference = new; the percentage is of the old amount's size, absent where that is 0. */
export interface Shift {
  readonly old: string;
  readonly new: string;
  readonly difference: string;
  readonly percent?: string;
}

/** The differences of `factors` add up to the whole one, those of a factor's contributions to the factor's. */
export interface EffectOn extends Shift {
  readonly factors: readonly FactorEffect[];
  /** Contributions that `new` still holds at their old value. */
  readonly not_computable: readonly NotComputable[];
}

/** `old` and `new` are what all contributions of the factor come to. */
export interface FactorEffect extends Shift {
  readonly verb: Verb;
  /** `dataset:id` in the report. */
  readonly factor: string;
  /** The successor's id, where it is replaced. */
  readonly to?: string;
  readonly contributions: readonly (ContributionName & Shift)[];
}

export interface ContributionName {
  /** In `inventory.contributions`. */
  readonly index: number;
  readonly item: string;
  readonly place: Place;
}

/**
 * The factor is gone (`delete`), or went into several (`split`); the new value is per a unit of another dimension
 * (`unit`); a value follows from gases and an edition of their GWP (`gases`); the factor's stage moves into or out of
 * module D (`stage`).
 */
export type Obstacle = 'delete' | 'split' | 'unit' | 'gases' | 'stage';

export interface NotComputable {
  readonly factor: string;
  readonly reason: Obstacle;
  /** What the contributions come to in the report. */
  readonly kgco2e: string;
  readonly contributions: readonly (ContributionName & { readonly kgco2e: string })[];
}
