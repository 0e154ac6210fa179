import type { Spot } from '../diagnostics/place.js';
import type { Unit } from '../quantity/unit.js';
import type { InputFacts } from './bom-line.js';
import type { MappingColumn } from './mapping-columns.js';
import type { Stage } from './vocabulary.js';

/** One row of a mapping: the factor that a person chose for the lines of an item. */
export interface MappingRow {
  /** 1-based line of the file. */
  readonly line: number;
  readonly item: string;
  /** Lines of this unit only; of any unit where absent. */
  readonly unit?: Unit;
  /** Lines of this stage only; of any stage where absent. */
  readonly stage?: Stage;
  readonly factor: string;
}

/** A mapping as read. Of confirmed rows no two fit the same line with different factors. */
export interface Mapping {
  readonly input: InputFacts;
  readonly confirmed: readonly MappingRow[];
  /** The 1-based lines of the rows that nobody confirmed, by item: the first of each. */
  readonly unconfirmed: ReadonlyMap<string, number>;
  spot(line: number, column: MappingColumn): Spot;
}
