import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { catalogue, HEADER } from './catalogue.js';
import { ended, folderWith, inventedFactors, start, tanji, type Run } from './run-tanji.js';

const factors = inventedFactors();
const SMALL = `${HEADER}\nx,sheet,1,kg,steel\n`;

const batch = (cwd: string, ...args: string[]): Promise<Run> => tanji(['batch', ...args, '--factors', factors, '--quiet'], { cwd });

function codeIn({ stderr }: Run): string | undefined {
  expect(stderr).not.toMatch(/^\s+at /mu);
  return /error\[([a-z-]+)\]/u.exec(stderr)?.[1];
}

/** A bill whose product so far down has a quotation mark that nothing closes. */
function broken(products: number, at: number): string {
  return catalogue(products).replace(`product-${String(at)},"sheet, no 7"`, `product-${String(at)},"sheet, no 7`);
}

describe('a bill among others that cannot be read', () => {
  it.each([
    ['is missing', 'none.csv', 'file-not-found'],
    ['is a folder', 'folder', 'file-unreadable'],
    ['is below a file', join('a.csv', 'b.csv'), 'file-not-found'],
    ['is empty', 'empty.csv', 'file-empty'],
  ])('%s: nothing is begun', async (_, second, code) => {
    const cwd = folderWith({ 'a.csv': SMALL, 'empty.csv': '' });
    mkdirSync(join(cwd, 'folder'));
    for (const output of [[], ['-o', 'out']]) {
      const run = await batch(cwd, 'a.csv', second, ...output);
      expect([run.exit, run.stdout, codeIn(run)]).toEqual([2, '', code]);
    }
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'empty.csv', 'folder']);
  });

  it.each([
    ['in a small bill', broken(50, 20)],
    ['in one that is read in ranges', broken(2000, 1900)],
  ])('has a quotation mark that nothing closes, %s: the records before it stay for who needs them', async (_, second) => {
    const cwd = folderWith({ 'a.csv': SMALL, 'b.csv': second, 'c.csv': SMALL.replace('x', 'z') });
    const run = await batch(cwd, 'a.csv', 'b.csv', 'c.csv', '-o', 'out');
    expect([run.exit, run.stdout, codeIn(run)]).toEqual([2, '', 'table-quote']);
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'b.csv', 'c.csv', 'out.journal', 'out.part']);
    // 1 kg × 2.
    expect(JSON.parse(readFileSync(join(cwd, 'out.part'), 'utf8'))).toMatchObject({ product: 'x', total: '2' });
    expect(codeIn(await batch(cwd, 'a.csv', 'b.csv', 'c.csv', '-o', 'out', '--resume'))).toBe('table-quote');
    appendFileSync(join(cwd, 'b.csv'), '"\n');
    expect(codeIn(await batch(cwd, 'a.csv', 'b.csv', 'c.csv', '-o', 'out', '--resume'))).toBe('journal-other');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('has a product of one before it: refused, also by a run that goes on', async () => {
    const cwd = folderWith({ 'a.csv': SMALL, 'b.csv': `${HEADER}\ny,sheet,1,kg,steel\nx,sheet,2,kg,steel\n` });
    for (const more of [[], ['--resume'], ['--resume']]) {
      const run = await batch(cwd, 'a.csv', 'b.csv', '-o', 'out', ...more);
      expect([run.exit, codeIn(run)]).toEqual([2, 'batch-doubled']);
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('a bill that changes while it is read', () => {
  async function begun(cwd: string, ...args: string[]): Promise<Run> {
    const child = start(['batch', 'a.csv', ...args, '--factors', factors, '--quiet', '--scattered', '-o', 'out'], { cwd });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => { stderr += chunk.toString('utf8'); });
    const exit = ended(child);
    while (child.exitCode === null && !existsSync(join(cwd, 'out.journal'))) await pause(1);
    if (args.length === 0) appendFileSync(join(cwd, 'a.csv'), 'late,sheet,1,kg,steel\n');
    else rmSync(join(cwd, 'b.csv'));
    return { exit: await exit, stdout: '', stderr };
  }

  it('ends the run, and nothing is left: its records are of two bills', async () => {
    const cwd = folderWith({ 'a.csv': catalogue(2000) });
    const run = await begun(cwd);
    expect([run.exit, codeIn(run)]).toEqual([2, 'bill-changed']);
    expect(readdirSync(cwd)).toEqual(['a.csv']);
  });

  // Windows removes no file that is in use, and waits for nobody.
  it.skipIf(platform() === 'win32')('or goes ends it as if it had not been there', async () => {
    const cwd = folderWith({ 'a.csv': catalogue(2000), 'b.csv': SMALL });
    const run = await begun(cwd, 'b.csv');
    expect([run.exit, codeIn(run)]).toEqual([2, 'file-not-found']);
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'out.journal', 'out.part']);
  });
});

describe('an output', () => {
  it('that would write over a bill by its .part or .journal is refused', async () => {
    for (const name of ['out.part', 'out.journal', 'out']) {
      const cwd = folderWith({ [name]: SMALL });
      expect(codeIn(await batch(cwd, name, '-o', 'out'))).toBe('output-is-input');
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(SMALL);
    }
  });

  it('that is no place for a file is refused in words', async () => {
    const cwd = folderWith({ 'a.csv': SMALL });
    mkdirSync(join(cwd, 'folder'));
    const places = [join('a.csv', 'out'), join('none', 'out'), 'folder', `none/`, 'x'.repeat(5000)];
    if (platform() !== 'win32') {
      symlinkSync('loop', join(cwd, 'loop'));
      places.push(join('loop', 'out'), '/dev/null');
    }
    for (const place of places) {
      const run = await batch(cwd, 'a.csv', '-o', place);
      expect([run.exit, run.stdout, codeIn(run)], place.slice(0, 20)).toEqual([2, '', 'output-unwritable']);
    }
    expect(readdirSync(cwd).filter((name) => name !== 'loop').sort()).toEqual(['a.csv', 'folder']);
  });
});
