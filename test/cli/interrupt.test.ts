import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, ended, folderWith, inventedFactors, longBill, start, tanji } from './run-tanji.js';

/** Long enough that a run takes several times as long as Node's start. */
const LINES = 30_000;
const ROUNDS = 20;

const factors = inventedFactors();
const source = folderWith({ 'bom.csv': longBill(LINES) });
const call = (...more: string[]): string[] => ['calc', join(source, 'bom.csv'), '--quiet', '--factors', factors, ...more];

let whole = '';
let duration = 0;

beforeAll(async () => {
  const before = performance.now();
  const { exit, stdout } = await tanji(call());
  duration = performance.now() - before;
  whole = stdout;
  expect(exit).toBe(0);
});

describe('a long run', () => {
  it('ends quietly when its reader has seen enough', async () => {
    const child = start(call());
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => { stderr += chunk.toString('utf8'); });
    child.stdout?.once('data', () => { child.stdout?.destroy(); });
    expect(await ended(child)).toBe(0);
    expect(stderr).toBe('');
  });

  // Windows has no signals: there a terminated process ends at once.
  it.skipIf(platform() === 'win32')('interrupted ends with 130 and has written nothing', async () => {
    const codes: (number | null)[] = [];
    for (const share of [0.3, 0.45, 0.6, 0.75, 0.9, 0.95, 1]) {
      const folder = folderWith({ 'old.json': 'old' });
      const child = start(call('-o', join(folder, 'old.json')));
      const exit = ended(child);
      await pause(share * duration);
      child.kill('SIGINT');
      const code = await exit;
      codes.push(code);
      const text = readFileSync(join(folder, 'old.json'), 'utf8');
      const now = text === whole ? 'whole' : text;
      // 0: the key was pressed when all was written. Null: Node itself was still starting, or already closing.
      expect([[130, 'old'], [0, 'whole'], [null, 'old'], [null, 'whole']]).toContainEqual([code, now.slice(0, 20)]);
      expect(readdirSync(folder)).toEqual(['old.json']);
    }
    expect(codes).toContain(130);
  });

  it('killed at any moment leaves the old file or the new one, never a part of it', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = emptyFolder();
      const output = join(folder, 'report.json');
      const old = round % 2 === 0;
      if (old) writeFileSync(output, 'old');
      const child = start(call('-o', output));
      const exit = ended(child);
      // Most of the rounds around the end, where the file is written.
      await pause(duration * (round < 4 ? (round + 1) / 5 : 0.8 + 0.3 * ((round - 4) / 16)));
      child.kill('SIGKILL');
      await exit;
      const text = existsSync(output) ? readFileSync(output, 'utf8') : 'none';
      const now = text === whole ? 'whole' : text;
      expect([old ? 'old' : 'none', 'whole']).toContain(now.slice(0, 20));
      outcomes.add(now);
      // A killed process cannot tidy up: the file it was writing aside may stay, under a name of its own.
      for (const name of readdirSync(folder)) expect(name).toMatch(/^report\.json$|^\.report\.json\.\d+\.part$/u);
    }
    expect(outcomes.size).toBeGreaterThan(1);
  });
});
