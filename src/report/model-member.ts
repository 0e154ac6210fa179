import { decimalText } from '../quantity/decimal-text.js';
import type { ProductInput } from '../input/read-product-file.js';
import type { ModelledBill } from '../sectors/apply-sector.js';
import type { Chosen } from '../sectors/parameters.js';
import type { Citation } from '../sectors/rule.js';
import type { SheetQuantity } from '../sectors/sheet.js';
import { canonicalText } from './canonical.js';
import { sha256 } from '../input/sha256.js';
import type { ModelChoice, ModelQuantity, ModelSource, ReportModel } from './report.js';
import type { Place } from '../diagnostics/place.js';

/** The worksheet of a sector's model as a report tells it. */
export function modelMember({ sector, unit, sheet, chosen }: ModelledBill, product: ProductInput): ReportModel {
  const { rule } = sector;
  const sources = new Map(rule.sources.map(({ id, title }) => [id, title]));
  return {
    sector: rule.id,
    rule: { version: rule.version, sha256: sha256(new TextEncoder().encode(canonicalText(rule))) },
    reference: rule.reference,
    unit: unit.basis,
    quantities: sheet.quantities.map((quantity) => quantityMember(quantity, sources, product)),
    choices: chosen.map((choice) => choiceMember(choice, sources, product)),
    duties: rule.duties.map((duty) => ({
      id: duty.id, text: duty.text, level: duty.level, checked: duty.kind !== 'stated', source: sourceOf(duty, sources),
    })),
  };
}

function quantityMember(quantity: SheetQuantity, sources: ReadonlyMap<string, string>, product: ProductInput): ModelQuantity {
  const { id, names, unit, value, status, given, formula, citation, pointer } = quantity;
  return {
    id, names, unit, status,
    value: decimalText(value),
    ...(given === undefined ? {} : { given }),
    ...(formula === undefined ? {} : { formula: formula.formula, inputs: formula.inputs }),
    ...(citation === undefined ? {} : { source: sourceOf(citation, sources) }),
    ...(pointer === undefined ? {} : { place: placeOf(pointer, product) }),
  };
}

function choiceMember({ id, parameter, value, status, pointer }: Chosen, sources: ReadonlyMap<string, string>, product: ProductInput): ModelChoice {
  const citation = citationOf(parameter, value, status);
  return {
    id, names: parameter.names, value, status,
    ...(citation === undefined ? {} : { source: sourceOf(citation, sources) }),
    ...(status === 'default' ? {} : { place: placeOf(pointer, product) }),
  };
}

function citationOf(parameter: Chosen['parameter'], value: string, status: Chosen['status']): Citation | undefined {
  if (status === 'default') return 'default' in parameter ? parameter.default : undefined;
  return status === 'preset' && 'presets' in parameter ? parameter.presets?.find((preset) => preset.value === value) : undefined;
}

function sourceOf({ source, locator, evidence }: Citation, sources: ReadonlyMap<string, string>): ModelSource {
  return { title: sources.get(source) ?? source, evidence, ...(locator === undefined ? {} : { locator }) };
}

function placeOf(pointer: string, product: ProductInput): Place {
  const { input, line, column } = product.spot(pointer);
  return { input, line, column };
}
