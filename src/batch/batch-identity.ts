import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { canonicalText } from '../report/canonical.js';
import { ENGINE_RULES } from '../report/build-report.js';
import type { BatchRun } from './batch-run.js';
import { digestOfFile } from './file-digest.js';

/** SHA-256 (hex) of all that decides the records beside the bills: datasets, declared product, mapping, options, rules. */
export function requestDigest({ request, job }: BatchRun): string {
  const { reading, gwp, deny, full } = request;
  const asked = {
    datasets: [...job.library.datasets].map(({ name, sha256 }) => `${name} ${sha256}`).sort(),
    deny: [...deny ?? []].sort(),
    full: full ?? false,
    gwp: gwp ?? '',
    lock: job.lock === undefined ? [] : [...job.lock.pinned.values()].map(({ name, sha256 }) => `${name} ${sha256}`).sort(),
    mapping: job.mapping?.mapping.input.sha256 ?? '',
    products: job.products?.input.sha256 ?? '',
    product: job.template?.input.sha256 ?? '',
    reading: { ...reading },
    rules: ENGINE_RULES,
  };
  return createHash('sha256').update(canonicalText(asked)).digest('hex');
}

/** Name and SHA-256 of each bill as it came. */
export async function billDigests(run: BatchRun): Promise<{ name: string; sha256: string }[]> {
  const digests = [];
  for (const { name, path } of run.sources) digests.push({ name, sha256: await digestOfFile(path) });
  return digests;
}

/** By which a bill is known that was written anew: its name, size and time of change. */
export function billStates(run: BatchRun): string[] {
  return run.sources.map(({ name, path }) => {
    const stands = statSync(path, { throwIfNoEntry: false });
    return stands === undefined ? name : `${name} ${String(stands.size)} ${String(stands.mtimeMs)}`;
  });
}

/** The first bill that is no longer what it was. */
export function changedBill(run: BatchRun, states: readonly string[]): string | undefined {
  const now = billStates(run);
  return run.sources.find((_, bill) => now[bill] !== states[bill])?.path;
}

/** By which a journal knows its run again: bills by size and time of change, what came by stdin by its digest. */
export async function runIdentity(run: BatchRun, strict: boolean): Promise<string> {
  const bills = billStates(run);
  for (const [bill, { name, path }] of run.sources.entries()) {
    if (name === 'stdin') bills[bill] = await digestOfFile(path);
  }
  const { scattered, shard } = run.request;
  return canonicalText([requestDigest(run), bills, strict, scattered ?? false, shard === undefined ? '' : `${String(shard.index)}/${String(shard.of)}`]);
}
