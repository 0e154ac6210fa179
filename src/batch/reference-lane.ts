import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import type { Bom, BomColumn, InputFacts } from '../input/bom-line.js';
import { FaultWatch } from '../input/fault-watch.js';
import type { DecimalMark } from '../input/number.js';
import { bomOf } from '../input/read-bom.js';
import type { Table } from '../input/table.js';
import { declarations } from '../report/declarations.js';
import { reportOnBill, sealed, type UnsealedReport } from '../report/make-report.js';
import { lockFaults, sharedFor, type BatchJob } from './batch-job.js';
import { failedRecord, recordLine, recordOf } from './batch-record.js';

/** A record as it is written, and what it cost. */
export interface MadeRecord {
  readonly bytes: Uint8Array;
  /** 1 where it has no footprint. */
  readonly failed: number;
  /** Of a failed product: what its findings point at, for people. */
  readonly problems: readonly Problem[];
}

/** Works out one product after another with the engine of `calc`, from the rows of each. */
export class ReferenceLane {
  constructor(
    private readonly columns: ReadonlyMap<BomColumn, number>,
    private readonly mark: DecimalMark | undefined,
    private readonly input: InputFacts,
    private readonly job: BatchJob,
  ) {}

  /**
   * `root`: the product among those of the rows; undefined where the bill has no products. `open` reads the rows of the
   * product and of its sub-products.
   */
  record(product: string, root: string | undefined, open: (watch: FaultWatch) => Table | undefined): MadeRecord {
    const { job, columns, mark, input } = this;
    const findings = new Findings(FINDINGS_LIMIT, job.denied);
    const watch = new FaultWatch(findings);
    const table = open(watch);
    const read = table === undefined ? undefined : bomOf({ table, columns, mark, input }, watch);
    const bom = read === undefined || watch.failed ? undefined : job.mapping?.apply(read) ?? read;
    if (job.products?.has(product) === false) findings.add(problem('product-unlisted', { product, file: job.products.input.name }));
    // Whatever the bill is like, the faults of the row are told.
    if (bom === undefined) job.products?.of(product, findings);
    const unsealed = bom === undefined ? undefined : this.#report(product, root, bom, findings);
    for (const found of lockFaults(job, unsealed?.datasets)) findings.add(found);
    const problems = findings.all();
    const { exit } = findings;
    if (exit === 0 && unsealed !== undefined) {
      const bytes = job.full
        ? Buffer.concat(sealed(unsealed).pieces)
        : Buffer.from(recordLine(recordOf(product, unsealed, problems)), 'utf8');
      return { bytes, failed: 0, problems: [] };
    }
    return { bytes: Buffer.from(recordLine(failedRecord(product, exit === 0 ? 2 : exit, problems)), 'utf8'), failed: 1, problems };
  }

  #report(product: string, root: string | undefined, bom: Bom, findings: Findings): UnsealedReport | undefined {
    const { library, template, products, sector, gwp, mapping } = this.job;
    const named = root === undefined ? {} : { root };
    const shared = sharedFor(product, template);
    const declared = declarations(bom, {
      ...named,
      ...(shared === undefined ? {} : { product: shared }),
      ...(products === undefined ? {} : { products }),
    }, findings);
    if (findings.unusable) return undefined;
    if (declared.product === undefined && bom.products !== undefined) findings.add(problem('product-undeclared', { product }));
    return reportOnBill(bom, {
      library, ...named, ...declared,
      ...(sector === undefined ? {} : { sector }),
      ...(gwp === undefined ? {} : { gwp }),
      ...(mapping === undefined ? {} : { mapping: mapping.mapping.input }),
    }, findings);
  }
}
