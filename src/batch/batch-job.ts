import type { Findings } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { Code } from '../diagnostics/codes.js';
import { lockProblems, type LockInput } from '../factors/lock.js';
import { openLibrary } from '../factors/open-library.js';
import type { FactorLibrary } from '../factors/factor.js';
import { MappingUse } from '../input/apply-mapping.js';
import type { BomReading } from '../input/bom-table.js';
import { declaresProducts } from '../input/declaring-columns.js';
import type { GwpEdition, ProductFile } from '../input/product-file.js';
import { readMapping } from '../input/read-mapping.js';
import { readProductFile, type ProductInput } from '../input/read-product-file.js';
import { readProducts, type Products } from '../input/read-products.js';
import { readSource } from '../input/read-source.js';
import type { SectorWork } from '../sectors/sector-work.js';
import type { OpenBill } from './open-bill.js';

/** What a batch is asked for. Paths as the user wrote them. */
export interface BatchRequest {
  /** Bills, or `-` for stdin. */
  readonly bills: readonly string[];
  /** A product file that declares what all products share. */
  readonly product?: string;
  /** A table of products, one row each, laid over `product` where there is one. */
  readonly products?: string;
  readonly mapping?: string;
  readonly factors?: readonly string[];
  readonly lock?: string;
  readonly gwp?: GwpEdition;
  readonly reading?: BomReading;
  /** Warnings that count as errors. */
  readonly deny?: readonly Code[];
  /** Whole reports instead of records. */
  readonly full?: boolean;
  /** The lines of a product may stand anywhere in its file: it is looked through before. */
  readonly scattered?: boolean;
  /** The part of the products to work out, of how many. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** Threads that work; 1 for this one alone. */
  readonly jobs?: number;
  /** Megabytes that the index of a scattered bill may take. */
  readonly memory?: number;
}

/** What all products of a batch share. */
export interface BatchJob {
  readonly library: FactorLibrary;
  readonly template: ProductInput | undefined;
  readonly products: Products | undefined;
  readonly sector: SectorWork | undefined;
  readonly mapping: MappingUse | undefined;
  readonly lock: LockInput | undefined;
  readonly gwp: GwpEdition | undefined;
  readonly denied: ReadonlySet<Code>;
  readonly full: boolean;
}

/** Reads all that is not a bill. Undefined, with all reasons among the findings, where some of it cannot be used. */
export async function openJob(request: BatchRequest, findings: Findings): Promise<BatchJob | undefined> {
  const sources = {
    product: request.product === undefined ? undefined : await readSource(request.product, findings),
    products: request.products === undefined ? undefined : await readSource(request.products, findings),
    mapping: request.mapping === undefined ? undefined : await readSource(request.mapping, findings),
    lock: request.lock === undefined ? undefined : await readSource(request.lock, findings),
  };
  const library = openLibrary(request.factors, findings, { suggests: false });
  if (library === undefined || findings.unusable) return undefined;
  const template = sources.product === undefined ? undefined : readProductFile(sources.product, findings);
  const products = sources.products === undefined || findings.unusable ? undefined : readProducts(sources.products, template, {}, findings);
  const mapping = sources.mapping === undefined ? undefined : readMapping(sources.mapping, findings);
  const lock = sources.lock === undefined ? undefined : (await import('../factors/read-lock.js')).readLock(sources.lock, findings);
  const sector = template === undefined ? undefined : await sectorOf(template, findings);
  if (findings.unusable) return undefined;
  return {
    library, template, products, sector, lock,
    mapping: mapping === undefined ? undefined : new MappingUse(mapping),
    gwp: request.gwp,
    denied: new Set(request.deny),
    full: request.full ?? false,
  };
}

async function sectorOf(template: ProductInput, findings: Findings): Promise<SectorWork | undefined> {
  if (template.product.sector === undefined && template.product.parameters === undefined) return undefined;
  const { openSectorOf } = await import('../sectors/open-sector.js');
  return openSectorOf(template, findings);
}

const OF_ONE_PRODUCT: ReadonlySet<string> = new Set(['id', 'names', 'model', 'gtin']);

/** What all products share, for one of them: all of the template but what tells products apart. */
export function sharedFor(product: string, template: ProductInput | undefined): ProductInput | undefined {
  if (template === undefined) return undefined;
  const shared = Object.fromEntries(Object.entries(template.product).filter(([member]) => !OF_ONE_PRODUCT.has(member)));
  return { ...template, product: { ...shared as unknown as ProductFile, id: product, names: { en: product, zh: product } } };
}

/** What the lock says of the datasets a product used; where it has no report, of all that the lock pins. */
export function lockFaults({ lock, library }: BatchJob, used: readonly { readonly name: string; readonly version: string; readonly sha256: string }[] | undefined): Problem[] {
  return lock === undefined ? [] : lockProblems(lock, used ?? library.datasets.filter(({ name }) => lock.pinned.has(name)));
}

/** Told once a run, where calc tells it of its one product; of a bill that declares its products, with each that it does not. */
export function undeclared({ template, products }: Pick<BatchJob, 'template' | 'products'>, bills: readonly Pick<OpenBill, 'name' | 'columns'>[]): Problem[] {
  const [bill] = template === undefined && products === undefined ? bills.filter(({ columns }) => !declaresProducts(columns)) : [];
  return bill === undefined ? [] : [problem('product-undeclared', { product: bill.name })];
}
