import { statSync } from 'node:fs';
import { nearest } from '../diagnostics/candidates.js';
import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { FaultWatch } from '../input/fault-watch.js';
import { bundledDatasets } from './bundled-datasets.js';
import type { Dataset } from './dataset.js';
import { Library } from './library.js';
import { loadDataset } from './load-dataset.js';

/**
 * Opens the datasets that `--factors` names: a bundled name, or else a folder (`./electricity` where a folder has a
 * bundled name). All bundled ones where nothing is named. Undefined, with every reason among the findings, where one
 * of them cannot be used.
 */
export function openLibrary(named: readonly string[] | undefined, findings: Findings): Library | undefined {
  const watch = new FaultWatch(findings);
  const loaded = loadDatasets(named, watch);
  return watch.failed ? undefined : new Library(loaded);
}

/** The datasets that can be read, whatever is wrong with the others. */
export function loadDatasets(named: readonly string[] | undefined, watch: FaultWatch): Dataset[] {
  const bundled = bundledDatasets();
  const folders = named === undefined || named.length === 0
    ? [...bundled.values()]
    : named.flatMap((name) => folderOf(name, bundled, watch) ?? []);
  const loaded = new Map<string, Dataset>();
  for (const folder of folders) {
    const dataset = loadDataset(folder, watch);
    if (dataset === undefined) continue;
    const { name } = dataset.facts;
    if (loaded.has(name)) watch.add(problem('dataset-doubled', { name }));
    else loaded.set(name, dataset);
  }
  return [...loaded.values()];
}

function folderOf(name: string, bundled: ReadonlyMap<string, string>, watch: FaultWatch): string | undefined {
  const folder = bundled.get(name) ?? (isFolder(name) ? name : undefined);
  if (folder === undefined) {
    const near = nearest(name, bundled.keys());
    watch.add(problem('dataset-not-found', { name, candidates: near.length > 0 ? near : [...bundled.keys()] }));
  }
  return folder;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
