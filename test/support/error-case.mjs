import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CORPUS = join(ROOT, 'test', 'errors');
const MAIN = join(ROOT, 'dist', 'main.js');

export const LANGUAGES = /** @type {const} */ (['en', 'zh']);

/** The cases of the error corpus; folders that begin with `_` are shared by them. */
export function caseNames() {
  return readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)
    .sort();
}

/**
 * Runs the built program as a case says, in its folder. `said` is what people read: stderr, and after it stdout where
 * findings are the result that was asked for (validate, factors lint); `result` is the rest of stdout.
 * @param {string} name
 * @param {'en' | 'zh'} language
 */
export function runCase(name, language) {
  const folder = join(CORPUS, name);
  /** @type {{ args: string[], exit: number, shows: string }} */
  const { args, exit: expectedExit, shows } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  const env = { ...process.env, NO_COLOR: '1' };
  delete env.FORCE_COLOR;
  const asksForFindings = args[0] === 'validate' || args[1] === 'lint';
  return new Promise((resolve) => {
    const options = { cwd: folder, env, maxBuffer: 1 << 26 };
    const child = execFile(process.execPath, [MAIN, ...args, '--lang', language], options, (_error, stdout, stderr) => {
      resolve({
        folder, expectedExit, shows, exit: child.exitCode,
        said: asksForFindings ? stderr + stdout : stderr,
        result: asksForFindings ? '' : stdout,
      });
    });
    child.stdin?.end();
  });
}
