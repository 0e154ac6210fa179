import { Option, type Command } from 'commander';
import type { FactorsCommand, FactorsOptions } from '../factors.js';
import type { ImportOptions } from '../factors-import.js';
import type { Flags, Front } from './front.js';
import { addReadingFlags } from './reading-flags.js';

export function addFactors(front: Front): void {
  const { texts, command } = front;
  const factors = command('factors', texts.factorsCommand);
  const asking = (name: FactorsCommand, description: string): Command =>
    command(name, description, factors).option('--factors <name|dir...>', texts.factors).option('--json', texts.json);

  asking('list', texts.factorsList).action(async (options: FactorsOptions) => { await ask(front, 'list', [], options); });
  asking('search', texts.factorsSearch)
    .argument('<words...>', texts.factorsSearchWords)
    .action(async (words: string[], options: FactorsOptions) => { await ask(front, 'search', words, options); });
  asking('show', texts.factorsShow)
    .argument('<id>', texts.factorsShowId)
    .action(async (id: string, options: FactorsOptions) => { await ask(front, 'show', [id], options); });
  asking('lint', texts.factorsLint)
    .argument('[dataset...]', texts.factors)
    .action(async (datasets: string[], options: FactorsOptions) => { await ask(front, 'lint', datasets, options); });
  addLock(front, factors);
  addDiff(front, factors);
  addGwp(front, factors);
  addImport(front, factors);
}

async function ask({ tell, audience }: Front, name: FactorsCommand, asked: readonly string[], options: FactorsOptions): Promise<void> {
  const { runFactors } = await import('../factors.js');
  await tell(runFactors(name, asked, options, await audience(process.stdout)), options);
}

function addLock({ texts, command, tell }: Front, factors: Command): void {
  command('lock', texts.factorsLock, factors)
    .option('--factors <name|dir...>', texts.factors)
    .option('-o, --output <file>', texts.factorsLockOutput)
    .action(async (options: Flags & { factors?: string[]; output?: string }) => {
      const { lockFactors } = await import('../factors-lock.js');
      await tell(lockFactors(options), options);
    });
}

function addDiff({ texts, command, tell, audience }: Front, factors: Command): void {
  command('diff', texts.factorsDiff, factors)
    .argument('<old>', texts.factorsDiffDataset)
    .argument('<new>', texts.factorsDiffDataset)
    .option('--report <file>', texts.factorsDiffReport)
    .option('--json', texts.json)
    .action(async (older: string, newer: string, options: Flags & { report?: string; json?: boolean }) => {
      const { diffFactors } = await import('../factors-diff.js');
      await tell(await diffFactors(older, newer, options, await audience(process.stdout)), options);
    });
}

function addGwp({ texts, language, command, tell }: Front, factors: Command): void {
  command('gwp', texts.factorsGwp, factors)
    .argument('<gas>', texts.factorsGwpGas)
    .option('--json', texts.json)
    .action(async (gas: string, options: Flags) => {
      const { showGwp } = await import('../factors-gwp.js');
      await tell(showGwp(gas, options, language), options);
    });
}

function addImport({ texts, language, command, tell }: Front, factors: Command): void {
  const added = command('import', texts.factorsImport, factors)
    .argument('<file|folder>', texts.factorsImportInput)
    .requiredOption('--name <name>', texts.importName)
    .requiredOption('--dataset-version <version>', texts.importVersion)
    .requiredOption('-o, --output <dir>', texts.importOutput)
    .addOption(new Option('--format <format>', texts.importFormat).choices(['csv', 'xlsx', 'ilcd', 'openlca']))
    .option('--columns <file>', texts.importColumns)
    .option('--licence <licence>', texts.importLicence)
    .option('--unit <unit>', texts.importUnit)
    .option('--impact <category>', texts.importImpact)
    .option('--allow-skips', texts.importAllowSkips);
  addReadingFlags(added, texts)
    .option('--quiet', texts.quiet)
    .action(async (input: string, options: Flags & ImportOptions) => {
      const { importDataset } = await import('../factors-import.js');
      await tell(await importDataset(input, options, language), options);
    });
}
