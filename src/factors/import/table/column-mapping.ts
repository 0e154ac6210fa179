import validate from '../../../generated/import-columns.js';
import type { FaultWatch } from '../../../input/fault-watch.js';
import type { Source } from '../../../input/source.js';
import { readValidJson } from '../../../input/valid-json.js';
import type { FactorColumn } from '../../factor.js';

/** Which columns of a table hold what (schemas/import-columns.schema.json). */
export interface ColumnMapping {
  /** The header of the column that holds it, or one value for all rows. */
  readonly columns: Readonly<Partial<Record<FactorColumn, string | { readonly constant: string }>>>;
}

/** Reads a mapping file. Adds json-invalid, or schema-violation for each breach of the schema. */
export function readMapping(source: Source, watch: FaultWatch): ColumnMapping | undefined {
  return readValidJson(source, validate, watch)?.value as ColumnMapping | undefined;
}
