import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '../diagnostics/problem.js';
import { wordingOf, type Language } from '../diagnostics/wording.js';
import { ownPackage } from '../factors/bundled-datasets.js';
import type { SectorName } from '../sectors/open-sector.js';
import type { Outcome } from './outcome.js';
import { writeFolder } from './write-folder.js';

/** Writes the starter of a sector into a folder that is not there yet or empty: a bill, a product file and a mapping. */
export async function init(sector: SectorName, folder: string, language: Language): Promise<Outcome> {
  const home = ownPackage();
  if (home === undefined) return { exit: 2, problems: [problem('file-not-found', { file: `starters/${sector}` })] };
  const from = join(home, 'starters', sector, language);
  const files = readdirSync(from).sort().map((name) => [name, [readFileSync(join(from, name), 'utf8')]] as const);
  const unwritten = await writeFolder(folder, files);
  if (unwritten !== undefined) return { exit: 2, problems: [unwritten] };
  const { phrases } = wordingOf(language);
  const [bom, product, mapping] = ['bom.csv', 'product.json', 'mapping.csv'].map((name) => join(folder, name));
  const call = `tanji calc ${bom ?? ''} --product ${product ?? ''} --mapping ${mapping ?? ''} -o ${join(folder, 'report.json')}`;
  return { exit: 0, stdout: `${phrases['init.next']}${phrases.colon}${call}\n`, problems: [] };
}
