import type { Code, ProblemArguments } from '../diagnostics/codes.js';
import { problem } from '../diagnostics/problem.js';
import { parseUnit } from '../quantity/parse-unit.js';
import { STAGES_OF } from './boundary-stages.js';
import { isCalendarDay } from './calendar-day.js';
import type { FaultWatch } from './fault-watch.js';
import { gtinCheckDigit } from './gtin.js';
import type { JsonDocument } from './json-source.js';
import type { ProductFile } from './product-file.js';

/** The rules of a product file that its schema cannot state. */
export function checkProduct(product: ProductFile, document: Pick<JsonDocument, 'spot'>, watch: FaultWatch): void {
  const fail = <C extends Code>(pointer: string, code: C, args: ProblemArguments[C]): void => {
    watch.add(problem(code, args, document.spot(pointer)));
  };
  const day = (pointer: string, text: string): boolean => {
    const real = isCalendarDay(text);
    if (!real) fail(pointer, 'date-invalid', { column: pointer, text });
    return real;
  };
  const span = (pointer: string, from: string, start: string, to: string, end: string): void => {
    const real = [day(`${pointer}/${from}`, start), day(`${pointer}/${to}`, end)].every(Boolean);
    if (real && start > end) fail(`${pointer}/${to}`, 'dates-reversed', { start, end });
  };
  const unit = (pointer: string, declared: { readonly amount: string; readonly unit: string }): void => {
    if (/^[0.]*$/.test(declared.amount)) {
      fail(`${pointer}/amount`, 'number-outside', { column: `${pointer}/amount`, text: declared.amount, range: '> 0' });
    }
    const read = parseUnit(declared.unit);
    if (read.kind === 'found') return;
    const code = read.kind === 'unknown' ? 'unit-unknown' : 'unit-ambiguous';
    fail(`${pointer}/unit`, code, { unit: declared.unit, candidates: read.candidates });
  };

  const { gtin, period, validity, label, boundary } = product;
  if (gtin !== undefined) {
    const expected = gtinCheckDigit(gtin);
    if (!gtin.endsWith(expected)) fail('/gtin', 'gtin-check-digit', { gtin, expected });
  }
  unit('/unit', product.unit);
  if (period !== undefined) span('/period', 'start', period.start, 'end', period.end);
  if (validity !== undefined) span('/validity', 'from', validity.from, 'until', validity.until);
  if (boundary.type === 'custom' && boundary.stages === undefined) {
    fail('/boundary', 'schema-violation', { pointer: '/boundary', rule: 'required', detail: 'stages' });
  }
  if (boundary.type !== 'custom' && boundary.stages !== undefined) {
    fail('/boundary/stages', 'boundary-stages', { boundary: boundary.type, stages: STAGES_OF[boundary.type] });
  }
  if (label?.status === 'certified' && label.certificate === undefined) {
    for (const field of ['certificate.number', 'certificate.certifier']) {
      fail('/label', 'certificate-missing', { status: label.status, field });
    }
  }
  if (label?.certificate?.issued !== undefined) day('/label/certificate/issued', label.certificate.issued);

  const seen = new Set<string>();
  product.sub_products?.forEach((subProduct, index) => {
    const pointer = `/sub_products/${String(index)}`;
    if (seen.has(subProduct.id)) {
      fail(`${pointer}/id`, 'schema-violation', { pointer: `${pointer}/id`, rule: 'unique', detail: subProduct.id });
    }
    seen.add(subProduct.id);
    unit(`${pointer}/unit`, subProduct.unit);
  });
}
