import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { Exact } from '../quantity/exact.js';
import type { FactorLibrary } from '../factors/factor.js';
import { calculate } from '../footprint/calculate.js';
import type { Declaration } from '../footprint/footprint.js';
import { includedStages } from '../input/boundary-stages.js';
import type { GwpEdition, ProductFile } from '../input/product-file.js';
import { MappingUse } from '../input/apply-mapping.js';
import type { Bom, InputFacts } from '../input/bom-line.js';
import { readMapping } from '../input/read-mapping.js';
import { readBom, type BomReading } from '../input/read-bom.js';
import type { ProductInput } from '../input/read-product-file.js';
import type { Source } from '../input/source.js';
import type { SectorWork } from '../sectors/sector-work.js';
import { buildReport } from './build-report.js';
import { declarations, type Declarations } from './declarations.js';
import { declaredQuantity } from './declared-quantity.js';
import { writeReport } from './digest.js';
import type { FootprintReport } from './report.js';

export interface ReportRequest {
  readonly bom: Source;
  /** As readProductFile gives it. */
  readonly product?: ProductInput;
  /** As openSectorOf gives it for the product: its model and its rules take part. */
  readonly sector?: SectorWork;
  /** A mapping, as `tanji match` writes it: the factors of lines that name none. */
  readonly mapping?: Source;
  readonly library: FactorLibrary;
  /** The product to calculate, where the bill holds several and product.json does not say. */
  readonly root?: string;
  /** The GWP edition that weighs factors given as gases, where it is not that of product.json. */
  readonly gwp?: GwpEdition;
  readonly reading?: BomReading;
}

export interface MadeReport {
  readonly report: FootprintReport;
  /** The report's bytes, one after another: canonical JSON (RFC 8785) and one line feed, UTF-8. */
  readonly pieces: readonly Uint8Array[];
}

/** Read → match → model → calculate → report. Undefined, with all reasons among the findings, where that cannot be. */
export function makeReport(request: ReportRequest, findings: Findings): MadeReport | undefined {
  const { bom: source, mapping: chosen, reading, ...billRequest } = request;
  const mapping = chosen === undefined ? undefined : readMapping(chosen, findings);
  // A sector's model may make all the lines there are.
  const mayBeBare = request.sector !== undefined && request.product?.product.parameters !== undefined;
  const read = readBom(source, { ...reading, factorless: chosen !== undefined, mayBeBare }, findings);
  if (read === undefined || findings.unusable) return undefined;
  const use = mapping === undefined ? undefined : new MappingUse(mapping);
  const bom = use?.apply(read) ?? read;
  use?.tellUnused(findings);
  const declared = declarations(bom, billRequest, findings);
  if (findings.unusable) return undefined;
  if (declared.product === undefined) findings.add(problem('product-undeclared', { product: bom.input.name }));
  const unsealed = reportOnBill(bom, { ...billRequest, ...declared, ...(mapping === undefined ? {} : { mapping: mapping.input }) }, findings);
  return unsealed === undefined ? undefined : sealed(unsealed);
}

/** As ReportRequest, for a bill that was read and mapped, with what it declares itself. */
export interface BillRequest extends Omit<ReportRequest, 'bom' | 'mapping' | 'reading'>, Declarations {
  readonly mapping?: InputFacts;
}

export type UnsealedReport = Omit<FootprintReport, 'digest'>;

/** Model → calculate → report, without its digest. Undefined, with all reasons among the findings, where that cannot be. */
export function reportOnBill(read: Bom, request: BillRequest, findings: Findings): UnsealedReport | undefined {
  const { product, library, mapping } = request;
  const modelled = product === undefined ? undefined : request.sector?.apply(product, read, request.root ?? product.product.id, findings);
  if (findings.unusable) return undefined;
  const bom = modelled?.bom ?? read;
  const declaration = declarationOf(product?.product, request, modelled?.referenceFlow);
  const footprint = calculate(bom, library, declaration, findings);
  if (footprint === undefined) return undefined;
  if (product !== undefined) request.sector?.check(footprint, product, findings);
  return buildReport({
    footprint, bom, declaration, library,
    ...(product === undefined ? {} : { product }),
    ...(modelled === undefined ? {} : { modelled }),
    ...(mapping === undefined ? {} : { mapping }),
  });
}

export function sealed(unsealed: UnsealedReport): MadeReport {
  const { pieces, digest } = writeReport(unsealed);
  return { pieces, report: { ...unsealed, digest } };
}

export function declarationOf(
  file: ProductFile | undefined,
  asked: Pick<BillRequest, 'root' | 'gwp' | 'subProducts'>,
  referenceFlow: Exact | undefined,
): Declaration {
  const wanted = asked.root ?? file?.id;
  const gwp = asked.gwp ?? file?.method?.gwp;
  return {
    ...(wanted === undefined ? {} : { root: wanted }),
    ...(file === undefined ? {} : { boundary: { name: file.boundary.type, stages: new Set(includedStages(file.boundary)) } }),
    ...(file?.period === undefined ? {} : { periodStart: file.period.start }),
    ...(gwp === undefined ? {} : { gwp }),
    ...(referenceFlow === undefined ? {} : { referenceFlow }),
    subProducts: new Map([...file?.sub_products ?? [], ...asked.subProducts ?? []].map(({ id, unit }) => [id, declaredQuantity(unit)])),
  };
}
