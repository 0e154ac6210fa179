import { problem } from '../diagnostics/problem.js';
import type { FaultWatch } from './fault-watch.js';
import { escaped } from './json-places.js';
import type { JsonDocument } from './json-source.js';

/** What ajv tells of one violation. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** More violations than this come from one mistake, such as the wrong file. */
export const MOST_VIOLATIONS = 10;

const COMPOUND = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not']);

/** Adds a schema-violation for each error, once; a failed choice only where no failed branch tells more. */
export function addSchemaFaults(errors: readonly SchemaError[], document: Pick<JsonDocument, 'spot'>, watch: FaultWatch): void {
  const told = new Set<string>();
  for (const error of errors) {
    if (told.size === MOST_VIOLATIONS) return;
    if (COMPOUND.has(error.keyword) && errors.some((other) => tellsMore(other, error))) continue;
    const pointer = pointerOf(error);
    const args = { pointer, rule: error.keyword, detail: detailOf(error) };
    const key = JSON.stringify(args);
    if (told.has(key)) continue;
    told.add(key);
    watch.add(problem('schema-violation', args, document.spot(pointer)));
  }
}

function tellsMore(other: SchemaError, error: SchemaError): boolean {
  return !COMPOUND.has(other.keyword) && other.instancePath.startsWith(error.instancePath);
}

function pointerOf({ instancePath, params }: SchemaError): string {
  const extra = params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof extra === 'string' ? `${instancePath}/${escaped(extra)}` : instancePath;
}

/** The particulars of the rule, as the schema states them: a member, a limit, the words allowed. */
function detailOf({ params }: SchemaError): string {
  const words = params['allowedValues'];
  if (Array.isArray(words)) return words.map(String).join(', ');
  return Object.values(params).filter((value) => typeof value !== 'object' || Array.isArray(value))
    .map((value) => (Array.isArray(value) ? value.map(String).join(' / ') : String(value))).join(' ');
}
