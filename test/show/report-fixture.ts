import { writeReport } from '../../src/report/digest.js';
import type { FootprintReport } from '../../src/report/report.js';
import type { ReportDraft } from '../report/fixtures/sealed.js';
import { validReport } from '../report/fixtures/valid-report.js';

export function sealedReport(change: (report: ReportDraft) => void = () => undefined): FootprintReport {
  const draft = structuredClone(validReport()) as ReportDraft;
  change(draft);
  const report = draft as Omit<FootprintReport, 'digest'>;
  return { ...report, digest: writeReport(report).digest };
}
