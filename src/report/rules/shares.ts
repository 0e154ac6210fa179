import type { Ledger } from './ledger.js';
import { big, isQuotient, quotientText, SumsByName, type Big } from './numbers.js';
import { rule } from './rule.js';

/** Decimal places of a share of the absolute contributions. */
const SHARE_PLACES = 6;

interface ShareFault {
  readonly share: string;
  readonly stated: string;
  readonly computed: string;
}

/** Each share is a sum of absolute contributions ÷ the sum of all of them, half to even; none where that sum is 0. */
export const sharesFit = rule('report-share', function* (ledger: Ledger) {
  const { quality } = ledger.report;
  const byData = new SumsByName();
  const byGwp = new SumsByName();
  for (const { contribution, kgco2e } of ledger.counted) {
    byData.add(contribution.data, kgco2e.abs());
    byGwp.add(ledger.factors.get(contribution.factor)?.gwp ?? 'unknown', kgco2e.abs());
  }
  const { gross } = ledger;
  yield* compare('quality.primary_data_share', quality.primary_data_share, byData.get('primary'), gross);
  yield* listed('quality.by_data', new Map(quality.by_data.map(({ data, share }) => [data, share])), byData, gross);
  yield* listed('quality.by_gwp', new Map(quality.by_gwp.map(({ gwp, share }) => [gwp, share])), byGwp, gross);
});

/** What is listed fits, and nothing that has a share is left out. */
function* listed(path: string, stated: ReadonlyMap<string, string>, sums: SumsByName, gross: Big): Generator<ShareFault> {
  for (const [name, share] of stated) yield* compare(`${path} ${name}`, share, sums.get(name), gross);
  for (const name of sums.names()) {
    if (!stated.has(name) && !sums.get(name).isZero()) yield* compare(`${path} ${name}`, undefined, sums.get(name), gross);
  }
}

function* compare(share: string, stated: string | undefined, part: Big, gross: Big): Generator<ShareFault> {
  if (gross.isZero()) {
    if (stated !== undefined && !big(stated).isZero()) yield { share, stated, computed: '' };
  } else if (stated === undefined || !isQuotient(stated, part, gross, SHARE_PLACES)) {
    yield { share, stated: stated ?? '', computed: quotientText(part, gross, SHARE_PLACES) };
  }
}

/** The oldest and the newest year that a dataset's factor states. */
export const factorYearsFit = rule('report-share', function* ({ report }: Ledger) {
  const years = report.factors.flatMap(({ year }) => (year === undefined || year === '' ? [] : [year])).sort();
  const { oldest, newest } = report.quality.factor_years;
  for (const [end, stated, computed] of [['oldest', oldest, years[0]], ['newest', newest, years.at(-1)]] as const) {
    if (stated !== computed) yield { share: `quality.factor_years.${end}`, stated: stated ?? '', computed: computed ?? '' };
  }
});
