import type { Spot } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import { decode } from './encoding.js';
import { cutAround } from './excerpt.js';
import type { FaultWatch } from './fault-watch.js';
import { jsonPlaces } from './json-places.js';
import { linesOf } from './line-breaks.js';
import type { Source } from './source.js';

/** A JSON input as it was read, with the means to point at its members. */
export interface JsonDocument {
  readonly value: unknown;
  readonly encoding: string;
  readonly lines: number;
  /** Where the member at a JSON Pointer stands, or the nearest member around it. */
  spot(pointer: string): Spot;
}

/** Reads a JSON input. Adds json-invalid, or the problems of its encoding, and gives undefined where it is none. */
export function readJson(source: Source, watch: FaultWatch): JsonDocument | undefined {
  const decoded = decode(source, watch);
  if (decoded === undefined) return undefined;
  const { text, encoding } = decoded;
  const places = jsonPlaces(text);
  if ('detail' in places) {
    watch.add(problem('json-invalid', { detail: places.detail }, spotAt(source.name, text, places.offset)));
    return undefined;
  }
  return {
    value: JSON.parse(text) as unknown,
    encoding,
    lines: linesOf(text.trimEnd()).length,
    spot: (pointer) => {
      let path = pointer;
      while (path !== '' && !places.has(path)) path = path.slice(0, path.lastIndexOf('/'));
      return spotAt(source.name, text, places.get(path) ?? 0);
    },
  };
}

function spotAt(input: string, text: string, offset: number): Spot {
  const before = linesOf(text.slice(0, offset));
  const line = before.length;
  const column = before[line - 1]?.length ?? 0;
  const whole = linesOf(text)[line - 1] ?? '';
  const length = /^"(?:[^"\\]|\\.)*"|^[^\s,:{}[\]"]*/.exec(whole.slice(column))?.[0].length ?? 0;
  const meant = Math.min(Math.max(1, length), whole.length - column);
  return { input, line, column: column + 1, excerpt: cutAround(whole, column, meant) };
}
