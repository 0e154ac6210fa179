import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { nearest } from '../diagnostics/candidates.js';
import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { FaultWatch } from '../input/fault-watch.js';
import { bundledDatasets, ownPackage } from './bundled-datasets.js';
import { bundledIndex, describes, LazyDataset, type IndexedDataset } from './bundled-index.js';
import type { Dataset } from './dataset.js';
import { Library } from './library.js';
import { loadDataset } from './load-dataset.js';

/**
 * Opens the datasets that `--factors` names: a bundled name, or else a folder (`./electricity` where a folder has a
 * bundled name). All bundled ones where nothing is named. Undefined, with every reason among the findings, where one
 * of them cannot be used.
 */
export function openLibrary(named: readonly string[] | undefined, findings: Findings, { suggests = true } = {}): Library | undefined {
  const watch = new FaultWatch(findings);
  const root = ownPackage();
  const index = root === undefined ? new Map<string, IndexedDataset>() : bundledIndex(root);
  const bundled = bundledDatasets(root);
  const opened = openDatasets(named, bundled, watch, (folder) => {
    const entry = index.get(basename(folder));
    const indexed = entry !== undefined && bundled.get(entry.facts.name) === folder && describes(entry, folder);
    return indexed ? new LazyDataset(entry, folder, () => loadDataset(folder, watch)) : loadDataset(folder, watch);
  });
  return watch.failed ? undefined : new Library(opened, suggests);
}

/** The datasets that can be read, whatever is wrong with the others; all of each is read. */
export function loadDatasets(named: readonly string[] | undefined, watch: FaultWatch): Dataset[] {
  return openDatasets(named, bundledDatasets(), watch, (folder) => loadDataset(folder, watch));
}

function openDatasets(
  named: readonly string[] | undefined,
  bundled: ReadonlyMap<string, string>,
  watch: FaultWatch,
  open: (folder: string) => Dataset | undefined,
): Dataset[] {
  const folders = named === undefined || named.length === 0
    ? [...bundled.values()]
    : named.flatMap((name) => folderOf(name, bundled, watch) ?? []);
  const loaded = new Map<string, Dataset>();
  for (const folder of folders) {
    const dataset = open(folder);
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
