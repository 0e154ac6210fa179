import type { ModelContext } from './model.js';

/** Derives the quantities that the rule states by formula, and makes its lines; what rests on absent parameters is left out. */
export function deriveByRule({ rule, sheet, parameters }: ModelContext): void {
  for (const { id, names, unit, formula, inputs } of rule.quantities ?? []) {
    if (Object.values(inputs).every((input) => sheet.has(input))) sheet.derive(id, { names, unit, formula, inputs });
  }
  for (const { component, item, stage, module, quantity: wanted, factor } of rule.lines ?? []) {
    const quantity = [wanted].flat().find((id) => sheet.has(id));
    if (quantity === undefined) continue;
    sheet.line({ component, item, stage, quantity, factor: parameters.needFactor(factor), ...(module === undefined ? {} : { module }) });
  }
}
