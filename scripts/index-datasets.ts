import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Findings } from '../src/diagnostics/findings.js';
import { bundledDatasets } from '../src/factors/bundled-datasets.js';
import type { IndexedDataset } from '../src/factors/bundled-index.js';
import { loadDataset } from '../src/factors/load-dataset.js';
import { FaultWatch } from '../src/input/fault-watch.js';

/** Writes the index of the bundled datasets into the folder of the bundle. */
export function indexDatasets(dist: string): void {
  const findings = new Findings();
  const watch = new FaultWatch(findings);
  const index = [...bundledDatasets(join(dist, '..')).values()].map((folder): IndexedDataset => {
    const dataset = loadDataset(folder, watch);
    if (dataset === undefined || watch.failed) throw new Error(JSON.stringify(findings.all()));
    const size = (file: string): number => statSync(join(folder, file)).size;
    return { facts: dataset.facts, sizes: [size('datapackage.json'), size('factors.csv')], ids: dataset.ids };
  });
  writeFileSync(join(dist, 'datasets.json'), JSON.stringify(index));
}
