import { decode } from './encoding.js';
import type { FaultWatch } from './fault-watch.js';
import { readJson, type JsonDocument } from './json-source.js';
import type { Source } from './source.js';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** As `readJson`, with every number as its text: a JavaScript number holds no more than 17 digits of an amount. */
export function readExactJson(source: Source, watch: FaultWatch): JsonDocument | undefined {
  const document = readJson(source, watch);
  const text = document === undefined ? undefined : decode(source, watch)?.text;
  if (document === undefined || text === undefined) return undefined;
  const texts = text.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`));
  return { ...document, value: JSON.parse(texts) as unknown };
}

/** The value down a path of members and elements; undefined where a step leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}

/** The text of a string or number down a path, without blanks around it; '' for anything else. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found.trim() : '';
}

/** The elements of an array down a path; none for anything else. */
export function elementsAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}
