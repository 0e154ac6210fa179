import type { Problem } from '../diagnostics/problem.js';
import type { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { Stage } from '../input/vocabulary.js';

/** The columns of factors.csv, in their order (DESIGN section 5). */
export const FACTOR_COLUMNS = [
  'id', 'name', 'name_zh', 'category', 'stage', 'unit', 'kgco2e', 'fossil', 'biogenic', 'biogenic_removal',
  'dluc', 'aircraft', 'gwp', 'region', 'year', 'valid_from', 'valid_to', 'boundary', 'source', 'publisher',
  'url', 'locator', 'licence', 'evidence', 'gsd', 'notes',
] as const;
export type FactorColumn = (typeof FACTOR_COLUMNS)[number];

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
  /** The row as it stands in the dataset, for citation. */
  readonly row: Readonly<Record<FactorColumn, string>>;
  /** 1-based line of factors.csv. */
  readonly line: number;
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
  /** The one factor that `id` or `dataset:id` names; `candidates` tell why there is none. */
  find(reference: string): FactorAnswer;
  readonly datasets: readonly DatasetFacts[];
}

export type FactorAnswer =
  | { readonly kind: 'found'; readonly factor: Factor }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'missing'; readonly candidates: readonly string[] }
  /** The row is there but cannot be used: its problems, each with its place in factors.csv. */
  | { readonly kind: 'unsound'; readonly problems: readonly Problem[] };
