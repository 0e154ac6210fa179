import type { ProblemArguments } from '../diagnostics/codes.js';
import { Exact } from '../quantity/exact.js';
import type { GasAmount } from './factor.js';
import { folded } from './folded-name.js';

export type GasesReading =
  | { readonly kind: 'sound'; readonly gases: readonly GasAmount[] }
  | { readonly kind: 'unsound'; readonly faults: readonly ProblemArguments['gases-invalid'][] };

/**
 * Reads a cell such as `CO2 1.2; CH4 fossil 0.003`: the name of a gas or a blend, blanks, kg of it per one unit of the
 * factor; a semicolon between them. Whether the names are known, the GWP table tells.
 */
export function readGases(text: string): GasesReading {
  const gases: GasAmount[] = [];
  const faults: ProblemArguments['gases-invalid'][] = [];
  const seen = new Set<string>();
  for (const entry of text.split(';').map((part) => part.trim())) {
    const cut = entry.search(/\s\S+$/u);
    const gas = entry.slice(0, Math.max(cut, 0)).trim();
    const amount = Exact.parse(entry.slice(cut + 1));
    if (gas === '') faults.push({ entry, fault: 'form' });
    else if (amount === undefined) faults.push({ entry, fault: 'amount' });
    else if (seen.has(folded(gas))) faults.push({ entry, fault: 'twice' });
    else gases.push({ gas, amount });
    seen.add(folded(gas));
  }
  return faults.length > 0 ? { kind: 'unsound', faults } : { kind: 'sound', gases };
}
