// Writes dist/THIRD-PARTY.txt: the licence of every package that the bundler loaded a file of.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which package a file below node_modules belongs to, on any system. */
export function packageOf(path: string): string | undefined {
  return /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)?.[1]?.replace('\\', '/');
}

/** `dist`: the folder of the bundles; `names`: the packages that went into them. */
export function writeThirdPartyNotices(dist: string, names: ReadonlySet<string>): void {
  const notices = [...names].sort().map((name) => {
    const folder = join(dist, '..', 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license: string };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    // Some packages leave their licence file in the repository.
    const path = file === undefined ? join(dist, '..', 'scripts', 'licences', `${name}.txt`) : join(folder, file);
    return `${name} ${version} (${license})\n\n${readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
  });
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`));
}
