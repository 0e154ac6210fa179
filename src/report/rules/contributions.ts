import type { FactorColumn } from '../../factors/factor.js';
import type { OriginValues, ReportFactor } from '../report.js';
import type { LedgerEntry, Ledger } from './ledger.js';
import { big, ZERO, type Big } from './numbers.js';
import { operandsOf, type Fraction } from './operands.js';
import { rule } from './rule.js';

/** Digits that a message shows of a recomputed contribution; as many as a report keeps. */
const SHOWN_DIGITS = 50;

/** The parts of a factor, by the origin they become. */
const ORIGIN_COLUMNS = {
  fossil: 'fossil',
  biogenic_emissions: 'biogenic',
  biogenic_removals: 'biogenic_removal',
  dluc: 'dluc',
  aircraft: 'aircraft',
} as const satisfies Record<Exclude<keyof OriginValues, 'unspecified'>, FactorColumn>;

/** kgco2e = quantity × every multiply ÷ every divide × the factor's kgco2e, within the ledger's tolerance. */
export const contributionsFit = rule('report-contribution', function* (ledger: Ledger) {
  for (const entry of ledger.entries) {
    const { index, contribution, kgco2e } = entry;
    const factor = ledger.factors.get(contribution.factor);
    if (factor === undefined) continue;
    const operands = operandsOf(contribution, ledger.report);
    if (operands === undefined) {
      yield { index, stated: contribution.kgco2e, computed: '' };
      continue;
    }
    const computed = times(operands, big(factor.kgco2e));
    if (!isNear(kgco2e, computed, ledger.tolerance)) {
      yield { index, stated: contribution.kgco2e, computed: shown(computed) };
    }
    yield* originFaults(entry, factor, operands, ledger.tolerance);
  }
});

/** Origins follow the split of the factor; where the factor states none, neither does the contribution. */
function* originFaults(
  { index, contribution }: LedgerEntry,
  factor: ReportFactor,
  operands: Fraction,
  tolerance: Big,
): Generator<{ index: number; stated: string; computed: string }> {
  const { origins } = contribution;
  const states = statesSplit(factor);
  if ((origins !== undefined) !== states) {
    yield { index, stated: origins === undefined ? '' : origins.fossil, computed: states ? (factor.fossil ?? '0') : '' };
  }
  if (origins === undefined || !states) return;
  for (const [origin, column] of Object.entries(ORIGIN_COLUMNS) as [keyof typeof ORIGIN_COLUMNS, FactorColumn][]) {
    const part = factor[column];
    const computed = times(operands, part === undefined ? ZERO : big(part));
    if (!isNear(big(origins[origin]), computed, tolerance)) {
      yield { index, stated: origins[origin], computed: shown(computed) };
    }
  }
}

function statesSplit(factor: ReportFactor): boolean {
  const { fossil, biogenic, biogenic_removal, dluc } = factor;
  return [fossil, biogenic, biogenic_removal, dluc].some((part) => part !== undefined);
}

function times({ top, bottom }: Fraction, factor: Big): Fraction {
  return { top: top.times(factor), bottom };
}

function isNear(stated: Big, { top, bottom }: Fraction, tolerance: Big): boolean {
  const away = stated.times(bottom).minus(top);
  return away.isZero() || away.abs().lessThanOrEqualTo(tolerance.times(bottom.abs()));
}

function shown({ top, bottom }: Fraction): string {
  return top.div(bottom).toSignificantDigits(SHOWN_DIGITS).toFixed();
}
