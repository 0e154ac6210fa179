import { Argument } from 'commander';
import type { SectorName } from '../../sectors/open-sector.js';
import type { Flags, Front } from './front.js';

/** As openSector knows them; the front door loads no sector. */
const SECTORS = ['textile', 'battery', 'elevator', 'tea', 'service'] as const satisfies readonly SectorName[];

export function addInit({ texts, language, command, tell }: Front): void {
  command('init', texts.init)
    .addArgument(new Argument('<sector>', texts.initSector).choices(SECTORS))
    .argument('[folder]', texts.initFolder)
    .action(async (sector: SectorName, folder: string | undefined, options: Flags) => {
      const { init } = await import('../init.js');
      await tell(await init(sector, folder ?? sector, language), options);
    });
}
