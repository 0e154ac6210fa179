import type { Place, Spot } from '../diagnostics/place.js';
import type { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { DeclaringColumn } from './declaring-columns.js';
import type { Module } from './modules.js';
import type { FilledCells } from './product-cells.js';
import type { DataType, LossBasis, Stage } from './vocabulary.js';

/** The columns of a bill of materials (DESIGN section 4), by the names used in code, reports and diagnostics. */
export const BOM_COLUMNS = [
  'product', 'component', 'level', 'item', 'stage', 'quantity', 'unit', 'factor',
  'factor_value', 'factor_unit', 'factor_source', 'loss', 'loss_basis', 'distance_km', 'transport',
  'share', 'data', 'uncertainty', 'expect_kgco2e', 'note',
] as const;
export type BomColumn = (typeof BOM_COLUMNS)[number] | DeclaringColumn;

/** An amount as it was read: the value and the plain decimal text of it (full-width digits and signs made plain). */
export interface Amount {
  readonly value: Exact;
  readonly text: string;
}

/** One line of the bill. Absent members were blank cells; nothing is filled in here. */
export interface BomLine {
  /** 1-based line of the file. */
  readonly line: number;
  /** '' where the file has no product column. */
  readonly product: string;
  /** '' where the line belongs to the product itself. */
  readonly component: string;
  /** 1 and deeper; absent where the file has no level column. */
  readonly level?: number;
  readonly item: string;
  readonly stage?: Stage;
  /** EN 15804 module, where the stage cell names one. */
  readonly module?: Module;
  readonly quantity: Amount;
  readonly unit: Unit;
  /** `id`, `dataset:id` or `bom:PRODUCT`. */
  readonly factor?: string;
  /** Where a mapping names the factor, if it is not the bill that does. */
  readonly mapped?: Place;
  /** Where a mapping has a row for the line that nobody confirmed. */
  readonly unconfirmed?: Place;
  readonly supplier?: SupplierFactor;
  readonly loss?: { readonly rate: Amount; readonly basis: LossBasis };
  readonly leg?: { readonly distance: Amount; readonly factor: string };
  readonly share?: Amount;
  readonly data?: DataType;
  readonly uncertainty?: Uncertainty;
  readonly expected?: Amount;
  /** Of a line that a sector's model made. */
  readonly modelled?: Modelled;
}

/** What a sector's model tells of a line it made; the line's own amounts are in the model's worksheet. */
export interface Modelled {
  /** Id of the quantity in the worksheet. */
  readonly quantity: string;
  readonly itemZh: string;
  /** Id of the parameter that names the factor. */
  readonly factor: string;
  /** In the product file: what the quantity has its roots in. */
  readonly place: Place;
  /** In the product file: what names the factor. */
  readonly factorSpot: Spot;
}

/** A supplier's own factor: kg CO2e per one `unit`. */
export interface SupplierFactor {
  readonly value: Amount;
  readonly unit: Unit;
  readonly source: string;
}

/** As given: a geometric standard deviation (1 or more), or a ± share (0.1 for ±10 %). */
export type Uncertainty =
  | { readonly kind: 'gsd'; readonly value: Amount }
  | { readonly kind: 'plus_minus'; readonly value: Amount };

/** A bill as read, with the means to point at any of its cells. */
export interface Bom {
  readonly input: InputFacts;
  readonly lines: readonly BomLine[];
  /** What the bill's own columns declare of each product; absent where it has no such columns. */
  readonly products?: ReadonlyMap<string, FilledCells>;
  /** The 1-based cell of a column; 0 where the file lacks it. */
  column(column: BomColumn): number;
  /** Where a line's cell stands; the whole line where the file lacks that column. */
  spot(line: BomLine, column: BomColumn): Spot;
}

/** What was read and how: reports list these facts (DESIGN section 4: what was detected is reported). */
export interface InputFacts {
  readonly name: string;
  readonly role: 'bom' | 'product' | 'mapping' | 'ledger' | 'institution';
  /** Of the bytes as they came. */
  readonly sha256: string;
  readonly rows: number;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  readonly newline?: 'LF' | 'CRLF' | 'CR' | 'mixed';
  /** Of a workbook. */
  readonly sheet?: string;
  /** `stored`: amounts that formulas had when the workbook was saved were taken. */
  readonly formulas?: 'stored';
}
