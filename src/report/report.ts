import type { Place } from '../diagnostics/place.js';
import type { FactorColumn, GwpTableFacts } from '../factors/factor.js';
import type { Boundary, DeclaredUnit, GwpEdition, LabelStatus, Method, Names, Party } from '../input/product-file.js';
import type { DataType, LossBasis, Stage } from '../input/vocabulary.js';

export const REPORT_SCHEMA = 'tanji/footprint-report/1';

/**
 * The label-ready footprint report (DESIGN section 6, schemas/footprint-report.schema.json).
 * Every amount is a decimal string; kg CO2e per declared or functional unit unless a name says otherwise.
 */
export interface FootprintReport {
  readonly schema: typeof REPORT_SCHEMA;
  readonly product: ReportProduct;
  readonly unit: DeclaredUnit;
  readonly boundary: ReportBoundary;
  readonly period?: { readonly start: string; readonly end: string };
  readonly method: ReportMethod;
  readonly result: Result;
  readonly quality: Quality;
  readonly inventory: Inventory;
  readonly factors: readonly ReportFactor[];
  readonly datasets: readonly ReportDataset[];
  readonly inputs: readonly ReportInput[];
  readonly label: Label;
  readonly engine: { readonly name: 'tanji'; readonly rules: string };
  /** SHA-256 (hex) of the canonical form of everything else. */
  readonly digest: string;
}

export interface ReportProduct {
  readonly id: string;
  readonly names: Names;
  readonly model?: string;
  readonly gtin?: string;
  readonly sector?: string;
  readonly manufacturer?: Party;
  readonly site?: Party;
}

export type ReportBoundary = Required<Pick<Boundary, 'type' | 'stages' | 'excluded' | 'cut_offs'>>;

export interface ReportMethod extends Omit<Method, 'standards' | 'gwp'> {
  readonly standards: readonly string[];
  /** The GWP sets of the factors used, in the order AR4, AR5, AR6, CO2-only, unknown. */
  readonly gwp: readonly string[];
  /** Where a factor is given as gases: the edition that weighs them, and the table it was read from. */
  readonly gwp_edition?: GwpEdition;
  readonly gwp_table?: GwpTableFacts;
  /** What nobody declared and tanji filled in: which member, which value, which rule. */
  readonly defaults: readonly { readonly member: string; readonly value: string; readonly rule: string }[];
}

export interface Result {
  readonly total: string;
  /** The stages of the boundary in the order of STAGES; they add up to the total. */
  readonly by_stage: readonly { readonly stage: Stage; readonly value: string; readonly percent?: string }[];
  /** The first five add up to the total; aircraft is a part of fossil. `unspecified`: factors that state no split. */
  readonly by_origin: OriginValues;
  /** By component path, sorted; they add up to the total. */
  readonly by_component: readonly { readonly component: string; readonly value: string; readonly percent?: string }[];
  /** The positive and the negative contributions apart; they add up to the total. */
  readonly by_sign: { readonly positive: string; readonly negative: string };
  /** Module D: beside the total, never in it. Absent where no line belongs to it. */
  readonly beyond_boundary?: string;
}

export interface OriginValues {
  readonly fossil: string;
  readonly biogenic_emissions: string;
  readonly biogenic_removals: string;
  readonly dluc: string;
  readonly unspecified: string;
  readonly aircraft: string;
}

export interface Quality {
  /** Shares of the sum of the contributions' absolute values, 0 to 1, six decimals; absent where that sum is 0. */
  readonly primary_data_share?: string;
  readonly by_data: readonly { readonly data: DataType | 'unstated'; readonly share: string }[];
  readonly by_gwp: readonly { readonly gwp: string; readonly share: string }[];
  readonly factor_years: { readonly oldest?: string; readonly newest?: string };
  readonly uncertainty?: ReportUncertainty;
}

