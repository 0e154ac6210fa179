import type { DatasetFacts, FactorColumn, GASES_COLUMN } from '../factor.js';

/** The verbs of a difference, in the order in which they are told. */
export const VERBS = ['create', 'delete', 'update', 'replace', 'split'] as const;
export type Verb = (typeof VERBS)[number];

export type DiffColumn = FactorColumn | typeof GASES_COLUMN;

/** The cells of a row that are filled in. */
export type FilledCells = Readonly<Partial<Record<DiffColumn, string>>>;

export interface CellChange {
  readonly column: DiffColumn;
  readonly old: string;
  readonly new: string;
}

/** kg CO2e per unit before and after, as plain decimals. */
export interface ValueChange {
  readonly old: string;
  readonly old_unit: string;
  readonly new: string;
  readonly new_unit: string;
  /** New minus old, kg CO2e per one old unit; absent where the units are of unlike dimensions. */
  readonly difference?: string;
  /** Of the old value's size, so that its sign is that of the difference; four decimals, half to even. Absent where that is 0. */
  readonly percent?: string;
}

/** What became of one factor between two editions of a dataset. */
export type FactorChange =
  /** Its id is in the new edition alone. */
  | { readonly verb: 'create'; readonly id: string; readonly row: FilledCells }
  /** Its id is in the old edition alone, and nothing is said to have taken its place. */
  | { readonly verb: 'delete'; readonly id: string; readonly row: FilledCells }
  /** Its id is in both, with different cells. `value` is there where `kgco2e` or `unit` is among them and no gases are weighed. */
  | { readonly verb: 'update'; readonly id: string; readonly columns: readonly CellChange[]; readonly value?: ValueChange }
  /** Its id is in the old edition alone; one factor took its place. `columns` leaves the id out; `value` as above. */
  | { readonly verb: 'replace'; readonly id: string; readonly to: string; readonly columns: readonly CellChange[]; readonly value?: ValueChange }
  /** Its id is in the old edition alone; several factors took its place. */
  | { readonly verb: 'split'; readonly id: string; readonly to: readonly string[] };

/** The difference between two editions of a dataset. */
export interface DatasetsDiff {
  readonly old: DatasetFacts;
  readonly new: DatasetFacts;
  /** By verb, then by id in the order of UTF-16 code units. */
  readonly changes: readonly FactorChange[];
}
