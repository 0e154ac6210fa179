import { CommanderError, Option } from 'commander';
import { GWP_EDITIONS } from '../../input/product-file.js';
import type { BatchOptions } from '../batch.js';
import { DENIABLE_CODES } from '../deniable-codes.js';
import type { Flags, Front } from './front.js';
import { addReadingFlags } from './reading-flags.js';

export function addBatch(front: Front): void {
  const { texts, command, tell } = front;
  const whole = (option: string, least: number) => (text: string): number => {
    if (!/^\d{1,6}$/u.test(text) || Number(text) < least) throw new CommanderError(2, 'tanji.number', `${option} ${text}${texts.wholeNumber}`);
    return Number(text);
  };
  const shardOf = (text: string): { index: number; of: number } => {
    const [, index = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? [];
    if (Number(index) < 1 || Number(index) > Number(of)) throw new CommanderError(2, 'tanji.shard', `--shard ${text}${texts.batchShardForm}`);
    return { index: Number(index), of: Number(of) };
  };
  const batch = command('batch', texts.batch)
    .argument('<bom...>', texts.batchBoms)
    .option('--product <file>', texts.batchProduct)
    .option('--products <file>', texts.batchProducts)
    .option('--mapping <file>', texts.mapping)
    .option('--factors <name|dir...>', texts.factors)
    .option('--lock [file]', texts.lock)
    .addOption(new Option('--gwp <edition>', texts.gwp).choices(GWP_EDITIONS))
    .option('-o, --output <file>', texts.batchOutput)
    .option('--resume', texts.batchResume)
    .option('--full', texts.batchFull)
    .option('--summary', texts.batchSummary)
    .option('--strict', texts.batchStrict)
    .option('--scattered', texts.batchScattered)
    .addOption(new Option('--shard <k/n>', texts.batchShard).argParser(shardOf))
    .addOption(new Option('--jobs <number>', texts.batchJobs).argParser(whole('--jobs', 1)))
    .addOption(new Option('--memory <MB>', texts.batchMemory).argParser(whole('--memory', 1)));
  addReadingFlags(batch, texts)
    .addOption(new Option('--deny <code...>', texts.deny).choices(DENIABLE_CODES))
    .option('--quiet', texts.quiet)
    .action(async (bills: string[], options: Flags & BatchOptions) => {
      const { batch } = await import('../batch.js');
      const { availableParallelism } = await import('node:os');
      const watched = options.quiet !== true && process.stderr.isTTY === true;
      await tell(await batch(bills, { jobs: availableParallelism(), ...options }, {
        pour: front.pour,
        language: front.language,
        ...(watched ? { watch: front.watch } : {}),
      }), options);
    });
  command('merge', texts.merge)
    .argument('<shard...>', texts.mergeShards)
    .option('-o, --output <file>', texts.mergeOutput)
    .option('--quiet', texts.quiet)
    .action(async (shards: string[], options: Flags & { output?: string }) => {
      const { merge } = await import('../merge.js');
      await tell(await merge(shards, options, front), options);
    });
}
