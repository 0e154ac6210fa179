import { factorKey, type Ledger } from './ledger.js';
import { rule } from './rule.js';

/** The dataset name that stands for suppliers' own factors. */
const SUPPLIER = 'supplier';

export const factorsListed = rule('report-factor-unlisted', function* ({ report, factors }: Ledger) {
  for (const [index, { factor }] of report.inventory.contributions.entries()) {
    if (!factors.has(factor)) yield { index, factor };
  }
});

/** Two factors of one name would leave open which of them a contribution means. */
export const factorsOnce = rule('report-listed-twice', function* ({ report }: Ledger) {
  yield* twice(report.factors.map(factorKey));
});

export const datasetsListed = rule('report-dataset-unlisted', function* ({ report }: Ledger) {
  const names = new Set(report.datasets.map(({ name }) => name));
  for (const factor of report.factors) {
    const { dataset } = factor;
    if (dataset !== SUPPLIER && !names.has(dataset)) yield { factor: factorKey(factor), dataset };
  }
});

export const datasetsOnce = rule('report-listed-twice', function* ({ report }: Ledger) {
  yield* twice(report.datasets.map(({ name }) => name));
});

function* twice(names: readonly string[]): Generator<{ name: string }> {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) yield { name };
    seen.add(name);
  }
}

/** Contributions stay inside the boundary or in module D, and each of their stages has its line in the result. */
export const stagesListed = rule('report-stage-unlisted', function* ({ report, counted }: Ledger) {
  const inside = new Set(report.boundary.stages);
  const told = new Set(report.result.by_stage.map(({ stage }) => stage));
  const used = new Set([...told, ...counted.map(({ contribution }) => contribution.stage)]);
  for (const stage of used) if (!inside.has(stage) || !told.has(stage)) yield { stage };
});
