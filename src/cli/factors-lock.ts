import { join } from 'node:path';
import { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { bundledDatasets } from '../factors/bundled-datasets.js';
import { LOCK_FILE, lockOf } from '../factors/lock.js';
import { loadDatasets } from '../factors/open-library.js';
import { FaultWatch } from '../input/fault-watch.js';
import { canonicalText } from '../report/canonical.js';
import type { Outcome } from './outcome.js';
import { overwrites, writeOutput } from './write-output.js';

export interface LockOptions {
  /** Bundled names or folders; all bundled ones where absent. */
  readonly factors?: readonly string[];
  readonly output?: string;
}

/** Pins datasets in a lock file: canonical JSON and one line feed, the same bytes for the same datasets. */
export function lockFactors({ factors = [], output = LOCK_FILE }: LockOptions): Outcome {
  const files = [...factors, ...bundledDatasets().values()].flatMap((folder) => [join(folder, 'datapackage.json'), join(folder, 'factors.csv')]);
  if (overwrites(output, files)) return { exit: 2, problems: [problem('output-is-input', { file: output })] };
  const findings = new Findings();
  const watch = new FaultWatch(findings);
  const datasets = loadDatasets(factors, watch);
  if (watch.failed) return { exit: 2, problems: findings.all() };
  const text = `${canonicalText(lockOf(datasets.map(({ facts }) => facts)))}\n`;
  if (output === '-') return { exit: 0, stdout: text, problems: findings.all() };
  const unwritten = writeOutput(output, [Buffer.from(text, 'utf8')]);
  return unwritten === undefined
    ? { exit: 0, problems: findings.all() }
    : { exit: 2, problems: [...findings.all(), unwritten] };
}
