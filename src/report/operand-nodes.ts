import { Fault } from '../diagnostics/fault.js';
import type { Place } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import type { Operand, StepOperand } from './explanation.js';
import type { Assembly, AssemblyUse, Contribution, ReportFactor, Step } from './report.js';

/** The terms of a line's formula: its cell, then every step; a step that multiplies and divides is two terms. */
export function lineOperands(line: Contribution | AssemblyUse, assemblies: readonly Assembly[]): Operand[] {
  const { quantity, unit, place, steps } = line;
  return [
    { kind: 'quantity', operator: 'start', value: quantity, unit, place },
    ...steps.flatMap((step) => stepOperands(step, assemblies)),
  ];
}

/** `mapped`: where a mapping names the factor. */
export function factorOperand(factor: ReportFactor, mapped?: Place): Operand {
  return { kind: 'factor', operator: 'multiply', value: factor.kgco2e, unit: factor.unit, factor, ...(mapped === undefined ? {} : { place: mapped }) };
}

function stepOperands(step: Step, assemblies: readonly Assembly[]): StepOperand[] {
  const { kind, multiply, divide, assembly: index, ...particulars } = step;
  const shared = { kind: 'step', step: kind, ...particulars } as const;
  if (index !== undefined) {
    const assembly = assemblies[index];
    if (assembly === undefined) {
      const detail = `${index} ≥ ${assemblies.length}`;
      throw new Fault(problem('schema-violation', { pointer: '/inventory/assemblies', rule: 'maximum', detail }));
    }
    return [{ ...shared, operator: 'multiply', value: assembly.amount, assembly: index, name: assembly.name }];
  }
  return [
    ...(multiply === undefined ? [] : [{ ...shared, operator: 'multiply', value: multiply } as const]),
    ...(divide === undefined ? [] : [{ ...shared, operator: 'divide', value: divide } as const]),
  ];
}
