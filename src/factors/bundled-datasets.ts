import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'tanji';

/** The bundled datasets: their names, in alphabetical order, and the folder of each. */
export function bundledDatasets(root: string | undefined = ownPackage()): ReadonlyMap<string, string> {
  const factors = root === undefined ? undefined : join(root, 'factors');
  if (factors === undefined || !existsSync(factors)) return new Map();
  const names = readdirSync(factors, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return new Map(names.map((name) => [name, join(factors, name)]));
}

/** The folder of the package that this code belongs to. */
export function ownPackage(): string | undefined {
  return packageFolder(dirname(fileURLToPath(import.meta.url)));
}

/** Walking up finds it from `src/factors/` as well as from a bundle in `dist/`. */
function packageFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (namesPackage(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function namesPackage(file: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && 'name' in content && content.name === PACKAGE;
  } catch {
    return false;
  }
}
