import { Findings } from '../diagnostics/findings.js';
import type { BomColumn } from '../input/bom-line.js';
import { includedStages } from '../input/boundary-stages.js';
import { declaresProducts } from '../input/declaring-columns.js';
import type { DecimalMark } from '../input/number.js';
import type { DeclaredUnit, ProductFile } from '../input/product-file.js';
import type { Products } from '../input/read-products.js';
import type { Stage } from '../input/vocabulary.js';
import { canonicalText } from '../report/canonical.js';
import { declarationOf } from '../report/make-report.js';
import { lockFaults, type BatchJob } from './batch-job.js';
import { plainColumns, type PlainColumns } from './plain-columns.js';
import { PlainFactors } from './plain-factors.js';

const ONE_PIECE = { kind: 'declared', amount: '1', unit: 'piece' } as const;

/** By what the plain lane of a bill goes. */
export interface PlainWork {
  readonly columns: PlainColumns;
  readonly factors: PlainFactors;
  /** The stages of the declared boundary, module D apart; undefined where none is declared: then those that occur are listed. */
  readonly stages: readonly Stage[] | undefined;
  /** Of all products, or by product: undefined where the reference lane has to look at what is declared of it. */
  readonly unit: DeclaredUnit | ((product: string) => DeclaredUnit | undefined);
  /** Whether `1.5` is a number here; else whole numbers alone are plain. */
  readonly mayPoint: boolean;
}

/** Undefined where the lines of a bill ask for more than the plain lane can do. */
export function plainWorkOf(
  bill: { readonly name: string; readonly columns: ReadonlyMap<BomColumn, number>; readonly width: number },
  mark: DecimalMark | undefined,
  job: BatchJob,
): PlainWork | undefined {
  const columns = plainColumns(bill.columns, bill.width);
  // Models add lines, rules judge whole footprints, and a warning that counts as an error has words.
  if (columns === undefined || declaresProducts(bill.columns) || job.full || job.sector !== undefined || job.denied.size > 0 || mark === ',') return undefined;
  const { products } = job;
  const file = products === undefined ? job.template?.product : firstSound(products);
  if (products !== undefined && file === undefined) return undefined;
  const declaration = declarationOf(file, { ...(job.gwp === undefined ? {} : { gwp: job.gwp }) }, undefined);
  const locked = new Set(job.library.datasets.filter((dataset) => lockFaults(job, [dataset]).length > 0).map(({ name }) => name));
  const place = { input: bill.name, column: columns.factor + 1 };
  return {
    columns,
    factors: new PlainFactors(job.library, declaration, locked, place),
    stages: file === undefined ? undefined : includedStages(file.boundary),
    unit: products === undefined || file === undefined ? file?.unit ?? ONE_PIECE : unitsLike(file, products),
    mayPoint: mark === '.',
  };
}

const ROWS_TRIED = 100;

/** What a row of a table declares without a finding. */
function soundProduct(id: string, products: Products): ProductFile | undefined {
  const findings = new Findings();
  const declared = products.of(id, findings);
  return findings.all().length > 0 ? undefined : declared?.product;
}

function firstSound(products: Products): ProductFile | undefined {
  for (const id of products.ids.slice(0, ROWS_TRIED)) {
    const product = soundProduct(id, products);
    if (product !== undefined) return product;
  }
  return undefined;
}

/** Members that say nothing of how a product is worked out, beside its unit, which its record repeats. */
const FREE: ReadonlySet<string> = new Set(['id', 'names', 'model', 'gtin', 'unit', 'manufacturer', 'site', 'validity', 'label']);

/** The units of products that are declared as `file` is, its free members apart. */
function unitsLike(file: ProductFile, products: Products): (product: string) => DeclaredUnit | undefined {
  const deciding = (product: ProductFile): string => canonicalText(Object.fromEntries(Object.entries(product).filter(([member]) => !FREE.has(member))));
  const wanted = deciding(file);
  return (id) => {
    const product = soundProduct(id, products);
    return product !== undefined && deciding(product) === wanted ? product.unit : undefined;
  };
}
