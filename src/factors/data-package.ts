import { isUtf8 } from 'node:buffer';
import { Findings } from '../diagnostics/findings.js';
import validate from '../generated/datapackage.js';
import { FaultWatch } from '../input/fault-watch.js';
import { readJson } from '../input/json-source.js';
import type { Source } from '../input/source.js';
import { readValidJson } from '../input/valid-json.js';
import type { Replacement } from './replacements.js';

/** What a run needs of a datapackage.json (schemas/datapackage.schema.json). */
export interface DataPackage {
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly replacements?: readonly Omit<Replacement, 'spot'>[];
}

/** Reads a datapackage.json. Adds json-invalid, or schema-violation for each breach of the schema. */
export function readDataPackage(source: Source, watch: FaultWatch): DataPackage | undefined {
  const sound = soundPackage(source);
  if (sound !== undefined) return sound;
  return readValidJson(source, validate, watch)?.value as DataPackage | undefined;
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

/** The replacements that a datapackage.json without faults states, each with its place. */
export function statedReplacements(source: Source, { replacements = [] }: DataPackage): Replacement[] {
  if (replacements.length === 0) return [];
  const document = readJson(source, new FaultWatch(new Findings()));
  const whole = { input: source.name, line: 0, column: 0 };
  return replacements.map(({ from, to }, index) => ({
    from, to, spot: document?.spot(`/replacements/${String(index)}/from`) ?? whole,
  }));
}
