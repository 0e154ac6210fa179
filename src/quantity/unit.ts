import type { Exact } from './exact.js';

/** Powers of the base dimensions, none of them 0; `{}` for a plain ratio. */
export type Dimension = Readonly<Partial<Record<BaseDimension, number>>>;

export type BaseDimension =
  | 'mass' | 'length' | 'time' | 'energy' | 'item' | 'pair' | 'person' | 'vehicle' | 'room' | 'wear' | 'cup' | 'night'
  | 'CNY' | 'USD' | 'EUR' | 'GBP' | 'JPY' | 'HKD';

export interface Unit {
  /** The symbol used in reports, e.g. `kWh`, `tkm`, `g/m2`. */
  readonly symbol: string;
  readonly dimension: Dimension;
  /** How many coherent base units (kg, m, h, kWh, piece...) one of this unit is. */
  readonly size: Exact;
}
