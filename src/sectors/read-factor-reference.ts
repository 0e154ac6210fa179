import { isFault, readNumber } from '../input/number.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { FactorReference } from './factor-reference.js';
import type { ParameterValue } from '../input/product-file.js';
import type { Fail } from './fail.js';

const MEMBERS = ['kgco2e', 'unit', 'source'] as const;

/** A supplier's own factor as an object: kg CO2e per one `unit`, and where it comes from. */
export function readFactorReference(
  value: Readonly<Record<string, ParameterValue>>,
  id: string,
  pointer: string,
  fail: Fail,
): FactorReference | undefined {
  const texts = new Map<string, string>();
  let sound = true;
  for (const name of Object.keys(value)) {
    if ((MEMBERS as readonly string[]).includes(name)) continue;
    sound = false;
    fail('parameter-unknown', { parameter: `${id}.${name}`, candidates: MEMBERS }, `${pointer}/${name}`);
  }
  for (const name of MEMBERS) {
    const text = value[name];
    if (typeof text === 'string' && text.trim() !== '') texts.set(name, text.trim());
    else {
      sound = false;
      fail('supplier-factor-incomplete', { missing: name }, pointer);
    }
  }
  if (!sound) return undefined;
  const [number = '', unit = '', source = ''] = MEMBERS.map((name) => texts.get(name));
  const amount = readNumber(number, '.');
  const read = parseUnit(unit);
  if (isFault(amount)) fail('number-invalid', { column: `${id}.kgco2e`, text: number }, `${pointer}/kgco2e`);
  if (read.kind !== 'found') {
    fail(read.kind === 'unknown' ? 'unit-unknown' : 'unit-ambiguous', { unit, candidates: read.candidates }, `${pointer}/unit`);
  }
  if (isFault(amount) || read.kind !== 'found') return undefined;
  return { id, supplier: { value: amount, unit: read.unit, source }, pointer };
}
