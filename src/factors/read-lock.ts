import type { Spot } from '../diagnostics/place.js';
import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import validate from '../generated/lock.js';
import { FaultWatch } from '../input/fault-watch.js';
import type { Source } from '../input/source.js';
import { readValidJson } from '../input/valid-json.js';
import type { Lock, LockInput, PinnedDataset } from './lock.js';

/** Reads a tanji.lock. Adds all its faults (json-invalid, schema-violation); undefined where there is one. */
export function readLock(source: Source, findings: Findings): LockInput | undefined {
  const watch = new FaultWatch(findings);
  const document = readValidJson(source, validate, watch);
  if (document === undefined) return undefined;
  const { datasets } = document.value as Lock;
  const pinned = new Map<string, PinnedDataset & { readonly spot: Spot }>();
  for (const [index, dataset] of datasets.entries()) {
    const pointer = `/datasets/${String(index)}/name`;
    const spot = document.spot(pointer);
    if (pinned.has(dataset.name)) {
      watch.add(problem('schema-violation', { pointer, rule: 'unique', detail: dataset.name }, spot));
    }
    pinned.set(dataset.name, { ...dataset, spot });
  }
  return watch.failed ? undefined : { pinned, whole: { input: source.name, line: 0, column: 0 } };
}
