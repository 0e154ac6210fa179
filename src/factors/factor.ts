import type { Spot } from '../diagnostics/place.js';
import type { Problem } from '../diagnostics/problem.js';
import type { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { GwpEdition } from '../input/product-file.js';
import type { Stage } from '../input/vocabulary.js';

/** The columns of factors.csv, in their order (DESIGN section 5). */
export const FACTOR_COLUMNS = [
  'id', 'name', 'name_zh', 'category', 'stage', 'unit', 'kgco2e', 'fossil', 'biogenic', 'biogenic_removal',
  'dluc', 'aircraft', 'gwp', 'region', 'year', 'valid_from', 'valid_to', 'boundary', 'source', 'publisher',
  'url', 'locator', 'licence', 'evidence', 'gsd', 'notes',
] as const;
export type FactorColumn = (typeof FACTOR_COLUMNS)[number];

/** The one column that a factors.csv may leave out: kg of each gas, instead of `kgco2e`. */
export const GASES_COLUMN = 'gases';

export const GWP_SETS = ['AR4', 'AR5', 'AR6', 'CO2-only', 'unknown'] as const;
export type GwpSet = (typeof GWP_SETS)[number];

/** Where the carbon of a factor comes from: the parts add up to the whole. `aircraft` is a part of `fossil`. */
export interface Origins {
  readonly fossil: Exact;
  readonly biogenicEmissions: Exact;
  /** Zero or negative. */
  readonly biogenicRemovals: Exact;
  readonly dluc: Exact;
  readonly aircraft: Exact;
}

/** An emission factor: kg CO2e per one `unit`. */
export interface Factor {
  readonly id: string;
  readonly dataset: string;
  /** Absent where the dataset leaves it open. */
  readonly stage?: Stage;
  readonly unit: Unit;
  readonly value: Exact;
  /** Absent where the source states no split. */
  readonly origins?: Origins;
  readonly gsd?: Exact;
  readonly gwp: GwpSet;
  /** How `value` came about, of a factor given as gases. */
  readonly weighed?: Weighed;
  /** The row as it stands in the dataset, for citation. */
  readonly row: Readonly<Record<FactorColumn, string>>;
  /** 1-based line of factors.csv. */
  readonly line: number;
}

/** A factor given as gases, whose kg CO2e depend on a GWP edition that nobody has named yet. */
export interface GasFactor extends Omit<Factor, 'value' | 'gwp' | 'origins' | 'weighed'> {
  readonly gases: readonly GasAmount[];
  /** Of the cell that names the gases. */
  readonly spot: Spot;
}

/** kg of a gas or a blend per one unit of a factor. */
export interface GasAmount {
  /** As the cell calls it. */
  readonly gas: string;
  readonly amount: Exact;
}

/** The gases of a factor in the figures of one edition: its value is the sum of amount × gwp100. */
export interface Weighed {
  readonly edition: GwpEdition;
  readonly table: GwpTableFacts;
  readonly terms: readonly GasTerm[];
}

export interface GasTerm {
  readonly gas: string;
  /** The blend of which the gas is a component, where the cell names a blend. */
  readonly blend?: string;
  /** kg of the gas per one unit of the factor. */
  readonly amount: Exact;
  /** kg CO2e per kg of the gas, over 100 years. */
  readonly gwp100: Exact;
  readonly source: string;
}

export interface GwpTableFacts {
  readonly name: string;
  readonly version: string;
  /** Of gwp.csv and blends.csv together: see dataset-digest.ts. */
  readonly sha256: string;
}

export interface DatasetFacts {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** Of datapackage.json and factors.csv together: see dataset-digest.ts. */
  readonly sha256: string;
  readonly factors: number;
}

/** What the engine asks of datasets. */
export interface FactorLibrary {
  /**
   * The one factor that `id` or `dataset:id` names; `candidates` tell why there is none. A factor given as gases is
   * weighed by `edition`.
   */
  find(reference: string, edition?: GwpEdition): FactorAnswer;
  readonly datasets: readonly DatasetFacts[];
}

export type FactorAnswer =
  | { readonly kind: 'found'; readonly factor: Factor }
  /** It is given as gases, and no edition was named. */
  | { readonly kind: 'unweighed'; readonly factor: GasFactor }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'missing'; readonly candidates: readonly string[] }
  /** The row is there but cannot be used: its problems, each with its place in factors.csv. */
  | { readonly kind: 'unsound'; readonly problems: readonly Problem[] };
