import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import type { QuantityNode } from './explanation.js';
import type { ReportModel } from './report.js';

/**
 * The tree of a quantity of a model's worksheet, down to what was given, chosen or taken as a default. Throws a Fault where
 * the worksheet lacks a quantity, or one is made of itself.
 */
export function derivationOf(model: ReportModel | undefined, id: string): QuantityNode {
  const byId = new Map((model?.quantities ?? []).map((quantity) => [quantity.id, quantity]));
  const node = (wanted: string, symbol: string | undefined, above: readonly string[]): QuantityNode => {
    const found = byId.get(wanted);
    if (found === undefined || above.includes(wanted)) {
      throw new Fault(problem('report-quantity', { id: wanted, stated: found?.value ?? '', computed: '' }));
    }
    const { inputs = {}, ...quantity } = found;
    return {
      kind: 'derivation',
      ...quantity,
      ...(symbol === undefined ? {} : { symbol }),
      children: inOrder(found.formula ?? '', Object.keys(inputs)).map((name) => node(inputs[name] ?? '', name, [...above, wanted])),
    };
  };
  return node(id, undefined, []);
}

/** The symbols as the formula names them one after another: a report's members are in the order of the alphabet. */
function inOrder(formula: string, symbols: readonly string[]): string[] {
  const place = new Map([...formula.matchAll(/[a-z][a-z0-9_]*/g)].reverse().map(({ 0: symbol, index }) => [symbol, index]));
  return [...symbols].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}
