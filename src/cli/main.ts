#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import type { Problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';
import type { Audience } from './calc.js';
import { addBatch } from './commands/batch.js';
import { addCalc } from './commands/calc.js';
import { addExplain } from './commands/explain.js';
import { addFactors } from './commands/factors.js';
import type { Flags, Front } from './commands/front.js';
import { addInit } from './commands/init.js';
import { addInstitution } from './commands/institution.js';
import { addMatch } from './commands/match.js';
import { addValidate } from './commands/validate.js';
import { helpTexts } from './help-texts.js';
import { languageOf } from './language.js';
import type { Outcome } from './outcome.js';
import { goesToFile, writeWhole } from './whole-writes.js';

/** A fault of tanji itself, never of its input (sysexits: EX_SOFTWARE). */
const DEFECT = 70;
const INTERRUPTED = 130;

/** Records are on their way to a reader that is slower. */
let pouring = false;
let interrupted = false;
/** Streams that took no more. */
const unheardOf = new Set<NodeJS.WriteStream>();

const { argv, env, platform } = process;
const language = languageOf(argv, env, platform);
const texts = helpTexts(language);

const program = titled(new Command('tanji'))
  .description(texts.tanji)
  .addOption(languageOption())
  .version(packageFile.version, '--version', texts.version)
  .addHelpText('after', `\n${texts.exits}`)
  .hook('preAction', () => {
    process.on('SIGINT', () => {
      // Records under way go out whole; who presses twice does not wait for their reader.
      if (pouring && !interrupted) {
        interrupted = true;
        return;
      }
      // What is written whole is no longer interrupted: 130 says that there is no output.
      process.exit(process.stdout.writableLength > 0 ? INTERRUPTED : process.exitCode ?? INTERRUPTED);
    });
  });

const front: Front = { texts, language, env, command, tell, audience, pour, watch };
addCalc(front);
addBatch(front);
addMatch(front);
addExplain(front);
addValidate(front);
addInstitution(front);
addFactors(front);
addInit(front);

try {
  await program.parseAsync(argv);
} catch (error) {
  if (!(error instanceof CommanderError)) await fail(error);
  else if (error.exitCode !== 0) await refuse(error);
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
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles.get(title) ?? title })
    .configureOutput({ outputError: () => undefined, writeOut: (text) => { say(process.stdout, text); } })
    .exitOverride();
}

async function tell(outcome: Outcome, flags: Flags): Promise<void> {
  const toStdout = outcome.stdout !== undefined || outcome.pieces !== undefined;
  if (!toStdout) process.exitCode = outcome.exit;
  if (watching) say(process.stderr, '');
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

async function pour(bytes: Uint8Array): Promise<void> {
  pouring = true;
  await new Promise<void>((resolve) => { say(process.stdout, bytes, resolve); });
  pouring = false;
  if (interrupted) process.exit(INTERRUPTED);
}

/** The line of the run that is under way; what is said after it begins on a line of its own. */
let watching = false;
function watch(line: string): void {
  watching = false;
  say(process.stderr, `\r\u001b[K${line}`);
  watching = true;
}

/** Streams are made when they are first used: making both costs a tenth of the start-up. */
function say(stream: NodeJS.WriteStream & { readonly fd: number }, text: string | Uint8Array, then?: () => void): void {
  if (watching && stream === process.stderr) {
    watching = false;
    stream.write('\n');
  }
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that has seen enough (`| head`) is no fault.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      void unheard(stream, error.code ?? error.message);
    });
  }
  if (unheardOf.has(stream)) {
    then?.();
    return;
  }
  if (!goesToFile(stream.fd)) {
    stream.write(text, then);
    return;
  }
  try {
    writeWhole(stream.fd, text);
  } catch (error) {
    void unheard(stream, systemReason(error));
  }
  then?.();
}

/** A full disk behind `>`: told while stderr still takes words. */
async function unheard(stream: NodeJS.WriteStream, reason: string): Promise<void> {
  if (unheardOf.has(stream)) return;
  unheardOf.add(stream);
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
