import type { InstitutionMetrics, YearMetrics } from '../institution/metrics.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import { exactSum } from '../quantity/sum.js';
import type { Aggregate, AggregateShare } from './institution-report.js';

/** What several institutions come to together: sums, and averages weighted and plain, each by its name. */
export function aggregateOf(all: readonly InstitutionMetrics[]): Aggregate {
  const sum = (of: (metrics: InstitutionMetrics) => string): string => decimalText(exactSum(all.map((metrics) => metrics.sheet.value(of(metrics)))));
  const pv = all.flatMap(({ sheet, avoided }) => (avoided === undefined ? [] : [{ kwh: sheet.value(avoided.kwh), kgco2e: sheet.value(avoided.avoided) }]));
  return {
    institutions: all.length,
    electricity_kwh: sum(({ report }) => report.energy.electricity),
    tce: sum(({ report }) => report.energy.tce),
    emissions: {
      location_based: sum(({ report }) => report.emissions.total.location_based),
      market_based: sum(({ report }) => report.emissions.total.market_based),
    },
    renewable_share: { by_electricity: shareOf(all, 'by_electricity'), by_energy: shareOf(all, 'by_energy') },
    ...(pv.length === 0 ? {} : { avoided: { kwh: decimalText(exactSum(pv.map(({ kwh }) => kwh))), kgco2e: decimalText(exactSum(pv.map(({ kgco2e }) => kgco2e))) } }),
  };
}

function shareOf(all: readonly InstitutionMetrics[], which: 'by_electricity' | 'by_energy'): AggregateShare {
  const average = (year: (metrics: InstitutionMetrics) => YearMetrics | undefined): { weighted?: string; plain?: string } => {
    const shares = all.flatMap((metrics) => {
      const own = year(metrics)?.renewable[which];
      return own === undefined ? [] : [{ sheet: metrics.sheet, ...own }];
    });
    const denominator = exactSum(shares.map(({ sheet, denominator: id }) => sheet.value(id)));
    const told = shares.flatMap(({ sheet, share }) => (share === undefined ? [] : [sheet.value(share)]));
    return {
      ...(denominator.isZero ? {} : { weighted: decimalText(exactSum(shares.map(({ sheet, numerator }) => sheet.value(numerator))).dividedBy(denominator)) }),
      ...(told.length === 0 ? {} : { plain: decimalText(exactSum(told).dividedBy(Exact.of(String(told.length)))) }),
    };
  };
  const now = average(({ report }) => report);
  const before = average(({ baseline }) => baseline);
  return {
    ...now,
    ...(before.weighted === undefined ? {} : { baseline_weighted: before.weighted }),
    ...(before.plain === undefined ? {} : { baseline_plain: before.plain }),
  };
}
