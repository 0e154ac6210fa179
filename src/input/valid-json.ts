import type { FaultWatch } from './fault-watch.js';
import { readJson, type JsonDocument } from './json-source.js';
import { addSchemaFaults, type SchemaError } from './schema-faults.js';
import type { Source } from './source.js';

/** What scripts/compile-schemas.mjs makes of a schema. */
export interface SchemaCheck {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** A JSON document of its schema's shape. Adds json-invalid, or schema-violation for each breach; undefined where there is one. */
export function readValidJson(source: Source, check: SchemaCheck, watch: FaultWatch): JsonDocument | undefined {
  const document = readJson(source, watch);
  if (document === undefined || check(document.value)) return document;
  addSchemaFaults(check.errors ?? [], document, watch);
  return undefined;
}
