import { problem } from '../diagnostics/problem.js';
import { escaped } from '../diagnostics/render-json.js';
import type { Language } from '../diagnostics/wording.js';
import { bundledGwp } from '../factors/gwp/bundled-gwp.js';
import type { Substance, GwpTable } from '../factors/gwp/gwp-table.js';
import { GWP_EDITIONS } from '../input/product-file.js';
import { decimalText } from '../quantity/decimal-text.js';
import { gwpCardText } from '../show/gwp-card.js';
import type { Outcome } from './outcome.js';

/** GWP100 of a gas or a blend by edition, with sources. */
export function showGwp(name: string, options: { readonly json?: boolean }, language: Language): Outcome {
  const table = bundledGwp();
  const answer = table.find(name);
  if (answer.kind === 'unknown') return { exit: 2, problems: [problem('gas-unknown', { gas: name, candidates: answer.candidates })] };
  const { substance } = answer;
  const stdout = options.json === true
    ? `${escaped(JSON.stringify(gwpJson(substance, table), undefined, 2))}\n`
    : gwpCardText(substance, table, language);
  return { exit: 0, stdout, problems: [] };
}

function gwpJson(substance: Substance, table: GwpTable): object {
  if (substance.kind === 'gas') {
    const { name, formula, cas, values } = substance;
    return { gas: name, formula, cas, values: [...values].map(([edition, { row }]) => ({ edition, ...row })), table: table.facts };
  }
  return {
    blend: substance.name,
    components: substance.components.map(({ gas, row }) => ({ gas: gas.name, ...row })),
    values: GWP_EDITIONS.map((edition) => {
      const answer = table.gwp(substance, edition);
      return answer.kind === 'known'
        ? { edition, gwp100: decimalText(answer.gwp100) }
        : { edition, without: answer.gases.map(({ name }) => name) };
    }),
    table: table.facts,
  };
}
