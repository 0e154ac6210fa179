import { Decimal } from 'decimal.js';
import type { DeclaredUnit, Names, ProductFile } from '../input/product-file.js';
import { displayed } from './label-rounding.js';
import type { Label } from './report.js';

const DEFAULT_ROUNDING = '3 significant digits, half-even';
/** GS1's own resolver; a brand may serve the same path elsewhere (GS1 Digital Link URI syntax, AI 01). */
const DIGITAL_LINK = 'https://id.gs1.org/01/';

/** What a label shows. Only here is a value rounded for people. */
export function labelMember(total: string, unit: DeclaredUnit, product: ProductFile | undefined): Label {
  const wishes = product?.label;
  return {
    display: display(total, wishes?.decimals),
    unit_text: unitText(unit),
    status: wishes?.status ?? 'self-declared',
    ...(wishes?.scheme === undefined ? {} : { scheme: wishes.scheme }),
    ...(wishes?.certificate === undefined ? {} : { certificate: wishes.certificate }),
    ...(product?.validity === undefined ? {} : { validity: product.validity }),
    ...(product?.gtin === undefined ? {} : { digital_link: DIGITAL_LINK + product.gtin.padStart(14, '0') }),
  };
}

function display(total: string, decimals: number | undefined): Label['display'] {
  const rounding = decimals === undefined ? DEFAULT_ROUNDING : `${decimals} decimals, half-even`;
  return { value: displayed(new Decimal(total), rounding)?.toFixed() ?? total, rounding };
}

function unitText({ amount, unit, text }: DeclaredUnit): Names {
  const plain = `${amount} ${unit}`;
  return { en: `kg CO2e per ${text?.en ?? plain}`, zh: `kg CO2e/${text?.zh ?? plain}` };
}
