import { problem, type Problem } from '../../diagnostics/problem.js';
import { GWP_EDITIONS, type GwpEdition } from '../../input/product-file.js';
import { exactSum } from '../../quantity/sum.js';
import type { Factor, FactorAnswer, GasFactor, GasTerm, GwpSet } from '../factor.js';
import type { Gas, GwpTable, Substance } from './gwp-table.js';

const FAMILIES = { 'AR4': 'AR4', 'AR5': 'AR5', 'AR6-2021-SM': 'AR6', 'AR6-2024': 'AR6' } as const satisfies Record<GwpEdition, GwpSet>;

/**
 * The factor in kg CO2e: Σ kg of a gas × its GWP100 in the edition, exactly; of a blend, of each component by mass.
 * Its origins stay open: gases do not tell them. Unsound with gas-unknown or gwp-missing, one for each gas.
 */
export function weigh({ gases, spot, ...factor }: GasFactor, edition: GwpEdition, table: GwpTable): FactorAnswer {
  const terms: GasTerm[] = [];
  const problems: Problem[] = [];
  for (const { gas, amount } of gases) {
    const answer = table.find(gas);
    if (answer.kind === 'unknown') {
      problems.push(problem('gas-unknown', { gas, candidates: answer.candidates }, spot));
      continue;
    }
    const { substance } = answer;
    const gwp = table.gwp(substance, edition);
    if (gwp.kind === 'lacking') {
      for (const lacking of gwp.gases) problems.push(problem('gwp-missing', missingIn(edition, lacking, substance, table), spot));
      continue;
    }
    for (const { gas: name, share, gwp100, source } of gwp.terms) {
      const blend = substance.kind === 'blend' ? { blend: substance.name } : {};
      terms.push({ gas: name, ...blend, amount: amount.times(share), gwp100, source });
    }
  }
  if (problems.length > 0) return { kind: 'unsound', problems };
  const value = exactSum(terms.map(({ amount, gwp100 }) => amount.times(gwp100)));
  const weighed: Factor = { ...factor, value, gwp: FAMILIES[edition], weighed: { edition, table: table.facts, terms } };
  return { kind: 'found', factor: weighed };
}

function missingIn(edition: GwpEdition, gas: Gas, substance: Substance, table: GwpTable) {
  return {
    gas: gas.name,
    blend: substance.kind === 'blend' ? substance.name : '',
    edition,
    others: table.insteadOf(gas, edition),
    editions: GWP_EDITIONS.filter((each) => gas.values.has(each)),
  };
}
