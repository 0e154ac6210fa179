import type { Findings } from '../diagnostics/findings.js';
import type { Place } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import type { Bom, BomLine } from '../input/bom-line.js';
import { includedStages } from '../input/boundary-stages.js';
import { moduleNamed } from '../input/modules.js';
import type { ProductInput } from '../input/read-product-file.js';
import { conversion } from '../quantity/convert.js';
import { decimalText } from '../quantity/decimal-text.js';
import { Exact } from '../quantity/exact.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Fail } from './fail.js';
import type { ModelContext, Sector } from './model.js';
import { ParameterGroup, type Chosen } from './parameters.js';
import { deriveByRule } from './rule-formulas.js';
import type { RuleUnit } from './rule.js';
import { Sheet, type ModelLine } from './sheet.js';

/** A bill with what a sector's model made of the parameters beside it. */
export interface ModelledBill {
  /** The lines of the bill, then those of the model. */
  readonly bom: Bom;
  /** Reference products per declared unit. */
  readonly referenceFlow: Exact;
  readonly sector: Sector;
  readonly unit: RuleUnit;
  readonly sheet: Sheet;
  /** Choices and factors, as made by the user or by the rule's defaults. */
  readonly chosen: readonly Chosen[];
}

/** The id under which the sheet holds the reference flow. */
export const REFERENCE_FLOW = 'reference_flow';
/** The id of the amount of the declared unit, counted in the unit of the rule. */
const UNIT_AMOUNT = 'unit.amount';

/**
 * Reads the parameters of a product file by its sector's rule, runs the model, and adds its lines to the bill.
 * Undefined, with the reasons among the findings, where rule and declaration do not fit. `root`: the product of the
 * bill that is declared.
 */
export function applySector(sector: Sector, product: ProductInput, bom: Bom, root: string, findings: Findings): ModelledBill | undefined {
  let sound = true;
  const fail: Fail = (code, args, pointer) => {
    const found = problem(code, args, product.spot(pointer));
    if (found.severity === 'error') sound = false;
    findings.add(found);
  };
  const { rule, model } = sector;
  const { parameters = {}, boundary } = product.product;
  if (!rule.boundaries.includes(boundary.type)) {
    fail('boundary-not-of-sector', { boundary: boundary.type, candidates: rule.boundaries }, '/boundary/type');
  }
  const sheet = new Sheet((quantity, formula) => fail('formula-division', { quantity, formula }, '/parameters'));
  const chosen: Chosen[] = [];
  const group = new ParameterGroup(rule.parameters, parameters, '', '/parameters', sheet, fail, chosen);
  for (const { id, names, unit, value, source, locator, evidence } of rule.constants ?? []) {
    const citation = { source, evidence, ...(locator === undefined ? {} : { locator }) };
    sheet.enter({ id, names, unit, value: Exact.of(value), status: 'constant', citation });
  }
  const unit = unitOf(rule.units, product, fail);
  if (unit === undefined) return undefined;
  const context: ModelContext = {
    rule, parameters: group, sheet, unit, fail,
    stages: new Set(includedStages(boundary)),
    lookUp: (table, key, pointer) => lookUp(context, table, key, pointer),
  };
  deriveByRule(context);
  model?.(context);
  const flow = flowOf(context, product);
  if (!sound || flow === undefined) return undefined;
  return { bom: withLines(bom, sheet, product, root), referenceFlow: flow, sector, unit, sheet, chosen };
}

/** The rule's unit that the product declares: of its basis where it names one, else the only one of its dimension and kind. */
function unitOf(units: readonly RuleUnit[], { product }: ProductInput, fail: Fail): RuleUnit | undefined {
  const { unit, basis = '', kind } = product.unit;
  const fitting = units.filter((each) => (basis === '' || each.basis === basis) && each.kind === kind && ratioOf(unit, each.unit) !== undefined);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const candidates = units.map((each) => `${each.unit} (${each.kind}, basis ${each.basis})`);
  fail('unit-not-of-sector', { unit, basis, candidates }, '/unit/unit');
  return undefined;
}