/** Of the total, by first-order propagation of lognormal inputs (docs/method/uncertainty.md). */
export interface ReportUncertainty {
  readonly gsd: string;
  readonly low: string;
  readonly high: string;
  /** Share of the absolute contributions whose line or factor states an uncertainty. */
  readonly covered_share: string;
}

export interface Inventory {
  /** Each after those that use it. */
  readonly assemblies: readonly Assembly[];
  readonly contributions: readonly Contribution[];
}

/** A row with children, or a sub-product: what its lines' quantities are multiplied by. */
export interface Assembly {
  readonly kind: 'assembly' | 'sub_product';
  readonly name: string;
  /** How much of it one declared unit of the product holds: the sum over `uses` of quantity × steps. */
  readonly amount: string;
  readonly uses: readonly AssemblyUse[];
}

export interface AssemblyUse {
  readonly quantity: string;
  readonly unit: string;
  readonly steps: readonly Step[];
  readonly place: Place;
}

export interface Contribution {
  readonly component: string;
  readonly item: string;
  readonly stage: Stage;
  /** As in the cell, per one declared unit or per one unit of the parent row. */
  readonly quantity: string;
  readonly unit: string;
  /** `dataset:id`, or `supplier:LINE` for a supplier's own factor. */
  readonly factor: string;
  readonly kgco2e: string;
  /** Where a mapping names the factor, if it is not the bill that does. */
  readonly mapped?: Place;
  /** Absent where the factor states no split. */
  readonly origins?: Omit<OriginValues, 'unspecified'>;
  readonly data: DataType | 'unstated';
  readonly place: Place;
  /** kgco2e = quantity × every `multiply` ÷ every `divide` × the factor's kgco2e, rounded once. */
  readonly steps: readonly Step[];
}

/** One step between a cell and a factor. `multiply` and `divide` default to 1. */
export interface Step {
  readonly kind: 'assembly' | 'loss' | 'share' | 'distance' | 'conversion' | 'declared_unit';
  readonly multiply?: string;
  readonly divide?: string;
  /** Of kind `assembly`: the index in `inventory.assemblies`; multiply is its amount and stands there. */
  readonly assembly?: number;
  /** Of kind `loss`. */
  readonly rate?: string;
  readonly basis?: LossBasis;
  /** Of kind `conversion`: from the line's unit to the factor's. */
  readonly from?: string;
  readonly to?: string;
  readonly place?: Place;
}

/** A factor as its dataset has it; blank cells left out. One given as gases has their kgco2e and gwp, by the edition of `method`. */
export type ReportFactor = Readonly<Partial<Record<FactorColumn, string>>> & {
  readonly dataset: string;
  readonly id: string;
  readonly unit: string;
  readonly kgco2e: string;
  /** kgco2e = Σ amount × gwp100. */
  readonly gases?: readonly ReportGas[];
};

export interface ReportGas {
  readonly gas: string;
  /** The blend that the dataset names, of which this gas is a component. */
  readonly blend?: string;
  /** kg per one unit of the factor. */
  readonly amount: string;
  /** kg CO2e per kg, over 100 years. */
  readonly gwp100: string;
  /** Of the GWP. */
  readonly source: string;
}

export interface ReportDataset {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

export interface ReportInput {
  readonly name: string;
  readonly role: string;
  readonly sha256: string;
  readonly rows: number;
  readonly encoding: string;
  readonly delimiter?: string;
  readonly decimal_mark?: string;
  readonly newline?: string;
  /** Of a workbook. */
  readonly sheet?: string;
  /** Values that formulas had when the workbook was saved were taken. */
  readonly formulas?: 'stored';
}

export interface Label {
  readonly display: { readonly value: string; readonly rounding: string };
  readonly unit_text: Names;
  readonly status: LabelStatus;
  readonly scheme?: string;
  readonly certificate?: { readonly number: string; readonly certifier: string; readonly issued?: string };
  readonly validity?: { readonly from: string; readonly until: string };
  readonly digital_link?: string;
}
