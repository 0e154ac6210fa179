import { Exact } from '../../quantity/exact.js';
import type { AssemblyUse, Contribution, Step } from '../report.js';
import type { Ledger } from './ledger.js';
import { rule } from './rule.js';
import type { UnitRatios } from './unit-ratios.js';

/** Conversions multiply by what their units give, losses by what their rate and basis give. */
export const operandsFit = rule('report-step', function* ({ report, units }: Ledger) {
  const { assemblies, contributions } = report.inventory;
  for (const [index, contribution] of contributions.entries()) {
    yield* wrongOperands(contribution, `inventory.contributions[${index}]`, units);
  }
  for (const [index, { uses }] of assemblies.entries()) {
    for (const [at, use] of uses.entries()) yield* wrongOperands(use, `inventory.assemblies[${index}].uses[${at}]`, units);
  }
});

function* wrongOperands(
  { steps }: Contribution | AssemblyUse,
  path: string,
  units: UnitRatios,
): Generator<{ step: string; stated: string; basis: string }> {
  for (const [at, step] of steps.entries()) {
    if (step.kind !== 'conversion' && step.kind !== 'loss') continue;
    const { multiply = '1', divide = '1' } = step;
    const expected = step.kind === 'loss' ? lossOperands(step) : conversionOperands(step, units);
    // multiply ÷ divide = up ÷ down, told crosswise
    if (expected !== undefined && Exact.of(multiply).times(expected.down).equals(Exact.of(divide).times(expected.up))) continue;
    const basis = step.kind === 'loss' ? `${step.rate ?? ''} ${step.basis ?? ''}` : `${step.from ?? ''} → ${step.to ?? ''}`;
    yield { step: `${path}.steps[${at}]`, stated: `× ${multiply} ÷ ${divide}`, basis };
  }
}

interface Operands {
  readonly up: Exact;
  readonly down: Exact;
}

/** A loss of the input divides by 1 − rate, a loss of the output multiplies by 1 + rate (DESIGN section 4). */
function lossOperands({ rate, basis }: Step): Operands {
  const lost = Exact.of(rate ?? '0');
  return basis === 'of_input' ? { up: Exact.ONE, down: Exact.ONE.minus(lost) } : { up: Exact.ONE.plus(lost), down: Exact.ONE };
}

function conversionOperands({ from = '', to = '' }: Step, units: UnitRatios): Operands | undefined {
  const up = units.between(from, to);
  return up === undefined ? undefined : { up, down: Exact.ONE };
}
