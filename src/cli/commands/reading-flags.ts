import { Option, type Command } from 'commander';
import type { HelpTexts } from '../help-texts.js';

/** How a table is to be read, where detection fails. */
export function addReadingFlags(command: Command, texts: HelpTexts): Command {
  return command
    .option('--encoding <name>', texts.encoding)
    .addOption(new Option('--delimiter <character>', texts.delimiter).choices([',', ';', 'tab']))
    .addOption(new Option('--decimal-mark <mark>', texts.decimalMark).choices(['.', ',']))
    .option('--sheet <name>', texts.sheet)
    .option('--allow-formulas', texts.allowFormulas);
}
