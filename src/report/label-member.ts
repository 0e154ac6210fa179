import { Decimal } from 'decimal.js';
import { decimalText, stepsText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import type { DeclaredUnit, Names, ProductFile } from '../input/product-file.js';
import type { Label } from './report.js';

const LABEL_DIGITS = 3;
/** GS1's own resolver; a brand may serve the same path elsewhere (GS1 Digital Link URI syntax, AI 01). */
const DIGITAL_LINK = 'https://id.gs1.org/01/';

/** What a label shows. Only here is a value rounded for people. */
export function labelMember(total: string, unit: DeclaredUnit, product: ProductFile | undefined): Label {
  const wishes = product?.label;
  return {
    display: display(Exact.of(total), wishes?.decimals),
    unit_text: unitText(unit),
    status: wishes?.status ?? 'self-declared',
    ...(wishes?.scheme === undefined ? {} : { scheme: wishes.scheme }),
    ...(wishes?.certificate === undefined ? {} : { certificate: wishes.certificate }),
    ...(product?.validity === undefined ? {} : { validity: product.validity }),
    ...(product?.gtin === undefined ? {} : { digital_link: DIGITAL_LINK + product.gtin.padStart(14, '0') }),
  };
}

function display(total: Exact, decimals: number | undefined): Label['display'] {
  if (decimals === undefined) {
    // decimalText keeps every digit before the point: 4794.5 would show 4794, not 4790.
    const value = new Decimal(decimalText(total)).toSignificantDigits(LABEL_DIGITS, Decimal.ROUND_HALF_EVEN).toFixed();
    return { value, rounding: `${LABEL_DIGITS} significant digits, half-even` };
  }
  return { value: stepsText(total.inSteps(decimals), decimals), rounding: `${decimals} decimals, half-even` };
}

function unitText({ amount, unit, text }: DeclaredUnit): Names {
  const plain = `${amount} ${unit}`;
  return { en: `kg CO2e per ${text?.en ?? plain}`, zh: `kg CO2e/${text?.zh ?? plain}` };
}
