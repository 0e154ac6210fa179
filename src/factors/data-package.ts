import { isUtf8 } from 'node:buffer';
import validate from '../generated/datapackage.js';
import type { FaultWatch } from '../input/fault-watch.js';
import { readJson } from '../input/json-source.js';
import { addSchemaFaults } from '../input/schema-faults.js';
import type { Source } from '../input/source.js';

/** What a run needs of a datapackage.json (schemas/datapackage.schema.json). */
export interface DataPackage {
  readonly name: string;
  readonly version: string;
  readonly title?: string;
}

/** Reads a datapackage.json. Adds json-invalid, or schema-violation for each breach of the schema. */
export function readDataPackage(source: Source, watch: FaultWatch): DataPackage | undefined {
  const sound = soundPackage(source);
  if (sound !== undefined) return sound;
  const document = readJson(source, watch);
  if (document === undefined) return undefined;
  if (validate(document.value)) return document.value as DataPackage;
  addSchemaFaults(validate.errors ?? [], document, watch);
  return undefined;
}

/** The usual case without the search for places, which costs a run some milliseconds. */
function soundPackage(source: Source): DataPackage | undefined {
  if (!isUtf8(source.bytes)) return undefined;
  try {
    const content: unknown = JSON.parse(Buffer.from(source.bytes).toString('utf8'));
    return validate(content) ? (content as DataPackage) : undefined;
  } catch {
    return undefined;
  }
}
