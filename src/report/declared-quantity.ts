import type { DeclaredQuantity } from '../footprint/footprint.js';
import { conversion } from '../quantity/convert.js';
import { Exact } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';

/** A declared unit as product files write it. */
export interface StatedUnit {
  readonly amount: string;
  readonly unit: string;
}

/** The readers of declarations have already refused unknown units and amounts. */
export function declaredQuantity({ amount, unit }: StatedUnit): DeclaredQuantity {
  const answer = parseUnit(unit);
  if (answer.kind !== 'found') throw new RangeError(`unit not checked: ${unit}`);
  return { amount: Exact.of(amount), unit: answer.unit };
}

/** Whether two declared units are one: 0.5 kg and 500 g are. */
export function sameQuantity(one: StatedUnit, other: StatedUnit): boolean {
  const [a, b] = [declaredQuantity(one), declaredQuantity(other)];
  return conversion(a.unit, b.unit)?.times(a.amount).equals(b.amount) === true;
}
