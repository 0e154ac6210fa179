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

/** By which a journal knows its run again: bills by size and time of change, what came by stdin by its digest. */
export async function runIdentity(run: BatchRun): Promise<string> {
  const bills = [];
  for (const { name, path } of run.sources) {
    const { size, mtimeMs } = statSync(path);
    bills.push(name === 'stdin' ? await digestOfFile(path) : `${name} ${String(size)} ${String(mtimeMs)}`);
  }
  const { scattered, shard } = run.request;
  return canonicalText([requestDigest(run), bills, scattered ?? false, shard === undefined ? '' : `${String(shard.index)}/${String(shard.of)}`]);
}
