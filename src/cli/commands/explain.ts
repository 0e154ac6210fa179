import { CommanderError, Option } from 'commander';
import type { ExplainOptions } from '../explain.js';
import type { Flags, Front } from './front.js';

export function addExplain({ texts, command, tell, audience }: Front): void {
  const lineNumber = (text: string): number => {
    if (!/^[1-9]\d{0,8}$/u.test(text)) throw new CommanderError(2, 'tanji.line', `--line ${text}${texts.lineNumber}`);
    return Number(text);
  };
  command('explain', texts.explain)
    .argument('<report>', texts.explainReport)
    .addOption(new Option('--line <number>', texts.explainLine).argParser(lineNumber))
    .option('--json', texts.json)
    .action(async (report: string, options: Flags & ExplainOptions) => {
      const { explain } = await import('../explain.js');
      await tell(await explain(report, options, await audience(process.stdout)), options);
    });
}
