import fc from 'fast-check';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import { emptyFolder, ended, inventedFactors, start } from './run-tanji.js';

// How little of the two files a disk may have kept: test/batch/journal.test.ts. Here whole processes are killed.
const factors = inventedFactors();
const SEED = Date.now() % 1_000_000;

/** When to kill, as a share of a whole run, and how much of each file is then lost. */
const kill = fc.record({
  at: fc.double({ min: 0.25, max: 1, noNaN: true }),
  part: fc.oneof(fc.constant(1), fc.double({ min: 0.5, max: 1, noNaN: true })),
  journal: fc.oneof(fc.constant(1), fc.double({ min: 0.5, max: 1, noNaN: true })),
});

describe(`killed at random moments (seed ${String(SEED)})`, () => {
  it.each([
    ['in one thread', catalogue(6000), 14, ['--jobs', '1']],
    ['with two worker threads', catalogue(4600, true), 8, ['--jobs', '2']],
    ['looked through first', catalogue(1200), 12, ['--scattered', '--jobs', '1']],
  ] as const)('a run %s goes on to the same bytes', async (_, bill, rounds, options) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'bom.csv'), bill);
    const begin = (out: string) => start(['batch', 'bom.csv', '--factors', factors, '-o', out, '--quiet', '--resume', ...options], { cwd });
    const before = performance.now();
    expect(await ended(begin('whole'))).toBe(0);
    const duration = performance.now() - before;
    const whole = readFileSync(join(cwd, 'whole'));
    const sameAsWhole = (): boolean => readFileSync(join(cwd, 'out')).equals(whole);
    let unfinished = 0;
    for (const { at, part, journal } of fc.sample(kill, { seed: SEED, numRuns: rounds })) {
      const child = begin('out');
      const exit = ended(child);
      await pause(at * duration);
      child.kill('SIGKILL');
      await exit;
      if (existsSync(join(cwd, 'out'))) {
        expect(sameAsWhole()).toBe(true);
        rmSync(join(cwd, 'out'));
      }
      for (const [name, kept] of [['out.part', part], ['out.journal', journal]] as const) {
        if (existsSync(join(cwd, name))) truncateSync(join(cwd, name), Math.floor(statSync(join(cwd, name)).size * kept));
      }
      if (existsSync(join(cwd, 'out.part'))) unfinished += 1;
    }
    expect(await ended(begin('out'))).toBe(0);
    expect(sameAsWhole()).toBe(true);
    expect(['out.part', 'out.journal'].filter((name) => existsSync(join(cwd, name)))).toEqual([]);
    expect(unfinished).toBeGreaterThan(0);
  }, 240_000);
});
