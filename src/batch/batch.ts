import { Fault } from '../diagnostics/fault.js';
import { Findings, FINDINGS_LIMIT } from '../diagnostics/findings.js';
import type { BatchRequest } from './batch-job.js';
import type { BatchRecord } from './batch-record.js';
import { BatchRun } from './batch-run.js';
import { LineSplitter } from './record-lines.js';

/**
 * The records of many products, one after another: no more is worked out than is asked for. Bills are looked through
 * first, since a record that was handed over cannot be taken back. Throws a Fault, with the first problem, where the
 * batch cannot begin or a bill is unusable.
 */
export async function* batch(request: Omit<BatchRequest, 'full'>): AsyncGenerator<BatchRecord, void, undefined> {
  const findings = new Findings(FINDINGS_LIMIT, new Set(request.deny));
  const run = await BatchRun.open(request, findings);
  if (run === undefined) {
    const [first] = findings.all().filter(({ severity }) => severity === 'error');
    if (first !== undefined) throw new Fault(first);
    return;
  }
  try {
    for await (const event of run.events({ lookThrough: true })) {
      if (event.kind !== 'records') continue;
      for (const line of new LineSplitter().push(event.bytes)) yield JSON.parse(line) as BatchRecord;
    }
  } finally {
    run.close();
  }
}
