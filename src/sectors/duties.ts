import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { Footprint, LineContribution } from '../footprint/footprint.js';
import { includedStages } from '../input/boundary-stages.js';
import type { ProductInput } from '../input/read-product-file.js';
import type { Duty, SectorRule } from './rule.js';

/** Holds a footprint against the duties of its category; a duty that is breached is one finding, of an error or of advice. */
export function checkDuties(rule: SectorRule, footprint: Footprint, product: ProductInput, findings: Findings): void {
  for (const duty of rule.duties) {
    const found = breaches(duty, footprint, product);
    if (found.length === 0) continue;
    const code = duty.level === 'must' ? 'duty-unmet' : 'duty-advised';
    findings.add(problem(code, { duty: duty.id, text: duty.text, detail: listed(found) }, product.spot('/sector')));
  }
}

/** How many breaches of one duty are named. */
const MOST_NAMED = 5;

function listed(found: readonly string[]): string {
  const named = found.slice(0, MOST_NAMED).join(', ');
  return found.length > MOST_NAMED ? `${named} … (${String(found.length)})` : named;
}

/** What breaches a duty, in words that need no translation: stages, items, components. */
function breaches(duty: Duty, { contributions }: Footprint, { product }: ProductInput): readonly string[] {
  switch (duty.kind) {
    case 'stages-covered': {
      const included = includedStages(product.boundary);
      const covered = new Set(contributions.map(({ stage }) => stage));
      return duty.stages.filter((stage) => included.includes(stage) && !covered.has(stage));
    }
    case 'stages-refused': {
      return contributions.filter(({ stage }) => duty.stages.includes(stage)).map(({ line, stage }) => `${stage}: ${line.item}`);
    }
    case 'modules-told': {
      return contributions.filter(({ line, leg }) => line.module === undefined && !leg).map(({ line }) => line.item);
    }
    case 'components-primary': return duty.components.flatMap((names) => notPrimary(names, contributions));
    case 'stated': return [];
  }
}

/** A component that no line names in its path or item, and each of its manufacturing lines that is no primary data. */
function notPrimary(names: readonly string[], contributions: readonly LineContribution[]): string[] {
  const own = contributions.filter(({ component, line }) => names.some((name) => `${component}/${line.item}`.toLowerCase().includes(name)));
  if (own.length === 0) return [names.join(' / ')];
  return own.filter(({ line, stage, leg }) => stage === 'manufacturing' && !leg && line.data !== 'primary').map(({ line }) => line.item);
}
