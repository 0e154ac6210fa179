import type { Stage } from './vocabulary.js';

/** Text in one or both languages; at least one is there. */
export interface Names {
  readonly zh?: string;
  readonly en?: string;
}

export const UNIT_KINDS = ['declared', 'functional'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const BOUNDARIES = ['gate-to-gate', 'cradle-to-gate', 'cradle-to-grave', 'custom'] as const;
export type BoundaryType = (typeof BOUNDARIES)[number];

export const LABEL_STATUSES = ['self-declared', 'verified', 'certified'] as const;
export type LabelStatus = (typeof LABEL_STATUSES)[number];

/** Editions of GWP100 values by which factors given as gases are weighed; what each is: docs/method.md, GWP sets. */
export const GWP_EDITIONS = ['AR4', 'AR5', 'AR6-2021-SM', 'AR6-2024'] as const;
export type GwpEdition = (typeof GWP_EDITIONS)[number];

/** What product.json declares (schemas/product.schema.json). Amounts are decimal strings, dates ISO 8601 days. */
export interface ProductFile {
  readonly id: string;
  readonly names: Names;
  readonly model?: string;
  readonly gtin?: string;
  readonly manufacturer?: Party;
  readonly site?: Party;
  readonly sector?: string;
  /** What the sector's model computes from; read against the sector's rule. */
  readonly parameters?: { readonly [name: string]: ParameterValue };
  readonly unit: DeclaredUnit;
  readonly boundary: Boundary;
  readonly period?: { readonly start: string; readonly end: string };
  readonly method?: Method;
  readonly validity?: { readonly from: string; readonly until: string };
  readonly label?: LabelWishes;
  /** Declared units of the bill's sub-products, where they are not one piece. */
  readonly sub_products?: readonly { readonly id: string; readonly unit: { readonly amount: string; readonly unit: string } }[];
}

/** Amounts are texts with their units; objects and lists group them. */
export type ParameterValue = string | readonly ParameterValue[] | { readonly [name: string]: ParameterValue };

export interface Party {
  readonly name: string;
  readonly name_zh?: string;
  readonly id?: string;
  readonly address?: string;
  readonly region?: string;
}

export interface DeclaredUnit {
  readonly kind: UnitKind;
  readonly amount: string;
  readonly unit: string;
  /** Which of the sector's units it is, where one symbol could mean several: kWh delivered, kWh of capacity. */
  readonly basis?: string;
  readonly text?: Names;
}

export interface Boundary {
  readonly type: BoundaryType;
  /** Of `custom` alone; the other types have stages of their own. */
  readonly stages?: readonly Stage[];
  readonly excluded?: readonly { readonly stage: Stage; readonly reason: string }[];
  readonly cut_offs?: readonly string[];
}

export interface Method {
  readonly standards?: readonly string[];
  readonly electricity?: 'location-based' | 'market-based';
  readonly allocation?: string;
  readonly recycling?: string;
  readonly gwp?: GwpEdition;
}

export interface LabelWishes {
  readonly status: LabelStatus;
  readonly scheme?: string;
  readonly certificate?: { readonly number: string; readonly certifier: string; readonly issued?: string };
  /** Decimal places of the value shown on the label; three significant digits where absent. */
  readonly decimals?: number;
}
