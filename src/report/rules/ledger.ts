import type { Contribution, FootprintReport, ReportFactor } from '../report.js';
import { big, ZERO, type Big } from './numbers.js';
import { UnitRatios } from './unit-ratios.js';

/** A report made ready for the arithmetic rules. */
export interface Ledger {
  readonly report: FootprintReport;
  readonly entries: readonly LedgerEntry[];
  /** The entries that the total counts: all but module D. */
  readonly counted: readonly LedgerEntry[];
  /** By `dataset:id`. */
  readonly factors: ReadonlyMap<string, ReportFactor>;
  readonly total: Big;
  /** The sum of the counted contributions' absolute values. */
  readonly gross: Big;
  /** How far a recomputed contribution may lie off: 10^-45 of all absolute contributions and origins. */
  readonly tolerance: Big;
  readonly units: UnitRatios;
}

export interface LedgerEntry {
  readonly index: number;
  readonly contribution: Contribution;
  readonly kgco2e: Big;
}

// Reports keep 50 significant digits; five of them are left for the rounding of amounts that are multiplied.
const RELATIVE_TOLERANCE = big('1e-45');

export function ledgerOf(report: FootprintReport): Ledger {
  const entries = report.inventory.contributions.map((contribution, index) => ({
    index,
    contribution,
    kgco2e: big(contribution.kgco2e),
  }));
  const counted = entries.filter(({ contribution }) => contribution.stage !== 'beyond_boundary');
  let gross = ZERO;
  for (const { kgco2e } of counted) gross = gross.plus(kgco2e.abs());
  let magnitude = gross;
  for (const { kgco2e, contribution } of entries) {
    if (contribution.stage === 'beyond_boundary') magnitude = magnitude.plus(kgco2e.abs());
    const { origins } = contribution;
    if (origins !== undefined) for (const part of Object.values(origins)) magnitude = magnitude.plus(big(part).abs());
  }
  return {
    report,
    entries,
    counted,
    factors: new Map(report.factors.map((factor) => [factorKey(factor), factor])),
    total: big(report.result.total),
    gross,
    tolerance: magnitude.times(RELATIVE_TOLERANCE),
    units: new UnitRatios(),
  };
}

export function factorKey(factor: ReportFactor): string {
  return `${factor.dataset}:${factor.id}`;
}
