#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import type { Problem } from '../diagnostics/problem.js';
import { GWP_EDITIONS } from '../input/product-file.js';
import type { Audience, CalcOptions } from './calc.js';
import { DENIABLE_CODES } from './deniable-codes.js';
import type { ImportOptions } from './factors-import.js';
import { helpTexts } from './help-texts.js';
import { languageOf } from './language.js';
import type { MatchOptions } from './match.js';
import type { Outcome } from './outcome.js';

/** A fault of tanji itself, never of its input (sysexits: EX_SOFTWARE). */
const DEFECT = 70;
const INTERRUPTED = 130;

const { argv, env, platform } = process;
const language = languageOf(argv, env, platform);
const texts = helpTexts(language);

const program = titled(new Command('tanji'))
  .description(texts.tanji)
  .addOption(languageOption())
  .version(packageFile.version, '--version', texts.version)
  .helpCommand(false)
  .addHelpText('after', `\n${texts.exits}`)
  .hook('preAction', () => {
    // What is written whole is no longer interrupted: 130 says that there is no output.
    process.on('SIGINT', () => process.exit(process.stdout.writableLength > 0 ? INTERRUPTED : process.exitCode ?? INTERRUPTED));
  });

command('calc', texts.calc)
  .argument('<bom>', texts.calcBom)
  .option('--product <file>', texts.product)
  .option('--mapping <file>', texts.mapping)
  .option('--factors <name|dir...>', texts.factors)
  .option('--lock [file]', texts.lock)
  .option('-o, --output <file>', texts.output)
  .option('--root <product>', texts.root)
  .addOption(new Option('--gwp <edition>', texts.gwp).choices(GWP_EDITIONS))
  .option('--encoding <name>', texts.encoding)
  .addOption(new Option('--delimiter <character>', texts.delimiter).choices([',', ';', 'tab']))
  .addOption(new Option('--decimal-mark <mark>', texts.decimalMark).choices(['.', ',']))
  .option('--sheet <name>', texts.sheet)
  .option('--allow-formulas', texts.allowFormulas)
  .addOption(new Option('--deny <code...>', texts.deny).choices(DENIABLE_CODES))
  .option('--quiet', texts.quiet)
  .action(async (bom: string, options: Flags & CalcOptions) => {
    const { calc } = await import('./calc.js');
    const watched = options.quiet !== true && process.stderr.isTTY === true;
    await tell(await calc(bom, options, watched ? await audience(process.stderr) : undefined), options);
  });

command('match', texts.match)
  .argument('<bom>', texts.calcBom)
  .option('--factors <name|dir...>', texts.factors)
  .option('--region <code>', texts.matchRegion)
  .addOption(new Option('--top <number>', texts.matchTop).argParser(topNumber).default(3))
  .option('--all', texts.matchAll)
  .option('-o, --output <file>', texts.matchOutput)
  .option('--encoding <name>', texts.encoding)
  .addOption(new Option('--delimiter <character>', texts.delimiter).choices([',', ';', 'tab']))
  .addOption(new Option('--decimal-mark <mark>', texts.decimalMark).choices(['.', ',']))
  .option('--sheet <name>', texts.sheet)
  .option('--allow-formulas', texts.allowFormulas)
  .option('--json', texts.json)
  .option('--quiet', texts.quiet)
  .action(async (bom: string, options: Flags & MatchOptions) => {
    const { match } = await import('./match.js');
    await tell(await match(bom, options, await audience(process.stdout)), options);
  });

command('explain', texts.explain)
  .argument('<report>', texts.explainReport)
  .addOption(new Option('--line <number>', texts.explainLine).argParser(lineNumber))
  .option('--json', texts.json)
  .action(async (report: string, options: Flags & { line?: number; json?: boolean }) => {
    const { explain } = await import('./explain.js');
    await tell(await explain(report, options, await audience(process.stdout)), options);
  });

