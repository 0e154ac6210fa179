import { displayed } from '../label-rounding.js';
import { rule } from './rule.js';
import { big } from './numbers.js';

/** The value on the label is the total, rounded as the label says. */
export const displayFits = rule('report-display', function* ({ report, total }) {
  const { value, rounding } = report.label.display;
  const computed = displayed(total, rounding);
  if (computed === undefined || !computed.equals(big(value))) yield { stated: value, computed: computed?.toFixed() ?? '' };
});

/** Nobody is certified without a certificate; the schema asks for its number and certifier. */
export const certificateGiven = rule('certificate-missing', function* ({ report }) {
  const { status, certificate } = report.label;
  if (status === 'certified' && certificate === undefined) yield { status, field: 'label.certificate' };
});
