import { Option } from 'commander';
import { GWP_EDITIONS } from '../../input/product-file.js';
import type { CalcOptions } from '../calc.js';
import { DENIABLE_CODES } from '../deniable-codes.js';
import type { Flags, Front } from './front.js';
import { addReadingFlags } from './reading-flags.js';

export function addCalc({ texts, command, tell, audience }: Front): void {
  const calc = command('calc', texts.calc)
    .argument('<bom>', texts.calcBom)
    .option('--product <file>', texts.product)
    .option('--mapping <file>', texts.mapping)
    .option('--factors <name|dir...>', texts.factors)
    .option('--lock [file]', texts.lock)
    .option('-o, --output <file>', texts.output)
    .option('--root <product>', texts.root)
    .addOption(new Option('--gwp <edition>', texts.gwp).choices(GWP_EDITIONS));
  addReadingFlags(calc, texts)
    .addOption(new Option('--deny <code...>', texts.deny).choices(DENIABLE_CODES))
    .option('--quiet', texts.quiet)
    .action(async (bom: string, options: Flags & CalcOptions) => {
      const { calc } = await import('../calc.js');
      const watched = options.quiet !== true && process.stderr.isTTY === true;
      await tell(await calc(bom, options, watched ? await audience(process.stderr) : undefined), options);
    });
}
