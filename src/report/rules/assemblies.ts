import type { AssemblyUse } from '../report.js';
import type { Ledger } from './ledger.js';
import { big, ZERO } from './numbers.js';
import { operandsOf } from './operands.js';
import { rule } from './rule.js';

/** Amounts of assemblies keep 50 significant digits. */
const RELATIVE_TOLERANCE = big('1e-45');

/** An assembly step names an assembly of the report; that of a use one before it, so that no amount rests on itself. */
export const assemblyStepsKnown = rule('schema-violation', function* ({ report }: Ledger) {
  const { assemblies, contributions } = report.inventory;
  for (const [index, { uses }] of assemblies.entries()) {
    for (const [at, use] of uses.entries()) yield* unknownSteps(use, index, `/inventory/assemblies/${index}/uses/${at}`);
  }
  for (const [index, contribution] of contributions.entries()) {
    yield* unknownSteps(contribution, assemblies.length, `/inventory/contributions/${index}`);
  }
});

function* unknownSteps(
  { steps }: Pick<AssemblyUse, 'steps'>,
  below: number,
  path: string,
): Generator<{ pointer: string; rule: string; detail: string }> {
  for (const [at, { assembly }] of steps.entries()) {
    if (assembly === undefined || assembly < below) continue;
    yield { pointer: `${path}/steps/${at}/assembly`, rule: 'maximum', detail: `${assembly} ≥ ${below}` };
  }
}

/** amount = the sum over the uses of quantity × every multiply ÷ every divide. */
export const assembliesFit = rule('report-sum', function* ({ report }: Ledger) {
  for (const [index, { amount, uses }] of report.inventory.assemblies.entries()) {
    let sum = ZERO;
    let gross = ZERO;
    for (const use of uses) {
      const operands = operandsOf(use, report);
      if (operands === undefined) continue;
      const part = operands.top.div(operands.bottom);
      sum = sum.plus(part);
      gross = gross.plus(part.abs());
    }
    if (big(amount).minus(sum).abs().lessThanOrEqualTo(gross.times(RELATIVE_TOLERANCE))) continue;
    const whole = `inventory.assemblies[${index}].amount`;
    yield { whole, stated: amount, parts: `inventory.assemblies[${index}].uses`, computed: sum.toSignificantDigits(50).toFixed() };
  }
});
