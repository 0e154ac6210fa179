import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DENIABLE_CODES } from '../../src/cli/deniable-codes.js';
import { codes, type Code } from '../../src/diagnostics/codes.js';
import { caseNames } from '../support/error-case.mjs';
import { folderWith, inventedFactors, tanji } from './run-tanji.js';

const folder = folderWith({ 'bom.csv': 'item,quantity,unit,factor\nbody,1,kg,steel\n' });
const call = ['calc', 'bom.csv', '--factors', inventedFactors()];

describe('calc --deny', () => {
  it('makes a warning an error: exit code 1, no report', async () => {
    const allowed = await tanji(call, { cwd: folder });
    expect([allowed.exit, allowed.stderr.includes('warning[product-undeclared]')]).toEqual([0, true]);

    const denied = await tanji([...call, '-o', 'report.json', '--quiet', '--deny', 'product-undeclared'], { cwd: folder });
    expect([denied.exit, denied.stdout]).toEqual([1, '']);
    expect(denied.stderr).toContain('error[product-undeclared]');
    expect(existsSync(join(folder, 'report.json'))).toBe(false);
  });

  it('takes several, and changes nothing in the report where none of them comes up', async () => {
    const plain = await tanji(call, { cwd: folder });
    const checked = await tanji([...call, '--deny', 'gwp-mixed', 'factor-old', '--deny', 'factor-expired'], { cwd: folder });
    expect(checked).toEqual(plain);
    expect((await tanji([...call, '--deny', 'gwp-mixed', 'product-undeclared'], { cwd: folder })).exit).toBe(1);
  });

  it.each(['gwp-mixd', 'factor-stale', 'cell-missing', '__proto__'])('refuses %s, which calc never warns of, and names what it takes', async (code) => {
    const { exit, stdout, stderr } = await tanji([...call, '--deny', code], { cwd: folder });
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(code);
    expect(stderr).toContain('factor-direct-grid');
  });

  it('takes every warning that calc gives in the corpus of errors, and no other', () => {
    const corpus = join(import.meta.dirname, '..', 'errors');
    const told = new Set<string>();
    for (const name of caseNames()) {
      const { args } = JSON.parse(readFileSync(join(corpus, name, 'case.json'), 'utf8')) as { args: string[] };
      if (args[0] !== 'calc') continue;
      for (const [, code = ''] of readFileSync(join(corpus, name, 'expected.en.txt'), 'utf8').matchAll(/^\w+\[([a-z-]+)\]/gmu)) {
        if (codes[code as Code].severity === 'warning') told.add(code);
      }
    }
    expect([...told].sort()).toEqual([...DENIABLE_CODES].sort());
  });
});
