import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';

/** A lone half of a surrogate pair, as JSON.stringify writes it; an even number of backslashes before it means plain text. */
const LONE_SURROGATE = /(?:^|[^\\])(?:\\\\)*(\\ud[89a-f][0-9a-f]{2})/;

/**
 * The canonical JSON text (RFC 8785) of strings, safe integers, booleans, null, arrays and plain objects.
 * Members stand in the order of their UTF-16 code units. Throws a Fault on a lone surrogate, which RFC 8785
 * refuses, and a RangeError on a value that no report may hold (other numbers, undefined).
 */
export function canonicalText(value: unknown): string {
  const text = write(value);
  // JSON.stringify escapes nothing but lone surrogates this way, so one search of the whole text finds them.
  if (text.includes('\\ud')) {
    const lone = LONE_SURROGATE.exec(text)?.[1];
    if (lone !== undefined) throw new Fault(problem('json-invalid', { detail: `lone surrogate ${lone}` }));
  }
  return text;
}

/** Elements of a long array that are written together: the text of a large report is then never held twice over. */
const TOGETHER = 1000;

/** The canonical text in pieces of bounded size. */
export function* canonicalPieces(value: unknown): Generator<string> {
  if (!isLong(value)) {
    yield canonicalText(value);
  } else if (Array.isArray(value)) {
    for (let from = 0; from < value.length; from += TOGETHER) {
      yield from === 0 ? '[' : ',';
      yield canonicalText(value.slice(from, from + TOGETHER)).slice(1, -1);
    }
    yield ']';
  } else {
    let before = '{';
    for (const [name, member] of Object.entries(value as object).sort(byName)) {
      yield `${before}${canonicalText(name)}:`;
      yield* canonicalPieces(member);
      before = ',';
    }
    yield '}';
  }
}

/** A long array, or an object that holds one. */
function isLong(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > TOGETHER;
  return typeof value === 'object' && value !== null && Object.values(value).some(isLong);
}

function write(value: unknown): string {
  // The engine's own serialiser is several times faster than any walk, and right wherever the members are in order.
  if (isInOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value as object).sort(byName);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`).join(',')}}`;
}

/** In UTF-16 code units, as JavaScript compares strings. */
export function byName(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

/** Whether every object from here down has its members in canonical order. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`no safe integer: ${value}`);
    return true;
  }
  if (typeof value !== 'object') throw new RangeError(`no JSON value: ${typeof value}`);
  if (Array.isArray(value)) {
    for (const element of value) if (!isInOrder(element)) return false;
    return true;
  }
  let previous = '';
  for (const name of Object.keys(value)) {
    if (name < previous) return false;
    previous = name;
    if (!isInOrder((value as Record<string, unknown>)[name])) return false;
  }
  return true;
}
