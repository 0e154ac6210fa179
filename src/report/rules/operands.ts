import type { AssemblyUse, Contribution, FootprintReport, Step } from '../report.js';
import { big, ONE, type Big } from './numbers.js';

/** quantity × every multiply ÷ every divide, not divided out: division of long numbers is slow and may not end. */
export interface Fraction {
  readonly top: Big;
  readonly bottom: Big;
}

/** Undefined where a step names no assembly of the report, or divides by 0. */
export function operandsOf(line: Contribution | AssemblyUse, report: FootprintReport): Fraction | undefined {
  let top = big(line.quantity);
  let bottom = ONE;
  for (const step of line.steps) {
    const multiply = step.kind === 'assembly' ? assemblyAmount(step, report) : step.multiply;
    if (step.kind === 'assembly' && multiply === undefined) return undefined;
    if (multiply !== undefined) top = top.times(big(multiply));
    if (step.divide !== undefined) bottom = bottom === ONE ? big(step.divide) : bottom.times(big(step.divide));
  }
  return bottom.isZero() ? undefined : { top, bottom };
}

/** How much of the step's assembly one declared unit of the product holds. */
export function assemblyAmount(step: Step, report: FootprintReport): string | undefined {
  return step.assembly === undefined ? undefined : report.inventory.assemblies[step.assembly]?.amount;
}
