import type { Exact } from '../quantity/exact.js';
import type { Unit } from '../quantity/unit.js';
import type { Factor, GwpSet, Origins } from '../factors/factor.js';
import type { BomLine, SupplierFactor } from '../input/bom-line.js';
import type { GwpEdition } from '../input/product-file.js';
import type { Stage } from '../input/vocabulary.js';
import type { ProductGraph } from './product-graph.js';

/** What the engine has to know of the product beside its bill. */
export interface Declaration {
  /** The product of the bill to calculate; the one that no other uses where absent. */
  readonly root?: string;
  /** Absent where nobody declared a boundary: then every stage may occur. */
  readonly boundary?: { readonly name: string; readonly stages: ReadonlySet<Stage> };
  /** First day of the period, ISO 8601; absent where nobody declared one: then no factor is judged by its age. */
  readonly periodStart?: string;
  /** Declared units of sub-products; one piece where absent. */
  readonly subProducts: ReadonlyMap<string, DeclaredQuantity>;
  /** How many of the bill's reference products one declared unit takes; 1 where absent: the bill is per declared unit. */
  readonly referenceFlow?: Exact;
  /** Weighs factors given as gases; absent where nobody named one. */
  readonly gwp?: GwpEdition;
}

export interface DeclaredQuantity {
  readonly amount: Exact;
  readonly unit: Unit;
}

/** A factor as the engine uses it: a dataset's, or a supplier's own. */
export interface UsedFactor {
  /** `dataset:id`, or `supplier:LINE`. */
  readonly key: string;
  /** kg CO2e per one `unit`. */
  readonly value: Exact;
  readonly unit: Unit;
  readonly stage?: Stage;
  readonly origins?: Origins;
  readonly gsd?: Exact;
  readonly gwp: GwpSet;
  readonly origin: { readonly kind: 'dataset'; readonly factor: Factor } | { readonly kind: 'supplier'; readonly supplier: SupplierFactor };
}

/** What one line, or the transport leg of one line, adds to the product. */
export interface LineContribution {
  readonly line: BomLine;
  readonly leg: boolean;
  /** The node the line belongs to. */
  readonly node: number;
  readonly component: string;
  readonly stage: Stage;
  readonly factor: UsedFactor;
  /** Activity data per one declared unit of the product, in the factor's unit. */
  readonly activity: Exact;
  readonly kgco2e: Exact;
}

/** Of the total, as decimal text: geometric standard deviation, and the 95 % interval total ÷ gsd² … total × gsd². */
export interface Uncertainty {
  readonly gsd: string;
  readonly low: string;
  readonly high: string;
  /** Share of the sum of absolute contributions whose line or factor states an uncertainty, 0 to 1. */
  readonly coveredShare: Exact;
}

/** The result of the engine: exact, in kg CO2e per one declared unit of the product. */
export interface Footprint {
  readonly graph: ProductGraph;
  /** How much of each node one declared unit of the product holds, by node; only nodes it needs. */
  readonly amounts: ReadonlyMap<number, Exact>;
  /** In the order of the bill's lines. */
  readonly contributions: readonly LineContribution[];
  /** Without module D. */
  readonly total: Exact;
  /** In the order of first use. */
  readonly factors: readonly UsedFactor[];
  readonly uncertainty?: Uncertainty;
}
