import type { Factor, GasFactor } from '../factors/factor.js';
import { bundledGwp } from '../factors/gwp/bundled-gwp.js';
import { weigh } from '../factors/gwp/weigh.js';
import type { FootprintReport } from './report.js';

/**
 * Weighs factors given as gases as a report did: by its edition, in its table. Undefined where the report names none,
 * where its table is not the bundled one, or where the table lacks a gas.
 */
export function weighAsReported({ method }: FootprintReport): (factor: GasFactor) => Factor | undefined {
  const { gwp_edition: edition, gwp_table: table } = method;
  return (factor) => {
    if (edition === undefined || bundledGwp().facts.sha256 !== table?.sha256) return undefined;
    const answer = weigh(factor, edition, bundledGwp());
    return answer.kind === 'found' ? answer.factor : undefined;
  };
}
