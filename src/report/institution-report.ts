import type { QuantityStatus } from '../sectors/sheet.js';
import type { Bilingual } from '../sectors/rule.js';
import type { InstitutionProfile, Offset } from '../input/institution-profile.js';
import type { AvoidedKind } from '../institution/avoided.js';
import type { ClaimLevel, FactName } from '../institution/metrics.js';
import type { ModelSource, ReportDataset, ReportFactor, ReportInput } from './report.js';

export const INSTITUTION_SCHEMA = 'tanji/institution-report/1';
export const INSTITUTION_SET_SCHEMA = 'tanji/institution-set-report/1';

/** The metrics of one institution and year (schemas/institution-report.schema.json). Every amount is a decimal string. */
export interface InstitutionReport {
  readonly schema: typeof INSTITUTION_SCHEMA;
  readonly institution: { readonly id: string; readonly names: { readonly en?: string; readonly zh?: string }; readonly region?: string; readonly kind?: string };
  readonly period: Span;
  readonly baseline?: Span;
  readonly method: InstitutionMethod;
  readonly metrics: Metrics;
  /** Every amount above, with its formula and inputs down to the sums of rows. */
  readonly worksheet: readonly WorksheetQuantity[];
  readonly inventory: readonly InventoryRow[];
  readonly factors: readonly ReportFactor[];
  readonly datasets: readonly ReportDataset[];
  readonly inputs: readonly ReportInput[];
  readonly engine: { readonly name: 'tanji'; readonly rules: string };
  readonly digest: string;
}

interface Span {
  readonly start: string;
  readonly end: string;
}

export interface InstitutionMethod {
  readonly rule: { readonly id: string; readonly version: string; readonly sha256: string; readonly not_found: readonly Bilingual[] };
  readonly coefficients: { readonly id: string; readonly source: string };
  readonly electricity: 'calorific' | 'equivalent';
  readonly gwp_edition?: string;
  readonly defaults: readonly { readonly member: string; readonly value: string; readonly rule: string }[];
}

export interface Metrics {
  readonly energy: EnergyFigures;
  readonly energy_baseline?: EnergyFigures;
  readonly renewable_share: { readonly by_electricity: ShareFigures; readonly by_energy: ShareFigures };
  readonly emissions: EmissionFigures;
  readonly emissions_baseline?: EmissionFigures;
  readonly intensities: readonly { readonly per: FactName; readonly kwh: string; readonly kgce: string; readonly kgco2e: string }[];
  /** kg CO2e, scopes 1 and 2, location-based; the three effects add up to the total. */
  readonly change?: { readonly total: string; readonly activity: string; readonly factor: string; readonly boundary: string };
  /** Beside the inventory, never inside. */
  readonly avoided?: AvoidedFigures;
  readonly offsets: { readonly kgco2e: string; readonly entries: readonly Offset[] };
  readonly claim: { readonly level: ClaimLevel; readonly text: Bilingual };
  /** As a certifier gave it. */
  readonly certification?: InstitutionProfile['certification'];
}

/** tce by the coefficient set and the electricity convention that the method names. */
export interface EnergyFigures {
  readonly electricity_kwh: string;
  readonly kwh: string;
  readonly gj: string;
  readonly tce: string;
  readonly coefficients: string;
  readonly electricity: 'calorific' | 'equivalent';
  readonly by_carrier: readonly { readonly carrier: string; readonly amount: string; readonly unit: string; readonly gj: string; readonly kgce: string }[];
  readonly by_month: readonly PartOfCarrier[];
  readonly by_site: readonly PartOfCarrier[];
}

export interface PartOfCarrier {
  /** A month (`2024-07`), the days of a longer period (`2024-01-01/2024-03-31`), or a site. */
  readonly of: string;
  readonly carrier: string;
  readonly amount: string;
  readonly unit: string;
}

export interface ShareFigures {
  readonly definition: Bilingual;
  readonly unit: 'kWh' | 'kgce';
  readonly numerator: string;
  readonly denominator: string;
  /** 0 to 1; absent where nothing was consumed. */
  readonly share?: string;
  readonly parts: readonly { readonly origin: string; readonly amount: string }[];
  readonly baseline_share?: string;
  readonly change_percentage_points?: string;
}

/** kg CO2e. */
export interface EmissionFigures {
  readonly scope_1: string;
  readonly scope_2: { readonly location_based: string; readonly market_based: string };
  readonly scope_3: string;
  /** Scopes 1 and 2. */
  readonly total: { readonly location_based: string; readonly market_based: string };
}

export interface AvoidedFigures {
  readonly kwh: string;
  readonly kgco2e: string;
  readonly tonnes: string;
  readonly factor: string;
  readonly kind: AvoidedKind;
  readonly region: string;
  readonly year: string;
  readonly newest?: { readonly factor: string; readonly year: string; readonly kgco2e: string; readonly tonnes: string };
}

export interface WorksheetQuantity {
  readonly id: string;
  readonly names: Bilingual;
  readonly unit: string;
  readonly value: string;
  readonly status: QuantityStatus;
  readonly given?: string;
  readonly rows?: number;
  readonly formula?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly source?: ModelSource;
}

export interface InventoryRow {
  /** Line of the ledger. */
  readonly line: number;
  readonly site: string;
  readonly start: string;
  readonly end: string;
  readonly carrier: string;
  readonly origin: string;
  readonly amount: string;
  readonly unit: string;
  readonly meter?: string;
  /** Id of the sum in the worksheet. */
  readonly counted_in: string;
}

/** The reports of a ledger of several institutions, and what they come to together. */
export interface InstitutionSetReport {
  readonly schema: typeof INSTITUTION_SET_SCHEMA;
  readonly aggregate: Aggregate;
  readonly institutions: readonly InstitutionReport[];
  readonly digest: string;
}

export interface Aggregate {
  readonly institutions: number;
  readonly electricity_kwh: string;
  readonly tce: string;
  readonly emissions: { readonly location_based: string; readonly market_based: string };
  readonly renewable_share: { readonly by_electricity: AggregateShare; readonly by_energy: AggregateShare };
  readonly avoided?: { readonly kwh: string; readonly kgco2e: string };
}

/** `weighted`: sum of numerators ÷ sum of denominators; `plain`: mean of the institutions' shares. */
export interface AggregateShare {
  readonly weighted?: string;
  readonly plain?: string;
  readonly baseline_weighted?: string;
  readonly baseline_plain?: string;
}
