import { isQuotient, big, quotientText } from './numbers.js';
import { rule } from './rule.js';

/** Decimal places of a percentage of the net total. */
const PERCENT_PLACES = 4;

/** percent = 100 × value ÷ total, half to even; absent where the total is 0. */
export const percentsFit = rule('report-percent', function* ({ report, total }) {
  const { by_stage, by_component } = report.result;
  const parts = [
    ...by_stage.map((part, index) => ({ ...part, path: `result.by_stage[${index}]` })),
    ...by_component.map((part, index) => ({ ...part, path: `result.by_component[${index}]` })),
  ];
  for (const { path, value, percent } of parts) {
    if (total.isZero()) {
      if (percent !== undefined) yield { part: path, stated: percent, computed: '' };
      continue;
    }
    const hundredfold = big(value).times(100);
    if (percent === undefined || !isQuotient(percent, hundredfold, total, PERCENT_PLACES)) {
      yield { part: path, stated: percent ?? '', computed: quotientText(hundredfold, total, PERCENT_PLACES) };
    }
  }
});
