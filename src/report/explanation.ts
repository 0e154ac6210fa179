import type { Place } from '../diagnostics/place.js';
import type { DeclaredUnit, Names } from '../input/product-file.js';
import type { LossBasis, Stage } from '../input/vocabulary.js';
import type { Assembly, Contribution, ModelQuantity, ReportFactor, Step } from './report.js';

export const EXPLANATION_SCHEMA = 'tanji/explanation/1';

/**
 * How each number of a report came about: result ← stages ← contributions ← operands, down to the cell.
 * Amounts are decimal strings. The values of a node's children add up to the node's; the operands of a contribution,
 * taken from left to right, give it (a ratio that does not end is rounded once, in the last of 50 digits).
 */
export interface Explanation {
  readonly schema: typeof EXPLANATION_SCHEMA;
  /** Of the report explained. */
  readonly digest: string;
  readonly product: { readonly id: string; readonly names: Names };
  readonly unit: DeclaredUnit;
  readonly result: ResultNode;
  /** Where one line of the bill was asked for and is in the total: what comes from it. */
  readonly picked?: { readonly line: number; readonly value: string };
  /** Module D, beside the result. */
  readonly beyond_boundary?: StageNode;
  /** What the operands of kind `assembly` stand for. */
  readonly assemblies: readonly AssemblyNode[];
  /** Where a sector's model took part: reference products per declared unit. */
  readonly reference_flow?: QuantityNode;
}

export interface ResultNode {
  readonly kind: 'result';
  /** kg CO2e per declared or functional unit. */
  readonly value: string;
  readonly children: readonly StageNode[];
}

export interface StageNode {
  readonly kind: 'stage';
  readonly stage: Stage;
  readonly value: string;
  readonly percent?: string;
  /** The largest first. */
  readonly children: readonly ContributionNode[];
}

export interface ContributionNode extends Pick<Contribution, 'item' | 'item_zh' | 'component' | 'data' | 'place'> {
  readonly kind: 'contribution';
  /** In `inventory.contributions`. */
  readonly index: number;
  readonly value: string;
  readonly children: readonly Operand[];
  /** Of a line that a sector's model made: where its quantity comes from. */
  readonly derivation?: QuantityNode;
}

/** A quantity of a model's worksheet: as it was given or chosen, or its formula with what each symbol stands for. */
export interface QuantityNode extends Omit<ModelQuantity, 'inputs'> {
  readonly kind: 'derivation';
  /** What the formula above calls it; absent at the top of a tree. */
  readonly symbol?: string;
  readonly children: readonly QuantityNode[];
}

export interface AssemblyNode extends Pick<Assembly, 'name'> {
  readonly kind: Assembly['kind'];
  /** In `inventory.assemblies`. */
  readonly index: number;
  /** How much of it one declared unit of the product holds: the sum of its uses. */
  readonly value: string;
  readonly children: readonly UseNode[];
}

export interface UseNode {
  readonly kind: 'use';
  readonly place: Place;
  readonly children: readonly Operand[];
}

/** One term of a formula: `start × … ÷ … × factor`. */
export type Operand = QuantityOperand | StepOperand | FactorOperand;

interface Term {
  readonly operator: 'start' | 'multiply' | 'divide';
  readonly value: string;
  readonly place?: Place;
}

export interface QuantityOperand extends Term {
  readonly kind: 'quantity';
  readonly unit: string;
}

export interface StepOperand extends Term {
  readonly kind: 'step';
  readonly step: Step['kind'];
  /** Of an assembly: its index and its name. */
  readonly assembly?: number;
  readonly name?: string;
  /** Of a loss. */
  readonly rate?: string;
  readonly basis?: LossBasis;
  /** Of a conversion. */
  readonly from?: string;
  readonly to?: string;
}

export interface FactorOperand extends Term {
  readonly kind: 'factor';
  /** kg CO2e per one of this unit. */
  readonly unit: string;
  /** Whole, as the report lists it. */
  readonly factor: ReportFactor;
}
