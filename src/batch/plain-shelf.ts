import type { BomColumn } from '../input/bom-line.js';
import type { DecimalMark } from '../input/number.js';
import { STAGES } from '../input/vocabulary.js';
import { declarationOf } from '../report/make-report.js';
import { includedStages } from '../input/boundary-stages.js';
import { lockFaults, type BatchJob } from './batch-job.js';
import { plainColumns } from './plain-columns.js';
import { PlainFactors } from './plain-factors.js';
import { PlainLane } from './plain-lane.js';
import { PlainRecord } from './plain-record.js';
import { BEYOND } from './sum-slots.js';

const ANY_STAGE = (1 << STAGES.length) - 1;
const ONE_PIECE = { kind: 'declared', amount: '1', unit: 'piece' } as const;

/** The plain lane of a bill; undefined where its lines ask for more than that lane can do. */
export function plainLaneOf(
  bill: { readonly name: string; readonly columns: ReadonlyMap<BomColumn, number>; readonly width: number },
  mark: DecimalMark | undefined,
  job: BatchJob,
): PlainLane | undefined {
  const columns = plainColumns(bill.columns, bill.width);
  // Models add lines, rules judge whole footprints, a table declares each product otherwise, and a warning that counts as an error has words.
  if (columns === undefined || job.products !== undefined || job.full || job.sector !== undefined || job.denied.size > 0 || mark === ',') return undefined;
  const file = job.template?.product;
  const declaration = declarationOf(file, { ...(job.gwp === undefined ? {} : { gwp: job.gwp }) }, undefined);
  const stages = file === undefined ? undefined : includedStages(file.boundary);
  const locked = new Set(job.library.datasets.filter((dataset) => lockFaults(job, [dataset]).length > 0).map(({ name }) => name));
  const factors = new PlainFactors(job.library, declaration, locked);
  const record = new PlainRecord(bill.name, (bill.columns.get('factor') ?? -1) + 1, stages, file?.unit ?? ONE_PIECE);
  const allowed = stages === undefined ? ANY_STAGE : stages.reduce((bits, stage) => bits | (1 << STAGES.indexOf(stage)), 1 << BEYOND);
  return new PlainLane(columns, factors, record, allowed, mark === '.');
}
