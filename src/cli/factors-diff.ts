import { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { diffDatasets } from '../factors/diff/diff-datasets.js';
import { readEdition, type Edition } from '../factors/diff/edition.js';
import { loadDatasets } from '../factors/open-library.js';
import { Successors } from '../factors/replacements.js';
import { FaultWatch } from '../input/fault-watch.js';
import { readSource } from '../input/read-source.js';
import { canonicalText } from '../report/canonical.js';
import { diffEffect } from '../report/diff-effect.js';
import type { FootprintReport } from '../report/report.js';
import { validateReport } from '../report/validate-report.js';
import { diffEffectText } from '../show/diff-effect-text.js';
import { factorsDiffText } from '../show/factors-diff-text.js';
import type { Audience } from './calc.js';
import type { Outcome } from './outcome.js';

export const DIFF_SCHEMA = 'tanji/factors-diff/1';

export interface DiffOptions {
  readonly report?: string;
  readonly json?: boolean;
}

/**
 * What changed from one edition of a dataset to another and, with a report, what that does to its total. Differences are
 * no findings; a report that does not hold is an input that cannot be used.
 */
export async function diffFactors(older: string, newer: string, options: DiffOptions, { language, palette }: Audience): Promise<Outcome> {
  const findings = new Findings();
  const watch = new FaultWatch(findings);
  const [old, next] = [editionOf(older, watch), editionOf(newer, watch)];
  if (next !== undefined) for (const found of new Successors(next.dataset).problems()) watch.add(found);
  const read = options.report === undefined ? undefined : await readReport(options.report, old, findings);
  if (old === undefined || next === undefined || findings.exit !== 0) return { exit: 2, problems: findings.all() };

  const diff = diffDatasets(old, next);
  const effect = read === undefined ? undefined : diffEffect(diff, old, next, read);
  const stdout = options.json === true
    ? `${canonicalText({ schema: DIFF_SCHEMA, ...diff, ...(effect === undefined ? {} : { report: effect }) })}\n`
    : `${factorsDiffText(diff, language, palette)}${effect === undefined ? '' : `\n${diffEffectText(effect, language, palette)}`}`;
  return { exit: 0, stdout, problems: findings.all() };
}

function editionOf(named: string, watch: FaultWatch): Edition | undefined {
  const [dataset] = loadDatasets([named], watch);
  if (dataset === undefined) return undefined;
  const edition = readEdition(dataset);
  if (!('problems' in edition)) return edition;
  for (const found of edition.problems) watch.add(found);
  return undefined;
}

/** A report that holds and was made with the old edition, as far as it uses the dataset at all. */
async function readReport(path: string, old: Edition | undefined, findings: Findings): Promise<FootprintReport | undefined> {
  const source = await readSource(path, findings);
  const report = source === undefined ? undefined : validateReport(source, findings);
  if (source === undefined || report === undefined || old === undefined) return report;
  const { name, version, sha256 } = old.dataset.facts;
  const used = report.datasets.find((dataset) => dataset.name === name);
  if (used !== undefined && used.sha256 !== sha256) {
    const spot = { input: source.name, line: 0, column: 0 };
    findings.add(problem('report-dataset-other', { name, reported: used.version, given: version }, spot));
  }
  return report;
}
