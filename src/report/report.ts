import type { Place } from '../diagnostics/place.js';
import type { FactorColumn, GwpTableFacts } from '../factors/factor.js';
import type { Boundary, DeclaredUnit, GwpEdition, LabelStatus, Method, Names, Party } from '../input/product-file.js';
import type { Module } from '../input/modules.js';
import type { Evidence } from '../sectors/rule.js';
import type { QuantityStatus } from '../sectors/sheet.js';
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
  /** Where a sector's model took part: its worksheet. */
  readonly model?: ReportModel;
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

/** What a sector's model was given, took as a default, and derived: every amount behind the lines it added to the bill. */
export interface ReportModel {
  readonly sector: string;
  /** The rule file in its canonical form (RFC 8785). */
  readonly rule: { readonly version: string; readonly sha256: string };
  /** What the quantities of the bill and of the model's lines are per. */
  readonly reference: { readonly en: string; readonly zh: string };
  /** The basis of the declared or functional unit. */
  readonly unit: string;
  /** Each after those it is made of. `reference_flow`: reference products per declared unit. */
  readonly quantities: readonly ModelQuantity[];
  readonly choices: readonly ModelChoice[];
  /** What the category asks; a report that breaches what it must is not written. */
  readonly duties: readonly ModelDuty[];
}

export interface ModelQuantity {
  readonly id: string;
  readonly names: { readonly en: string; readonly zh: string };
  /** '' for a plain ratio. */
  readonly unit: string;
  readonly value: string;
  readonly status: QuantityStatus;
  /** As written, where that is not the value in `unit`. */
  readonly given?: string;
  /** Of a derived one: over the symbols of `inputs`, which name other quantities. */
  readonly formula?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Of a default, a preset or a constant. */
  readonly source?: ModelSource;
  /** Of what was given or chosen. */
  readonly place?: Place;
}

export interface ModelChoice extends Pick<ModelQuantity, 'id' | 'names' | 'source' | 'place'> {
  readonly value: string;
  readonly status: 'given' | 'default' | 'preset';
}

export interface ModelDuty {
  readonly id: string;
  readonly text: { readonly en: string; readonly zh: string };
  readonly level: 'must' | 'should';
  /** Whether the run could check it; the others are stated for people. */
  readonly checked: boolean;
  readonly source: ModelSource;
}

export interface ModelSource {
  readonly title: string;
  readonly locator?: string;
  /** `recalled`: nobody has checked it at its source. */
  readonly evidence: Evidence;
}

export interface Result {
  readonly total: string;
  /** The stages of the boundary in the order of STAGES; they add up to the total. */
  readonly by_stage: readonly { readonly stage: Stage; readonly value: string; readonly percent?: string }[];
  /** The first five add up to the total; aircraft is a part of fossil. `unspecified`: factors that state no split. */
  readonly by_origin: OriginValues;
  /** By component path, sorted; they add up to the total. */
  readonly by_component: readonly { readonly component: string; readonly value: string; readonly percent?: string }[];
  /** EN 15804 modules, D among them, of the lines that name one. */
  readonly by_module?: readonly { readonly module: Module; readonly value: string }[];
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
  /** Of a line that a sector's model made. */
  readonly item_zh?: string;
  readonly stage: Stage;
  readonly module?: Module;
  /** Of a line that a sector's model made: the quantity of `model.quantities` that its quantity is. */
  readonly derived?: string;
  /** As in the cell, per one declared unit or per one unit of the parent row. */
  readonly quantity: string;
  readonly unit: string;
  /** `dataset:id`, or `supplier:LINE` (`supplier:PARAMETER` of a model's line) for a supplier's own factor. */
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
  readonly kind: 'assembly' | 'reference_flow' | 'loss' | 'share' | 'distance' | 'conversion' | 'declared_unit';
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
