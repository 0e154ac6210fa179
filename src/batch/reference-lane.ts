import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import type { Problem } from '../diagnostics/problem.js';
import type { BomColumn, InputFacts } from '../input/bom-line.js';
import { FaultWatch } from '../input/fault-watch.js';
import type { DecimalMark } from '../input/number.js';
import { bomOf } from '../input/read-bom.js';
import type { Table } from '../input/table.js';
import { reportOnBill, sealed } from '../report/make-report.js';
import { declaredFor, lockFaults, type BatchJob } from './batch-job.js';
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
    const declared = declaredFor(product, job, findings);
    const unsealed = bom === undefined || findings.unusable ? undefined : reportOnBill(bom, {
      library: job.library,
      ...(root === undefined ? {} : { root }),
      ...(declared === undefined ? {} : { product: declared }),
      ...(job.sector === undefined ? {} : { sector: job.sector }),
      ...(job.gwp === undefined ? {} : { gwp: job.gwp }),
      ...(job.mapping === undefined ? {} : { mapping: job.mapping.mapping.input }),
    }, findings);
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
}
