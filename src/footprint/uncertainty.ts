import { Decimal } from 'decimal.js';
import { decimalText } from '../quantity/decimal-text.js';
import type { Exact } from '../quantity/exact.js';
import { ExactSum } from '../quantity/sum.js';
import type { Uncertainty as LineUncertainty } from '../input/bom-line.js';
import type { LineContribution, Uncertainty } from './footprint.js';

/** Logarithms and roots do not end; forty digits are far beyond the six that are told. */
const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });
const TOLD_DIGITS = 6;

/**
 * First-order propagation of lognormal inputs: ln² gsd = Σ sᵢ² ln² gsdᵢ, where sᵢ is the share of the total that
 * moves with input i; a factor used on many lines is one input. It is the delta method applied to ln total, for
 * inputs taken as independent (docs/method.md). Undefined where nothing states an uncertainty or the total is
 * not positive.
 */
export function propagated(contributions: readonly LineContribution[], total: Exact): Uncertainty | undefined {
  const squares = new Map<string, { gsd: Decimal; sum: ExactSum }>();
  const factors = new Map<string, { gsd: Exact; sum: ExactSum }>();
  const covered = new ExactSum();
  const whole = new ExactSum();
  for (const { line, leg, factor, stage, kgco2e } of contributions) {
    if (stage === 'beyond_boundary') continue;
    whole.add(kgco2e.absolute());
    const stated = leg ? undefined : line.uncertainty;
    if (stated !== undefined || factor.gsd !== undefined) covered.add(kgco2e.absolute());
    if (stated !== undefined) {
      const key = `${stated.kind} ${stated.value.text}`;
      const group = squares.get(key) ?? { gsd: gsdOf(stated), sum: new ExactSum() };
      squares.set(key, group);
      group.sum.add(kgco2e.times(kgco2e));
    }
    if (factor.gsd !== undefined) {
      const group = factors.get(factor.key) ?? { gsd: factor.gsd, sum: new ExactSum() };
      factors.set(factor.key, group);
      group.sum.add(kgco2e);
    }
  }
  if ((squares.size === 0 && factors.size === 0) || total.isZero || total.isNegative) return undefined;

  const terms = [
    ...[...squares.values()].map(({ gsd, sum }) => precise(sum.total()).times(gsd.ln().pow(2))),
    ...[...factors.values()].map(({ gsd, sum }) => precise(sum.total()).pow(2).times(precise(gsd).ln().pow(2))),
  ].sort((a, b) => a.comparedTo(b));
  const variance = terms.reduce((sum, term) => sum.plus(term), new Precise(0)).div(precise(total).pow(2));
  const gsd = variance.sqrt().exp();
  return {
    gsd: told(gsd),
    low: told(precise(total).div(gsd.pow(2))),
    high: told(precise(total).times(gsd.pow(2))),
    coveredShare: covered.total().dividedBy(whole.total()),
  };
}

/** ±p is read as the upper end of the 95 % interval of a lognormal: gsd² = 1 + p. */
function gsdOf(stated: LineUncertainty): Decimal {
  const value = new Precise(stated.value.text);
  return stated.kind === 'gsd' ? value : value.plus(1).sqrt();
}

function precise(amount: Exact): Decimal {
  return new Precise(decimalText(amount, Precise.precision));
}

function told(value: Decimal): string {
  return value.toSignificantDigits(TOLD_DIGITS).toFixed();
}
