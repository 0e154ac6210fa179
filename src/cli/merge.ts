import { isFault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import { mergedRecords, orderedShards, tallyOf } from '../batch/shards.js';
import type { BatchStage } from './batch.js';
import type { Outcome } from './outcome.js';
import { overwrites, writeOutputAsync } from './write-output.js';

export interface MergeOptions {
  readonly output?: string;
}

/** Joins the outputs of all shards to the bytes of one run. Its exit code is that of the run: 1 where a product failed. */
export async function merge(paths: readonly string[], { output }: MergeOptions, { pour }: Pick<BatchStage, 'pour'>): Promise<Outcome> {
  if (output !== undefined && output !== '-' && overwrites(output, paths)) return { exit: 2, problems: [problem('output-is-input', { file: output })] };
  try {
    const shards = orderedShards(paths);
    const exit = tallyOf(shards).failed > 0 ? 1 : 0;
    if (output === undefined || output === '-') {
      // What went out cannot be taken back: all shards are checked before.
      const looked = mergedRecords(shards);
      while ((await looked.next()).done !== true);
      for await (const bytes of mergedRecords(shards)) await pour(bytes);
      return { exit, problems: [] };
    }
    const unwritten = await writeOutputAsync(output, mergedRecords(shards));
    return unwritten === undefined ? { exit, problems: [] } : { exit: 2, problems: [unwritten] };
  } catch (error) {
    if (isFault(error)) return { exit: 2, problems: [error.problem] };
    throw error;
  }
}
