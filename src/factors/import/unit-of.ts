import { parseUnit } from '../../quantity/parse-unit.js';

/** Names of units in ILCD reference data and in OEKOBAUDAT that are no unit symbols elsewhere. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['Item(s)', 'piece'], ['Stück', 'piece'], ['Stck.', 'piece'], ['qm', 'm2'], ['metric ton', 't'],
]);

/** The unit that a data set names, as tanji writes it; the text itself where it is no unit. */
export function unitOf(text: string): string {
  const read = parseUnit(WRITTEN.get(text) ?? text);
  return read.kind === 'found' ? read.unit.symbol : text;
}

export function isUnit(text: string): boolean {
  return parseUnit(WRITTEN.get(text) ?? text).kind === 'found';
}
