import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, inventedFactors, tanji, type Run } from './run-tanji.js';

const BILL = 'item,quantity,unit,factor\nbody,1,kg,steel\n';
const factors = inventedFactors();

function calc(folder: string, ...more: string[]): Promise<Run> {
  return tanji(['calc', 'bom.csv', '--quiet', '--factors', factors, ...more], { cwd: folder });
}

function codeIn({ stderr }: Run): string | undefined {
  return /error\[([a-z-]+)\]/u.exec(stderr)?.[1];
}

describe('an output file', () => {
  it.each([
    ['a failed expectation', 'item,quantity,unit,factor,expect_kgco2e\nbody,1,kg,steel,3\n', 1],
    ['an unusable bill', 'item,quantity,unit,factor\nbody,one,kg,steel\n', 2],
  ])('is not written on %s, nor is an old one touched', async (_, bill, exit) => {
    const folder = folderWith({ 'bom.csv': bill, 'old.json': 'old' });
    utimesSync(join(folder, 'old.json'), 1_000_000_000, 1_000_000_000);
    expect(await calc(folder, '-o', 'old.json')).toMatchObject({ exit, stdout: '' });
    expect(await calc(folder, '-o', 'new.json')).toMatchObject({ exit, stdout: '' });
    expect(await calc(folder)).toMatchObject({ exit, stdout: '' });
    expect(readdirSync(folder).sort()).toEqual(['bom.csv', 'old.json']);
    expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('old');
    expect(statSync(join(folder, 'old.json')).mtimeMs).toBe(1_000_000_000_000);
  });

  it('replaces an old one whole', async () => {
    const folder = folderWith({ 'bom.csv': BILL, 'report.json': 'x'.repeat(100_000) });
    expect((await calc(folder, '-o', 'report.json')).exit).toBe(0);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe((await calc(folder)).stdout);
    expect(readdirSync(folder).sort()).toEqual(['bom.csv', 'report.json']);
  });

  it.each([
    ['in a folder that does not exist', join('missing', 'report.json')],
    ['below a file', join('bom.csv', 'report.json')],
    ['that is a folder', 'folder'],
  ])('%s is refused, and nothing is left behind', async (_, output) => {
    const folder = folderWith({ 'bom.csv': BILL });
    mkdirSync(join(folder, 'folder'));
    const run = await calc(folder, '-o', output);
    expect([run.exit, run.stdout, codeIn(run)]).toEqual([2, '', 'output-unwritable']);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['bom.csv', 'folder']);
  });

  it('never overwrites an input, by whatever name', async () => {
    const folder = folderWith({ 'bom.csv': BILL, 'product.json': '{}' });
    const names = ['bom.csv', join(folder, 'bom.csv'), join('..', folder.split(/[/\\]/u).at(-1) ?? '', 'bom.csv'), 'product.json'];
    if (platform() !== 'win32') {
      symlinkSync('bom.csv', join(folder, 'link.csv'));
      names.push('link.csv');
    }
    for (const name of names) {
      const run = await calc(folder, '--product', 'product.json', '-o', name);
      expect([run.exit, codeIn(run)], name).toEqual([2, 'output-is-input']);
    }
    expect(readFileSync(join(folder, 'bom.csv'), 'utf8')).toBe(BILL);
  });

  it.skipIf(platform() === 'win32')('is written through a symbolic link, and beside a hard one', async () => {
    const folder = folderWith({ 'bom.csv': BILL, 'real.json': 'old' });
    symlinkSync('real.json', join(folder, 'link.json'));
    linkSync(join(folder, 'real.json'), join(folder, 'hard.json'));
    expect((await calc(folder, '-o', 'link.json')).exit).toBe(0);
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe((await calc(folder)).stdout);
    expect(readFileSync(join(folder, 'hard.json'), 'utf8')).toBe('old');
  });

  it.runIf(platform() === 'linux')('on a full disk is refused: stdout, and a device stays a device', async () => {
    const folder = folderWith({ 'bom.csv': BILL });
    const toDevice = await calc(folder, '-o', '/dev/full');
    expect([toDevice.exit, codeIn(toDevice)]).toEqual([2, 'output-unwritable']);
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);

    const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
    const call = `"${process.execPath}" "${main}" calc bom.csv --quiet --factors "${factors}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', call], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    expect([status, /error\[([a-z-]+)\]/u.exec(stderr)?.[1]]).toEqual([2, 'output-unwritable']);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

});
