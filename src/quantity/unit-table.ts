import { Exact } from './exact.js';
import type { Unit } from './unit.js';
import { plainUnitText } from './unit-text.js';
import { AMBIGUOUS, MISLEADING, type AmbiguousName } from './unit-table/ambiguous.js';
import { AREA, VOLUME } from './unit-table/area-and-volume.js';
import { COUNT } from './unit-table/count.js';
import { ENERGY } from './unit-table/energy.js';
import { LENGTH, TIME } from './unit-table/length-and-time.js';
import { MASS } from './unit-table/mass.js';
import { MONEY } from './unit-table/money.js';
import { TRANSPORT } from './unit-table/transport.js';
import type { UnitRow } from './unit-table/unit-row.js';

export const UNIT_ROWS: readonly UnitRow[] = [
  ...MASS, ...ENERGY, ...LENGTH, ...TIME, ...AREA, ...VOLUME, ...TRANSPORT, ...COUNT, ...MONEY,
];

/** What a name says: one unit, several (`ambiguous`), or none (`unknown`), with units that can be written instead. */
export type UnitAnswer =
  | { readonly kind: 'found'; readonly unit: Unit }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] };

/** The names of a row: `spellings` in their own case, `words` in any. */
export function namesOf(row: { readonly spellings?: string; readonly words?: string }): { spellings: string[]; words: string[] } {
  return { spellings: row.spellings?.split(' | ') ?? [], words: row.words?.split(' | ') ?? [] };
}

const bySpelling = new Map<string, UnitAnswer>();
const byWord = new Map<string, UnitAnswer>();
const symbolOfName = new Map<string, string>();

for (const row of UNIT_ROWS) {
  const answer: UnitAnswer = { kind: 'found', unit: { symbol: row.symbol, dimension: row.dimension, size: sizeOf(row.size) } };
  const { spellings, words } = namesOf(row);
  for (const name of [row.symbol, ...spellings]) bySpelling.set(plainUnitText(name), answer);
  for (const name of words) byWord.set(plainUnitText(name).toLowerCase(), answer);
  for (const name of [row.symbol, ...spellings, ...words]) symbolOfName.set(name, row.symbol);
}
addRefusals(AMBIGUOUS, 'ambiguous');
addRefusals(MISLEADING, 'unknown');

/** What the table says of a whole name in plain text (unit-text.ts); undefined where it does not hold the name. */
export function unitNamed(name: string): UnitAnswer | undefined {
  return bySpelling.get(name) ?? byWord.get(name.toLowerCase());
}

/** Every name of the table with the symbol of its unit, to find near misses in. */
export const SYMBOL_OF_NAME: ReadonlyMap<string, string> = symbolOfName;

function addRefusals(names: readonly AmbiguousName[], kind: 'ambiguous' | 'unknown'): void {
  for (const name of names) {
    const { spellings, words } = namesOf(name);
    const answer: UnitAnswer = { kind, candidates: name.candidates };
    for (const spelling of spellings) bySpelling.set(plainUnitText(spelling), answer);
    for (const word of words) byWord.set(plainUnitText(word).toLowerCase(), answer);
  }
}

function sizeOf(text: string): Exact {
  const [top = '', bottom = '1'] = text.split('/');
  return Exact.of(top).dividedBy(Exact.of(bottom)).reduced();
}
