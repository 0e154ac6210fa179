import { factorKey, type Ledger } from './ledger.js';
import { big, ZERO } from './numbers.js';
import { rule } from './rule.js';

/** A report keeps 50 significant digits; some are left for the rounding of its amounts. */
const RELATIVE_TOLERANCE = big('1e-45');

/** Digits that a message shows; as many as a report keeps. */
const SHOWN_DIGITS = 50;

/** A factor given as gases is Σ amount × gwp100, of the GWP set of the report's edition. */
export const gasesFit = rule('report-gases', function* ({ report }: Ledger) {
  const edition = report.method.gwp_edition ?? '';
  for (const each of report.factors) {
    if (each.gases === undefined) continue;
    const factor = factorKey(each);
    let sum = ZERO;
    let magnitude = ZERO;
    for (const { amount, gwp100 } of each.gases) {
      const term = big(amount).times(big(gwp100));
      sum = sum.plus(term);
      magnitude = magnitude.plus(term.abs());
    }
    const away = big(each.kgco2e).minus(sum).abs();
    if (away.greaterThan(magnitude.times(RELATIVE_TOLERANCE))) {
      yield { factor, member: 'kgco2e', stated: each.kgco2e, computed: sum.toSignificantDigits(SHOWN_DIGITS).toFixed() };
    }
    const family = edition.split('-')[0] ?? '';
    if (edition === '' || each.gwp !== family) yield { factor, member: 'gwp', stated: each.gwp ?? '', computed: family };
  }
});