function flowOf({ sheet, unit, fail }: ModelContext, { product }: ProductInput): Exact | undefined {
  const ratio = ratioOf(product.unit.unit, unit.unit) ?? Exact.ONE;
  sheet.enter({
    id: UNIT_AMOUNT,
    names: { en: 'amount of the declared unit', zh: '声明单位的数量' },
    unit: unit.unit,
    value: Exact.of(product.unit.amount).times(ratio).reduced(),
    status: 'given',
    pointer: '/unit/amount',
    ...(ratio.equals(Exact.ONE) ? {} : { given: `${product.unit.amount} ${product.unit.unit}` }),
  });
  const { formula, inputs } = unit.flow;
  const missing = Object.values(inputs).filter((id) => !sheet.has(id));
  for (const parameter of missing) fail('parameter-missing', { parameter, names: unit.names }, '/unit');
  if (missing.length > 0) return undefined;
  sheet.derive(REFERENCE_FLOW, {
    names: { en: 'reference products per declared unit', zh: '每声明单位的基准产品数' },
    unit: '', formula, inputs: formula.includes('amount') ? { ...inputs, amount: UNIT_AMOUNT } : inputs,
  });
  return sheet.value(REFERENCE_FLOW);
}

function lookUp({ rule, sheet }: ModelContext, table: string, key: string, pointer?: string): string {
  const found = rule.tables?.find(({ id }) => id === table);
  const value = found !== undefined && Object.hasOwn(found.rows, key) ? found.rows[key] : undefined;
  if (found === undefined || value === undefined) throw new RangeError(`no row ${key} of table ${table}`);
  if (found.evidence === 'recalled' && pointer === undefined) throw new RangeError(`the table ${table} is recalled: only a choice may use it`);
  const id = `${table}.${key}`;
  if (sheet.has(id)) return id;
  const { names, unit, source, locator, evidence } = found;
  return sheet.enter({
    id,
    names: { en: `${names.en}: ${key}`, zh: `${names.zh}：${key}` },
    unit,
    value: Exact.of(value),
    status: pointer === undefined ? 'default' : 'preset',
    citation: { source, evidence, ...(locator === undefined ? {} : { locator }) },
    ...(pointer === undefined ? {} : { pointer }),
  });
}

/** The bill with the model's lines after its own, in the declared product. */
function withLines(bom: Bom, sheet: Sheet, product: ProductInput, root: string): Bom {
  const named = bom.lines.some((line) => line.product !== '');
  // A bill that lacks the product is told of by the engine; lines of the model would hide that.
  if (named && !bom.lines.some((line) => line.product === root)) return bom;
  const last = bom.lines.at(-1)?.line ?? 0;
  const made = sheet.lines.map((line, index) => madeLine(line, last + 1 + index, named ? root : '', sheet, product));
  return {
    input: bom.input,
    lines: [...bom.lines, ...made],
    column: (column) => bom.column(column),
    spot: (line, column) => {
      if (line.modelled === undefined) return bom.spot(line, column);
      return column === 'factor' ? line.modelled.factorSpot : product.spot(pointerOf(line.modelled.quantity, sheet));
    },
  };
}

function madeLine(made: ModelLine, line: number, product: string, sheet: Sheet, file: ProductInput): BomLine {
  const { value, unit } = sheet.get(made.quantity);
  const { named, supplier, pointer } = made.factor;
  const answer = parseUnit(unit);
  if (answer.kind !== 'found') throw new RangeError(`no unit of a line: ${unit}`);
  const module = made.module === undefined ? undefined : moduleNamed(made.module);
  return {
    line, product,
    component: made.component,
    item: made.item.en,
    quantity: { value, text: decimalText(value) },
    unit: answer.unit,
    stage: made.stage,
    ...(module === undefined ? {} : { module }),
    ...(supplier === undefined ? { factor: named ?? '' } : { supplier }),
    ...(made.data === undefined ? {} : { data: made.data }),
    modelled: {
      quantity: made.quantity,
      itemZh: made.item.zh,
      factor: made.factor.id,
      place: placeOf(pointerOf(made.quantity, sheet), file),
      factorSpot: file.spot(pointer),
    },
  };
}

function pointerOf(quantity: string, sheet: Sheet): string {
  return sheet.rootPointer(quantity) ?? '/parameters';
}

/** Members in canonical order, as in report/inventory.ts. */
function placeOf(pointer: string, file: ProductInput): Place {
  const { column, input, line } = file.spot(pointer);
  return { column, input, line };
}

function ratioOf(from: string, to: string): Exact | undefined {
  const [one, other] = [parseUnit(from), parseUnit(to)];
  return one.kind === 'found' && other.kind === 'found' ? conversion(one.unit, other.unit) : undefined;
}
