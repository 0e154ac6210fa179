import type { Stage } from '../input/vocabulary.js';
import type { Fail } from './fail.js';
import type { ParameterGroup } from './parameters.js';
import type { RuleUnit, SectorRule } from './rule.js';
import type { Sheet } from './sheet.js';

/** What a sector's model is given. */
export interface ModelContext {
  readonly rule: SectorRule;
  /** The parameters of product.json; those of amounts are in the sheet already. */
  readonly parameters: ParameterGroup;
  readonly sheet: Sheet;
  /** The declared or functional unit of the product file, as the rule knows it. */
  readonly unit: RuleUnit;
  /** The stages that the declared boundary takes in. */
  readonly stages: ReadonlySet<Stage>;
  /** A value of one of the rule's tables; enters it into the sheet and gives its id. `chosen`: the pointer of the choice that asks for a recalled table. */
  lookUp(table: string, key: string, chosen?: string): string;
  /** Adds a finding at a JSON Pointer of the product file. */
  readonly fail: Fail;
}

/** The arithmetic of a sector: parameters → quantities and lines of the sheet. Pure. */
export type SectorModel = (context: ModelContext) => void;

/** A sector: its rule, and its model where the rule's own formulas do not say it all. */
export interface Sector {
  readonly rule: SectorRule;
  readonly model?: SectorModel;
}
