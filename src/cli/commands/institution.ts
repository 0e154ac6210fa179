import type { InstitutionOptions } from '../institution.js';
import type { Flags, Front } from './front.js';
import { addReadingFlags } from './reading-flags.js';

export function addInstitution({ texts, command, tell, audience }: Front): void {
  const institution = command('institution', texts.institution)
    .argument('<ledger>', texts.institutionLedger)
    .option('--profile <file>', texts.institutionProfile)
    .option('--factors <name|dir...>', texts.factors)
    .option('--avoided-factor <id>', texts.institutionAvoided)
    .option('-o, --output <file>', texts.output)
    .option('--csv <file>', texts.institutionCsv);
  addReadingFlags(institution, texts)
    .option('--quiet', texts.quiet)
    .action(async (ledger: string, options: Flags & InstitutionOptions) => {
      const { institution } = await import('../institution.js');
      const watched = options.quiet !== true && process.stderr.isTTY === true;
      await tell(await institution(ledger, options, watched ? await audience(process.stderr) : undefined), options);
    });
}
