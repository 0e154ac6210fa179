import type { GwpEdition, Names } from './product-file.js';

/** What institution.json declares (schemas/institution.schema.json). Amounts are decimal strings, dates ISO 8601 days. */
export interface InstitutionProfile {
  readonly id: string;
  readonly names: Names;
  /** ISO 3166, such as `CN-ZJ`: names the region of the factors that the report compares with. */
  readonly region?: string;
  /** Id of an institution rule (rules/institution/*.json); `generic` where absent, and then marked as a default. */
  readonly rule?: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly baseline?: { readonly start: string; readonly end: string };
  readonly energy: EnergyMethod;
  readonly gwp?: GwpEdition;
  /** Factors by carrier, refrigerant or item, where the ledger's row names none. Electricity: location-based. */
  readonly factors?: Readonly<Record<string, FactorByYear>>;
  /** Of the market-based view: what electricity covered by no contract or certificate takes; the location-based factor where absent. */
  readonly residual_factor?: FactorByYear;
  /** Fuels by net calorific value, carbon content and oxidation instead of a factor. */
  readonly fuels?: readonly FuelCarbon[];
  readonly avoided?: { readonly factor: string };
  /** Facts of each institution and year that intensities are per. */
  readonly institutions?: readonly InstitutionFacts[];
  readonly offsets?: readonly Offset[];
  /** As a certifier gave it; nothing here computes it. */
  readonly certification?: {
    readonly scheme: string; readonly grade: string; readonly score?: string;
    readonly number: string; readonly certifier: string; readonly issued?: string;
  };
}

/** One factor for all years, or one a year (`{"2022": …, "2023": …}`). */
export type FactorByYear = string | Readonly<Record<string, string>>;

export interface EnergyMethod {
  /** Id of a set of coal-equivalent coefficients (rules/coal-equivalents/*.json). */
  readonly coefficients: string;
  /** 当量值 or 等价值. */
  readonly electricity: 'calorific' | 'equivalent';
  /** kgce per kWh and where it comes from; compulsory for `equivalent`, which has no lasting value. */
  readonly equivalent_rate?: { readonly value: string; readonly source: string };
}

/** Tonnes of CO2 = amount × ncv × carbon × oxidation × 44/12. */
export interface FuelCarbon {
  readonly carrier: string;
  /** GJ per `per` (t, m3, …). */
  readonly ncv: string;
  readonly per: string;
  /** t C per GJ. */
  readonly carbon: string;
  /** 0 to 1. */
  readonly oxidation: string;
  readonly source: string;
}

export interface InstitutionFacts {
  readonly id: string;
  readonly names?: Names;
  /** office, school, hospital, venue, … in words. */
  readonly kind?: string;
  readonly years: readonly {
    readonly year: string;
    /** m2 */
    readonly area?: string;
    readonly persons?: string;
    readonly beds?: string;
    readonly students?: string;
  }[];
}

/** Credits retired for a year: whole tonnes, never inside the inventory. */
export interface Offset {
  /** Whose they are, in a ledger of several institutions. */
  readonly institution?: string;
  readonly tonnes: string;
  readonly registry: string;
  readonly serials: string;
  readonly year: string;
  readonly project?: string;
}
