import type { ModelQuantity, ReportModel } from '../report.js';
import { evaluated } from './formula.js';
import type { Ledger } from './ledger.js';
import { big, ONE, SumsByName, type Big } from './numbers.js';
import type { Fraction } from './operands.js';
import { rule } from './rule.js';

/** Values are kept to 50 significant digits; given ones may be rounded too where their unit was converted. */
const TOLERANCE = big('1e-40');
const SHOWN_DIGITS = 50;
const FLOW = 'reference_flow';

/** Every derived quantity of a model is what its formula makes of its inputs, which stand before it. */
export const quantitiesFit = rule('report-quantity', function* ({ report: { model } }: Ledger) {
  if (model === undefined) return;
  const values = valuesOf(model);
  const seen = new Set<string>();
  for (const { id, value, formula, inputs = {}, status } of model.quantities) {
    const computed = values.get(id);
    if ((status === 'derived') !== (formula !== undefined) || seen.has(id)) {
      yield { id, stated: value, computed: '' };
    } else if (formula !== undefined && (computed === undefined || !Object.values(inputs).every((input) => seen.has(input)))) {
      yield { id, stated: value, computed: '' };
    } else if (computed !== undefined && !isNear(big(value), computed)) {
      yield { id, stated: value, computed: shown(computed) };
    }
    seen.add(id);
  }
});

/** A line that a model made has the amount and the unit of the quantity it is derived from. */
export const derivedLinesFit = rule('report-derived', function* ({ report: { model, inventory }, units }: Ledger) {
  const quantities = new Map((model?.quantities ?? []).map((quantity) => [quantity.id, quantity]));
  for (const [index, { derived, quantity, unit }] of inventory.contributions.entries()) {
    if (derived === undefined) continue;
    const from = quantities.get(derived);
    const ratio = from === undefined ? undefined : units.between(unit, from.unit);
    const fits = from !== undefined && from.value === quantity && ratio !== undefined && ratio.places === 0 && ratio.inSteps(0) === 1n;
    if (!fits) yield { index, quantity: derived, stated: `${quantity} ${unit}`, expected: from === undefined ? '' : `${from.value} ${from.unit}` };
  }
});

/** Every contribution takes as many reference products as the model says one declared unit is. */
export const referenceFlowFits = rule('report-step', function* ({ report: { model, inventory } }: Ledger) {
  const flow = model === undefined ? { top: ONE, bottom: ONE } : valuesOf(model).get(FLOW);
  for (const [index, { steps }] of inventory.contributions.entries()) {
    const step = steps.findIndex(({ kind }) => kind === 'reference_flow');
    const { multiply = '1', divide = '1' } = steps[step] ?? {};
    const taken = { top: big(multiply), bottom: big(divide) };
    // Lines of sub-products carry the flow in their assembly's amount.
    if (step < 0 && steps.some(({ kind }) => kind === 'assembly')) continue;
    if (flow !== undefined && taken.top.times(flow.bottom).eq(flow.top.times(taken.bottom))) continue;
    yield { step: `inventory.contributions[${index}].steps`, stated: `× ${multiply} ÷ ${divide}`, basis: `${FLOW} ${flow === undefined ? '' : shown(flow)}` };
  }
});

/** The sums by EN 15804 module are those of the contributions that name one; module D is among them, and in no total. */
export const modulesAddUp = rule('report-sum', function* ({ report: { result }, entries }: Ledger) {
  const sums = new SumsByName();
  for (const { contribution: { module }, kgco2e } of entries) if (module !== undefined) sums.add(module, kgco2e);
  const told = new Set<string>();
  for (const { module, value } of result.by_module ?? []) {
    told.add(module);
    const computed = sums.get(module);
    if (!computed.eq(big(value))) yield { whole: `result.by_module ${module}`, stated: value, parts: 'inventory.contributions', computed: computed.toFixed() };
  }
  for (const module of sums.names()) {
    if (!told.has(module)) yield { whole: `result.by_module ${module}`, stated: '', parts: 'inventory.contributions', computed: sums.get(module).toFixed() };
  }
});

/** What nobody has read at its source is there because the user asked for it, never as a default or a constant. */
export const nothingRecalled = rule('report-unverified', function* ({ report: { model } }: Ledger) {
  for (const { id, status, source } of [...model?.quantities ?? [], ...model?.choices ?? []]) {
    if (source?.evidence === 'recalled' && status !== 'preset') yield { id, status };
  }
});

/** The exact value of each quantity: what is not derived as it is written, all else by its formula from those before. */
function valuesOf({ quantities }: ReportModel): Map<string, Fraction> {
  const values = new Map<string, Fraction>();
  for (const quantity of quantities) {
    const value = valueOf(quantity, values);
    if (value !== undefined && !values.has(quantity.id)) values.set(quantity.id, value);
  }
  return values;
}

function valueOf({ value, formula, inputs }: ModelQuantity, values: ReadonlyMap<string, Fraction>): Fraction | undefined {
  if (formula === undefined) return { top: big(value), bottom: ONE };
  return evaluated(formula, (symbol) => {
    const input = inputs !== undefined && Object.hasOwn(inputs, symbol) ? inputs[symbol] : undefined;
    return input === undefined ? undefined : values.get(input);
  });
}

function isNear(stated: Big, { top, bottom }: Fraction): boolean {
  const away = stated.times(bottom).minus(top).abs();
  return away.lessThanOrEqualTo(top.abs().times(TOLERANCE));
}

function shown({ top, bottom }: Fraction): string {
  return top.div(bottom).toSignificantDigits(SHOWN_DIGITS).toFixed();
}
