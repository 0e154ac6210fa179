import { Findings } from '../diagnostics/findings.js';
import { readSource } from '../input/read-source.js';
import { validateReport } from '../report/validate-report.js';
import type { Outcome } from './outcome.js';

/** Checks each report on its own; the gravest finding decides the exit code. */
export async function validate(paths: readonly string[]): Promise<Outcome> {
  let exit: Outcome['exit'] = 0;
  const problems = [];
  for (const path of paths) {
    const findings = new Findings();
    const source = await readSource(path, findings);
    if (source !== undefined) validateReport(source, findings);
    problems.push(...findings.all());
    if (findings.exit > exit) exit = findings.exit;
  }
  return { exit, problems };
}
