import { Fault } from '../diagnostics/fault.js';
import type { Findings } from '../diagnostics/findings.js';
import type { Spot } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import type { Source } from '../input/source.js';
import { reportText, rewriteReport } from './digest.js';
import { readReport, type ReadReport } from './read-report.js';
import type { FootprintReport } from './report.js';
import { REPORT_RULES } from './rules/all-rules.js';
import { ledgerOf } from './rules/ledger.js';

/**
 * Holds a report against its schema, its seal and every rule of its arithmetic, without its inputs. Gives the report
 * as far as it has the schema's shape; whether it is sound, the findings tell.
 */
export function validateReport(source: Source, findings: Findings): FootprintReport | undefined {
  const read = readReport(source, findings);
  if (read === undefined) return undefined;
  const spot = { input: source.name, line: 0, column: 0 };
  checkSeal(read, spot, findings);
  checkFootprint(read.report, spot, findings);
  return read.report;
}

/** Every rule of the arithmetic of a footprint report. */
export function checkFootprint(report: FootprintReport, spot: Spot, findings: Findings): void {
  const ledger = ledgerOf(report);
  for (const rule of REPORT_RULES) for (const found of rule.problems(ledger, spot)) findings.add(found);
}

/** The digest is that of the content, and the bytes are the canonical ones. */
export function checkSeal({ report, text }: Pick<ReadReport, 'text'> & { readonly report: { readonly digest: string } }, spot: Spot, findings: Findings): void {
  try {
    const written = rewriteReport(report);
    if (written.digest !== report.digest) {
      findings.add(problem('report-digest', { stated: report.digest, computed: written.digest }, spot));
    }
    if (reportText(written) !== text) findings.add(problem('report-not-canonical', {}, spot));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    findings.add({ ...error.problem, spot });
  }
}