command('validate', texts.validate)
  .argument('<file...>', texts.validateFiles)
  .addOption(new Option('--format <format>', texts.validateFormat).choices(['text', 'json']).default('text'))
  .action(async (files: string[], options: Flags & { format: 'text' | 'json' }) => {
    const { validate } = await import('./validate.js');
    await tell(await validate(files, { format: options.format, language, env, stream: process.stdout }), options);
  });

const factors = command('factors', texts.factorsCommand);
for (const name of ['list', 'search', 'show', 'lint'] as const) {
  const added = command(name, texts[`factors${capital(name)}`], factors)
    .option('--factors <name|dir...>', texts.factors)
    .option('--json', texts.json);
  if (name === 'search') added.argument('<words...>', texts.factorsSearchWords);
  if (name === 'show') added.argument('<id>', texts.factorsShowId);
  if (name === 'lint') added.argument('[dataset...]', texts.factors);
  added.action(async (...args: unknown[]) => {
    const { runFactors } = await import('./factors.js');
    const [asked, options] = args.length === 3 ? [args[0], args[1]] : [undefined, args[0]];
    const flags = options as Flags & { factors?: string[]; json?: boolean };
    await tell(await runFactors(name, [asked ?? []].flat() as string[], flags, await audience(process.stdout)), flags);
  });
}

command('lock', texts.factorsLock, factors)
  .option('--factors <name|dir...>', texts.factors)
  .option('-o, --output <file>', texts.factorsLockOutput)
  .action(async (options: Flags & { factors?: string[]; output?: string }) => {
    const { lockFactors } = await import('./factors-lock.js');
    await tell(lockFactors(options), options);
  });

command('diff', texts.factorsDiff, factors)
  .argument('<old>', texts.factorsDiffDataset)
  .argument('<new>', texts.factorsDiffDataset)
  .option('--report <file>', texts.factorsDiffReport)
  .option('--json', texts.json)
  .action(async (older: string, newer: string, options: Flags & { report?: string; json?: boolean }) => {
    const { diffFactors } = await import('./factors-diff.js');
    await tell(await diffFactors(older, newer, options, await audience(process.stdout)), options);
  });

command('gwp', texts.factorsGwp, factors)
  .argument('<gas>', texts.factorsGwpGas)
  .option('--json', texts.json)
  .action(async (gas: string, options: Flags) => {
    const { showGwp } = await import('./factors-gwp.js');
    await tell(showGwp(gas, options, language), options);
  });

command('import', texts.factorsImport, factors)
  .argument('<file|folder>', texts.factorsImportInput)
  .requiredOption('--name <name>', texts.importName)
  .requiredOption('--dataset-version <version>', texts.importVersion)
  .requiredOption('-o, --output <dir>', texts.importOutput)
  .addOption(new Option('--format <format>', texts.importFormat).choices(['csv', 'xlsx', 'ilcd', 'openlca']))
  .option('--columns <file>', texts.importColumns)
  .option('--licence <licence>', texts.importLicence)
  .option('--unit <unit>', texts.importUnit)
  .option('--impact <category>', texts.importImpact)
  .option('--allow-skips', texts.importAllowSkips)
  .option('--encoding <name>', texts.encoding)
  .addOption(new Option('--delimiter <character>', texts.delimiter).choices([',', ';', 'tab']))
  .addOption(new Option('--decimal-mark <mark>', texts.decimalMark).choices(['.', ',']))
  .option('--sheet <name>', texts.sheet)
  .option('--allow-formulas', texts.allowFormulas)
  .option('--quiet', texts.quiet)
  .action(async (input: string, options: Flags & ImportOptions) => {
    const { importDataset } = await import('./factors-import.js');
    await tell(await importDataset(input, options, language), options);
  });

try {
  await program.parseAsync(argv);
} catch (error) {
  if (!(error instanceof CommanderError)) await fail(error);
  else if (error.exitCode !== 0) await refuse(error);
}

interface Flags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

function command(name: string, description: string, parent: Command = program): Command {
  return titled(parent.command(name))
    .description(description)
    .addOption(languageOption());
}

/** Before or after the command; languageOf has read it long before. */
function languageOption(): Option {
  return new Option('--lang <language>', texts.lang).choices(['en', 'zh']);
}

