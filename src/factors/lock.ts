import type { Spot } from '../diagnostics/place.js';
import { problem, type Problem } from '../diagnostics/problem.js';

export const LOCK_SCHEMA = 'tanji/lock/1';

/** Where a lock is written and looked for when nobody says otherwise. */
export const LOCK_FILE = 'tanji.lock';

/** A dataset as locks and reports name it; `sha256` is that of dataset-digest.ts. */
export interface PinnedDataset {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

/** The content of tanji.lock (schemas/lock.schema.json). */
export interface Lock {
  readonly schema: typeof LOCK_SCHEMA;
  readonly datasets: readonly PinnedDataset[];
}

/** A lock as it was read, with the means to point at it. */
export interface LockInput {
  /** By name. */
  readonly pinned: ReadonlyMap<string, PinnedDataset & { readonly spot: Spot }>;
  readonly whole: Spot;
}

export function lockOf(datasets: readonly PinnedDataset[]): Lock {
  return {
    schema: LOCK_SCHEMA,
    datasets: datasets
      .map(({ name, version, sha256 }) => ({ name, version, sha256 }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** dataset-unlocked for each dataset that the lock does not name, dataset-changed for each that it pins with another digest. */
export function lockProblems(lock: LockInput, datasets: readonly PinnedDataset[]): Problem[] {
  return datasets.flatMap(({ name, version, sha256 }) => {
    const pinned = lock.pinned.get(name);
    if (pinned === undefined) return [problem('dataset-unlocked', { name }, lock.whole)];
    if (pinned.sha256 === sha256) return [];
    return [problem('dataset-changed', { name, lockedVersion: pinned.version, version }, pinned.spot)];
  });
}
