import { Findings } from '../diagnostics/findings.js';
import { readSource } from '../input/read-source.js';
import { canonicalText } from '../report/canonical.js';
import { explainReport } from '../report/explain-report.js';
import { validateReport } from '../report/validate-report.js';
import { explanationText } from '../show/explanation-text.js';
import type { Audience } from './calc.js';
import type { Outcome } from './outcome.js';
import { reportExit } from './report-exit.js';

export interface ExplainOptions {
  readonly line?: number;
  readonly json?: boolean;
}

/** Explains a report that holds; one that does not is refused with the reasons. */
export async function explain(path: string, options: ExplainOptions, audience: Audience): Promise<Outcome> {
  const findings = new Findings();
  const source = await readSource(path, findings);
  const report = source === undefined ? undefined : validateReport(source, findings);
  if (report === undefined || findings.exit !== 0) return { exit: reportExit(findings.all()), problems: findings.all() };
  const explanation = explainReport(report, options.line === undefined ? undefined : { line: options.line });
  const stdout = options.json === true
    ? `${canonicalText(explanation)}\n`
    : explanationText(explanation, audience.language, audience.palette);
  return { exit: 0, stdout, problems: findings.all() };
}
