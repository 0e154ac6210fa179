import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import { emptyFolder, ended, folderWith, inventedFactors, start, tanji } from './run-tanji.js';

const factors = inventedFactors();
const source = folderWith({ 'bom.csv': catalogue(4000, true) });
const call = (...more: string[]): string[] => ['batch', join(source, 'bom.csv'), '--factors', factors, '--quiet', '--jobs', '1', ...more];

let whole = '';
let duration = 0;

beforeAll(async () => {
  const before = performance.now();
  const { exit, stdout } = await tanji(call());
  duration = performance.now() - before;
  expect(exit).toBe(0);
  expect(stdout.match(/\n/gu)).toHaveLength(4000);
  whole = stdout;
});

describe('a reader that has seen enough', () => {
  it.each([
    ['of the records', []],
    ['of the table', ['--summary']],
  ])('%s ends the run quietly', async (_, more) => {
    const child = start(call(...more));
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => { stderr += chunk.toString('utf8'); });
    child.stdout?.once('data', () => { child.stdout?.destroy(); });
    expect(await ended(child)).toBe(0);
    expect(stderr).toBe('');
  });

  it('of the table beside a file has the file whole', async () => {
    const cwd = emptyFolder();
    const child = start(call('--summary', '-o', 'out'), { cwd });
    child.stdout?.once('data', () => { child.stdout?.destroy(); });
    expect(await ended(child)).toBe(0);
    expect(readFileSync(join(cwd, 'out'), 'utf8') === whole).toBe(true);
    expect(readdirSync(cwd)).toEqual(['out']);
  });
});

// Windows has no signals: there a terminated process ends at once.
describe.skipIf(platform() === 'win32')('an interrupt', () => {
  it('leaves .part and .journal, and the run goes on to the same bytes', async () => {
    const cwd = emptyFolder();
    const outcomes: string[] = [];
    for (const share of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const child = start(call('-o', 'out', '--resume'), { cwd });
      const exit = ended(child);
      await pause(share * duration);
      child.kill('SIGINT');
      outcomes.push([String(await exit), ...readdirSync(cwd).sort()].join(' '));
      if (existsSync(join(cwd, 'out'))) break;
    }
    // 0: the key was pressed when all was written. Null: Node itself was still starting, with what was there before.
    for (const outcome of outcomes) expect(outcome).toMatch(/^(?:130|null)(?: out\.journal out\.part)?$|^0 out$/u);
    expect(outcomes).toContain('130 out.journal out.part');
    if (!existsSync(join(cwd, 'out'))) expect((await tanji(call('-o', 'out', '--resume'), { cwd })).exit).toBe(0);
    expect(readFileSync(join(cwd, 'out'), 'utf8') === whole).toBe(true);
  });

  it('leaves no half line on stdout, however slow its reader is', async () => {
    for (const wait of [0, 1, 5, 20, 80]) {
      const child = start(call());
      const exit = ended(child);
      let seen = '';
      child.stdout?.setEncoding('utf8');
      // It listens all the while: once the child has ended Node lets the stream flow, to whoever listens.
      child.stdout?.on('data', (text: string) => { seen += text; });
      child.stdout?.once('data', () => {
        child.stdout?.pause();
        void pause(wait).then(async () => {
          child.kill('SIGINT');
          await pause(100);
          child.stdout?.resume();
        });
      });
      expect(await exit).toBe(130);
      expect(seen.endsWith('}\n')).toBe(true);
      expect(whole.startsWith(seen)).toBe(true);
      expect(seen.length).toBeLessThan(whole.length);
    }
  });

  it('a second time does not wait for a reader that has stopped', async () => {
    const child = start(call());
    child.stdout?.once('data', () => {
      child.stdout?.pause();
      void pause(100).then(async () => {
        child.kill('SIGINT');
        await pause(100);
        child.kill('SIGINT');
      });
    });
    const code = await new Promise((resolve) => { child.on('exit', resolve); });
    expect(code).toBe(130);
    child.stdout?.destroy();
  });

  it('while reports go into a folder leaves nothing beside .part and .journal', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'bom.csv'), catalogue(400));
    const child = start(['batch', 'bom.csv', '--factors', factors, '--quiet', '--full', '-o', 'reports/'], { cwd });
    const exit = ended(child);
    // The folder aside, with the first of its files.
    while (child.exitCode === null && !readdirSync(cwd).some((name) => name.startsWith('.reports'))) await pause(1);
    child.kill('SIGINT');
    expect(await exit).toBe(130);
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'reports.journal', 'reports.part']);
    expect((await tanji(['batch', 'bom.csv', '--factors', factors, '--quiet', '--full', '-o', 'reports/', '--resume'], { cwd })).exit).toBe(0);
    expect(readdirSync(join(cwd, 'reports'))).toHaveLength(400);
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'reports']);
  });
});
