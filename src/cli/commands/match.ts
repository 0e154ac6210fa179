import { CommanderError, Option } from 'commander';
import type { MatchOptions } from '../match.js';
import type { Flags, Front } from './front.js';
import { addReadingFlags } from './reading-flags.js';

export function addMatch({ texts, command, tell, audience }: Front): void {
  const topNumber = (text: string): number => {
    if (!/^(?:[1-9]|1\d|20)$/u.test(text)) throw new CommanderError(2, 'tanji.top', `--top ${text}${texts.topNumber}`);
    return Number(text);
  };
  const match = command('match', texts.match)
    .argument('<bom>', texts.calcBom)
    .option('--factors <name|dir...>', texts.factors)
    .option('--region <code>', texts.matchRegion)
    .addOption(new Option('--top <number>', texts.matchTop).argParser(topNumber).default(3))
    .option('--all', texts.matchAll)
    .option('-o, --output <file>', texts.matchOutput);
  addReadingFlags(match, texts)
    .option('--json', texts.json)
    .option('--quiet', texts.quiet)
    .action(async (bom: string, options: Flags & MatchOptions) => {
      const { match } = await import('../match.js');
      await tell(await match(bom, options, await audience(process.stdout)), options);
    });
}
