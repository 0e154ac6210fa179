import type { Spot } from '../diagnostics/place.js';
import type { Unit } from '../quantity/unit.js';
import type { Amount, InputFacts } from './bom-line.js';

/** The columns of an energy ledger (DESIGN section 4), by the names used in code, reports and diagnostics. */
export const LEDGER_COLUMNS = [
  'institution', 'site', 'period', 'from', 'to', 'carrier', 'amount', 'unit', 'origin', 'meter', 'factor', 'note',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/**
 * Where an amount comes from, which decides what it counts for. `pv_generated` is the generation meter, which
 * `pv_used` and `pv_exported` must add up to; a `green_certificate` is an attribute and no consumption.
 */
export const ORIGINS = [
  'grid', 'pv_generated', 'pv_used', 'pv_exported', 'green_power', 'green_certificate', 'renewable_other',
  'fuel', 'heat', 'refrigerant', 'water', 'scope_3',
] as const;
export type Origin = (typeof ORIGINS)[number];

/** Energy carriers with words of their own; any other name stands as it is written (a refrigerant, an item of scope 3). */
export const CARRIERS = [
  'electricity', 'natural_gas', 'lpg', 'lng', 'raw_coal', 'cleaned_coal', 'coke', 'gasoline', 'kerosene', 'diesel', 'fuel_oil',
  'heat', 'steam', 'cooling', 'solar_heat', 'biomass', 'biogas', 'water',
] as const;
export type Carrier = (typeof CARRIERS)[number];

/** Days as ISO 8601 text, both ends included. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

/** One row of the ledger: what one meter or invoice says of one period. Amounts are never negative. */
export interface LedgerLine {
  /** 1-based line of the file. */
  readonly line: number;
  /** '' where the file has no such column: it then holds one institution. */
  readonly institution: string;
  readonly site: string;
  readonly period: Days;
  /** One of CARRIERS, or the name as written of a refrigerant or an item of scope 3. */
  readonly carrier: string;
  readonly amount: Amount;
  readonly unit: Unit;
  readonly origin: Origin;
  readonly meter?: string;
  /** `id` or `dataset:id`. */
  readonly factor?: string;
}

/** A ledger as read, with the means to point at any of its cells. */
export interface Ledger {
  readonly input: InputFacts;
  readonly lines: readonly LedgerLine[];
  /** The 1-based cell of a column; 0 where the file lacks it. */
  column(column: LedgerColumn): number;
  spot(line: LedgerLine, column: LedgerColumn): Spot;
}
