import { setImmediate as turn } from 'node:timers/promises';
import type { BatchRecord } from '../batch/batch-record.js';
import { LineSplitter } from '../batch/record-lines.js';
import { writtenRecords } from '../batch/written-records.js';
import type { FootprintReport } from '../report/report.js';
import { ReportNames } from './report-names.js';
import type { NamedFile } from './write-folder.js';

/** Beside `PRODUCT.json` no report can have this name. */
const ERRORS = 'errors.ndjson';

/** The reports among written lines, a file each as `calc` writes it, then one with the error records where there are any. */
export async function* reportFiles(path: string, end: number): AsyncGenerator<NamedFile> {
  const names = new ReportNames();
  let failed = 0;
  for (const piece of writtenRecords(path, end)) {
    for (const line of new LineSplitter().push(piece)) {
      const product = reportedIn(line);
      if (product === undefined) failed += 1;
      else yield [names.nameOf(product), [`${line}\n`]];
    }
    // While it writes, Node hears no Ctrl-C.
    await turn();
  }
  if (failed > 0) yield [ERRORS, errorLines(path, end)];
}

function* errorLines(path: string, end: number): Generator<string> {
  for (const piece of writtenRecords(path, end)) {
    for (const line of new LineSplitter().push(piece)) if (reportedIn(line) === undefined) yield `${line}\n`;
  }
}

/** The product of a report; undefined for an error record. */
function reportedIn(line: string): string | undefined {
  const written = JSON.parse(line) as BatchRecord | FootprintReport;
  return 'result' in written ? written.product.id : undefined;
}
