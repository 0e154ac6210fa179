import type { Findings } from '../../diagnostics/findings.js';
import type { Dataset } from '../dataset.js';
import { readFactor } from '../read-factor.js';
import { Successors } from '../replacements.js';
import { datesReversed, stale } from './age.js';
import { columnDead, magnitude } from './amounts.js';
import { boundaryUnsaid } from './boundary.js';
import { evidenceWord, gasesKnown, idForm, readable } from './cells.js';
import { gwpOdd, lifeCycleCo2 } from './gwp.js';
import { fieldMissing, licenceClosed, regionUnknown } from './provenance.js';
import type { LintRule } from './rule.js';

/** What `factors lint` asks of every dataset, beyond what loading one refuses. */
export const LINT_RULES: readonly LintRule[] = [
  readable, gasesKnown, evidenceWord, idForm, fieldMissing, licenceClosed, regionUnknown, stale, datesReversed, columnDead, magnitude,
  boundaryUnsaid, gwpOdd, lifeCycleCo2,
];

/** Applies every rule to every row of a dataset. */
export function lintDataset(dataset: Dataset, findings: Findings): void {
  const rows = dataset.rows().map((row) => ({ row, reading: readFactor(row, dataset.facts.name) }));
  for (const found of new Successors(dataset).problems()) findings.add(found);
  for (const rule of LINT_RULES) for (const found of rule.check(rows)) findings.add(found);
}
