import { Findings } from '../diagnostics/findings.js';
import type { Problem } from '../diagnostics/problem.js';
import { printable } from '../diagnostics/quote.js';
import { wordingOf } from '../diagnostics/wording.js';
import { readSource } from '../input/read-source.js';
import { validateAnyReport } from '../report/validate-any-report.js';
import type { Outcome } from './outcome.js';
import { reportExit } from './report-exit.js';
import { renderFindings, type FindingsOptions } from './render-findings.js';

/** Checks each report on its own; what was found is the result, and the gravest finding decides the exit code. */
export async function validate(paths: readonly string[], options: FindingsOptions): Promise<Outcome> {
  let exit: Outcome['exit'] = 0;
  const problems: Problem[] = [];
  const sound: string[] = [];
  for (const path of paths) {
    const findings = new Findings();
    const source = await readSource(path, findings);
    if (source !== undefined) validateAnyReport(source, findings);
    const found = findings.all();
    problems.push(...found);
    exit = Math.max(exit, reportExit(found)) as Outcome['exit'];
    if (findings.exit === 0) sound.push(path);
  }
  const { phrases } = wordingOf(options.language);
  const praise = options.format === 'json' ? [] : sound.map((path) => `${printable(path, 200)}${phrases.colon}${phrases.adds_up}\n`);
  return { exit, stdout: renderFindings(problems, options) + praise.join(''), problems: [] };
}