/** Help in the user's language, and errors thrown rather than printed. */
function titled(made: Command): Command {
  const titles = new Map([
    ['Usage:', texts.usage], ['Arguments:', texts.argumentsTitle],
    ['Options:', texts.optionsTitle], ['Commands:', texts.commandsTitle],
  ]);
  return made
    .helpOption('-h, --help', texts.help)
    .configureHelp({ styleTitle: (title) => titles.get(title) ?? title })
    .configureOutput({ outputError: () => undefined, writeOut: (text) => { say(process.stdout, text); } })
    .exitOverride();
}

async function tell(outcome: Outcome, flags: Flags): Promise<void> {
  const toStdout = outcome.stdout !== undefined || outcome.pieces !== undefined;
  if (!toStdout) process.exitCode = outcome.exit;
  const heard = flags.quiet === true ? outcome.problems.filter(({ severity }) => severity === 'error') : outcome.problems;
  if (heard.length > 0) await complain(heard);
  if (outcome.summary !== undefined) say(process.stderr, outcome.summary);
  if (outcome.stdout !== undefined) say(process.stdout, outcome.stdout);
  for (const piece of outcome.pieces ?? []) say(process.stdout, piece);
  process.exitCode = outcome.exit;
}

async function audience(stream: NodeJS.WriteStream): Promise<Audience> {
  const { paletteOf } = await import('../show/palette.js');
  return { language, palette: paletteOf(env, stream) };
}

/** Streams are made when they are first used: making both costs a tenth of the start-up. */
function say(stream: NodeJS.WriteStream, text: string | Uint8Array): void {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough (`| head`) is no fault.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      void unheard(stream, error.code ?? error.message);
    });
  }
  stream.write(text);
}

/** A full disk behind `>`: told while stderr still takes words. */
async function unheard(stream: NodeJS.WriteStream, reason: string): Promise<void> {
  const { problem } = await import('../diagnostics/problem.js');
  if (stream === process.stdout) await complain([problem('output-unwritable', { file: 'stdout', reason })]);
  process.exit(2);
}

async function complain(problems: readonly Problem[]): Promise<void> {
  const { renderFindings } = await import('./render-findings.js');
  say(process.stderr, renderFindings(problems, { format: 'text', language, env, stream: process.stderr }));
}

async function refuse(error: CommanderError): Promise<void> {
  const { problem } = await import('../diagnostics/problem.js');
  const helpShown = error.code === 'commander.help';
  const { usageText } = await import('./usage-text.js');
  const hint = error.code === 'commander.missingArgument' ? takenHint() : '';
  if (!helpShown) await complain([problem('usage', { detail: usageText(error.message, language) + hint })]);
  process.exitCode = 2;
}

/** Options that may have taken the argument that is missing. */
function takenHint(): string {
  return (argv.includes('--factors') ? texts.factorsTakeAll : '') + (argv.includes('--lock') ? texts.lockTakesNext : '');
}

/** Known trouble is told as such; anything else is a defect and says so, without a stack trace. */
async function fail(error: unknown): Promise<void> {
  const { isFault } = await import('../diagnostics/fault.js');
  const { problem } = await import('../diagnostics/problem.js');
  const { exitOf } = await import('../diagnostics/codes.js');
  if (isFault(error)) {
    await complain([error.problem]);
    process.exitCode = exitOf(error.problem.code);
  } else {
    await complain([problem('defect', { detail: error instanceof Error ? error.message : String(error) })]);
    process.exitCode = DEFECT;
  }
}

function lineNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new CommanderError(2, 'tanji.line', `--line ${text}${texts.lineNumber}`);
  return Number(text);
}

function topNumber(text: string): number {
  if (!/^(?:[1-9]|1\d|20)$/u.test(text)) throw new CommanderError(2, 'tanji.top', `--top ${text}${texts.topNumber}`);
  return Number(text);
}

function capital<T extends string>(word: T): Capitalize<T> {
  return (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<T>;
}
