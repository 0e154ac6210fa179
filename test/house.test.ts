import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** The rules that a text breaks if it stands in this file. */
async function broken(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('the house', () => {
  it.each([
    ['an import from a room above', 'src/quantity/x.ts', "import { readBom } from '../input/read-bom.js';\nreadBom;\n", 'no-restricted-imports'],
    ['an import of a type from a room above', 'src/input/x.ts', "import type { Footprint } from '../footprint/footprint.js';\nexport type X = Footprint;\n", 'no-restricted-imports'],
    ['an import from the front door', 'src/report/x.ts', "import { calc } from '../cli/calc.js';\ncalc;\n", 'no-restricted-imports'],
    ['an import of node: in the engine', 'src/quantity/x.ts', "import { readFileSync } from 'node:fs';\nreadFileSync;\n", 'no-restricted-imports'],
    ['an import of node: in the diagnostics', 'src/diagnostics/x.ts', "import { readFileSync } from 'node:fs';\nreadFileSync;\n", 'no-restricted-imports'],
    ['an exit outside main', 'src/cli/x.ts', 'process.exit(1);\n', 'no-restricted-properties'],
    ['an exit code outside main', 'src/report/x.ts', 'process.exitCode = 1;\n', 'no-restricted-properties'],
    ['a clock in the engine', 'src/footprint/x.ts', 'export const now = new Date();\n', 'no-restricted-globals'],
    ['the environment in the engine', 'src/quantity/x.ts', 'export const { LANG } = process.env;\n', 'no-restricted-globals'],
    ['a locale in the engine', 'src/footprint/x.ts', "export const shown = (1).toLocaleString('de');\n", 'no-restricted-syntax'],
    ['printing', 'src/report/x.ts', "console.log('x');\n", 'no-console'],
    ['any', 'src/report/x.ts', 'export const x = (y: any): any => y;\n', '@typescript-eslint/no-explicit-any'],
  ])('refuses %s', async (_, filePath, code, rule) => {
    expect(await broken(filePath, code)).toContain(rule);
  });

  it.each([
    ['an import from a room below', 'src/footprint/x.ts', "import { readBom } from '../input/read-bom.js';\nreadBom('x');\n"],
    ['an import of node: where files are read', 'src/input/x.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n"],
    ['an exit in main', 'src/cli/main.ts', 'process.exitCode = 1;\n'],
  ])('allows %s', async (_, filePath, code) => {
    expect(await broken(filePath, code)).toEqual([]);
  });
});
