// Writes dist/THIRD-PARTY.txt: the licence of every package that the bundle holds, as the bundler lists them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const METAFILE = 'metafile-esm.json';

/** `dist`: the folder of the bundle and its metafile. */
export function writeThirdPartyNotices(dist: string): void {
  const metafile = join(dist, METAFILE);
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8')) as { inputs: Record<string, unknown> };
  const names = new Set(Object.keys(inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const notices = [...names].sort().map((name) => {
    const folder = join(dist, '..', 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license: string };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    // Some packages leave their licence file in the repository.
    const path = file === undefined ? join(dist, '..', 'scripts', 'licences', `${name}.txt`) : join(folder, file);
    return `${name} ${version} (${license})\n\n${readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
  });
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`));
  rmSync(metafile);
}
