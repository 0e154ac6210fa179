import validate from '../../../generated/import-columns.js';
import type { FaultWatch } from '../../../input/fault-watch.js';
import { readJson } from '../../../input/json-source.js';
import { addSchemaFaults } from '../../../input/schema-faults.js';
import type { Source } from '../../../input/source.js';
import type { FactorColumn } from '../../factor.js';

/** Which columns of a table hold what (schemas/import-columns.schema.json). */
export interface ColumnMapping {
  /** The header of the column that holds it, or one value for all rows. */
  readonly columns: Readonly<Partial<Record<FactorColumn, string | { readonly constant: string }>>>;
}

/** Reads a mapping file. Adds json-invalid, or schema-violation for each breach of the schema. */
export function readMapping(source: Source, watch: FaultWatch): ColumnMapping | undefined {
  const document = readJson(source, watch);
  if (document === undefined) return undefined;
  if (validate(document.value)) return document.value as ColumnMapping;
  addSchemaFaults(validate.errors ?? [], document, watch);
  return undefined;
}
