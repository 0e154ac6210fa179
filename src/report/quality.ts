import { divideHalfEven, powerOfTen, type Exact } from '../quantity/exact.js';
import { stepsText } from '../quantity/decimal-text.js';
import type { Footprint } from '../footprint/footprint.js';
import { GWP_SETS } from '../factors/factor.js';
import { DATA_TYPES } from '../input/vocabulary.js';
import type { ClosedAmounts } from './closing.js';
import type { Quality } from './report.js';

const SHARE_PLACES = 6;

/** How good the data are: shares of the sum of absolute contributions, module D left out. */
export function qualityOf(footprint: Footprint, closed: ClosedAmounts): Quality {
  const byData = new Map<string, bigint>();
  const byGwp = new Map<string, bigint>();
  let whole = 0n;
  for (const [index, { line, factor, stage }] of footprint.contributions.entries()) {
    if (stage === 'beyond_boundary') continue;
    const steps = closed.contributions[index] ?? 0n;
    const size = steps < 0n ? -steps : steps;
    whole += size;
    addTo(byData, line.data ?? 'unstated', size);
    addTo(byGwp, factor.gwp, size);
  }
  const share = (part: bigint): string => stepsText(divideHalfEven(part * powerOfTen(SHARE_PLACES), whole), SHARE_PLACES);
  const measured = whole > 0n;
  const years = footprint.factors
    .flatMap(({ origin }) => (origin.kind === 'dataset' && origin.factor.row.year !== '' ? [origin.factor.row.year] : []))
    .sort();
  const oldest = years[0];
  const newest = years.at(-1);
  return {
    ...(measured ? { primary_data_share: share(byData.get('primary') ?? 0n) } : {}),
    by_data: measured
      ? [...DATA_TYPES, 'unstated' as const].flatMap((data) => (byData.has(data) ? [{ data, share: share(byData.get(data) ?? 0n) }] : []))
      : [],
    by_gwp: measured ? GWP_SETS.flatMap((gwp) => (byGwp.has(gwp) ? [{ gwp, share: share(byGwp.get(gwp) ?? 0n) }] : [])) : [],
    factor_years: { ...(oldest === undefined ? {} : { oldest }), ...(newest === undefined ? {} : { newest }) },
    ...(footprint.uncertainty === undefined ? {} : {
      uncertainty: {
        gsd: footprint.uncertainty.gsd,
        low: footprint.uncertainty.low,
        high: footprint.uncertainty.high,
        covered_share: sixPlaces(footprint.uncertainty.coveredShare),
      },
    }),
  };
}

function sixPlaces(share: Exact): string {
  return stepsText(share.inSteps(SHARE_PLACES), SHARE_PLACES);
}

function addTo(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
