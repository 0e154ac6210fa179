import type { FactorLibrary } from '../factors/factor.js';
import type { Declaration, Footprint } from '../footprint/footprint.js';
import { GWP_SETS } from '../factors/factor.js';
import type { Bom, InputFacts } from '../input/bom-line.js';
import type { DeclaredUnit, ProductFile } from '../input/product-file.js';
import type { ProductInput } from '../input/read-product-file.js';
import { stemOf } from '../input/source.js';
import type { ModelledBill } from '../sectors/apply-sector.js';
import { boundaryMember } from './boundary.js';
import { closedAmounts } from './closing.js';
import { inventoryOf } from './inventory.js';
import { labelMember } from './label-member.js';
import { modelMember } from './model-member.js';
import { qualityOf } from './quality.js';
import { reportFactors } from './report-factors.js';
import { REPORT_SCHEMA, type FootprintReport, type ReportInput, type ReportMethod, type ReportProduct } from './report.js';
import { resultOf } from './result.js';

/** Changes only when a number could; a report says under which rules it was made. */
export const ENGINE_RULES = '1';

export interface ReportSources {
  readonly footprint: Footprint;
  readonly bom: Bom;
  readonly declaration: Declaration;
  readonly library: FactorLibrary;
  readonly product?: ProductInput;
  readonly modelled?: ModelledBill;
  readonly mapping?: InputFacts;
}

/** The report of a footprint, but for its digest. No clock, no path, no locale enters it. */
export function buildReport(sources: ReportSources): Omit<FootprintReport, 'digest'> {
  const { footprint, bom, declaration, library } = sources;
  const { product, modelled } = sources;
  const file = product?.product;
  const closed = closedAmounts(footprint);
  const occurring = new Set(footprint.contributions.map(({ stage }) => stage));
  const boundary = boundaryMember(file, occurring);
  const unit = unitMember(file);
  const result = resultOf(footprint, closed, boundary.stages);
  const used = new Set(footprint.factors.flatMap(({ origin }) => (origin.kind === 'dataset' ? [origin.factor.dataset] : [])));
  return {
    schema: REPORT_SCHEMA,
    product: productMember(file, footprint, bom),
    unit,
    boundary,
    ...(file?.period === undefined ? {} : { period: file.period }),
    method: methodMember(file, footprint, boundary.stages),
    ...(product === undefined || modelled === undefined ? {} : { model: modelMember(modelled, product) }),
    result,
    quality: qualityOf(footprint, closed),
    inventory: inventoryOf(footprint, closed, bom, declaration),
    factors: reportFactors(footprint.factors),
    datasets: library.datasets
      .filter(({ name }) => used.has(name))
      .map(({ name, version, sha256 }) => ({ name, version, sha256 }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    // Once, where the bill declares its product itself.
    inputs: [...new Set([bom.input, product?.input, sources.mapping])].filter((input) => input !== undefined).map(inputMember),
    label: labelMember(result.total, unit, file),
    engine: { name: 'tanji', rules: ENGINE_RULES },
  };
}

const UNDECLARED_UNIT: DeclaredUnit = { kind: 'declared', amount: '1', unit: 'piece' };

function unitMember(file: ProductFile | undefined): DeclaredUnit {
  return file?.unit ?? UNDECLARED_UNIT;
}

function productMember(file: ProductFile | undefined, footprint: Footprint, bom: Bom): ReportProduct {
  if (file === undefined) {
    const id = footprint.graph.nodes[footprint.graph.root]?.name ?? '';
    const known = id === '' ? stemOf(bom.input.name) : id;
    return { id: known, names: { en: known, zh: known } };
  }
  const { id, names, model, gtin, sector, manufacturer, site } = file;
  return {
    id,
    names,
    ...(model === undefined ? {} : { model }),
    ...(gtin === undefined ? {} : { gtin }),
    ...(sector === undefined ? {} : { sector }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(site === undefined ? {} : { site }),
  };
}

/** Which choices were declared, and which tanji made where nothing was. */
function methodMember(file: ProductFile | undefined, footprint: Footprint, stages: readonly string[]): ReportMethod {
  const sets = new Set(footprint.factors.map(({ gwp }) => gwp));
  const defaults = [
    ...(file === undefined ? [
      { member: 'unit', value: '1 piece', rule: 'no product file: the bill is taken per one piece of the product' },
      { member: 'boundary.stages', value: stages.join(' '), rule: 'no product file: the stages that occur in the bill' },
    ] : []),
    ...(file?.label?.decimals === undefined
      ? [{ member: 'label.display', value: '3 significant digits', rule: 'no number of decimals declared for the label' }]
      : []),
  ];
  return {
    ...file?.method,
    standards: file?.method?.standards ?? [],
    gwp: GWP_SETS.filter((set) => sets.has(set)),
    ...gwpMembers(footprint),
    defaults,
  };
}

/** One edition weighs all factors given as gases; where there is none, no edition changed a number. */
function gwpMembers({ factors }: Footprint): Pick<ReportMethod, 'gwp_edition' | 'gwp_table'> {
  for (const { origin } of factors) {
    const weighed = origin.kind === 'dataset' ? origin.factor.weighed : undefined;
    if (weighed !== undefined) return { gwp_edition: weighed.edition, gwp_table: weighed.table };
  }
  return {};
}

function inputMember(input: InputFacts): ReportInput {
  return {
    name: input.name,
    role: input.role,
    sha256: input.sha256,
    rows: input.rows,
    encoding: input.encoding,
    ...(input.delimiter === undefined ? {} : { delimiter: input.delimiter }),
    ...(input.decimalMark === undefined ? {} : { decimal_mark: input.decimalMark }),
    ...(input.newline === undefined ? {} : { newline: input.newline }),
    ...(input.sheet === undefined ? {} : { sheet: input.sheet }),
    ...(input.formulas === undefined ? {} : { formulas: input.formulas }),
  };
}
