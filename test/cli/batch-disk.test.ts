import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { HEADER } from './catalogue.js';
import { emptyFolder, folderWith, inventedFactors, tanji } from './run-tanji.js';

const factors = inventedFactors();
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** 2500 products of one line: a megabyte of records, which are written in five pieces. */
const BILL = `${HEADER}\n${Array.from({ length: 2500 }, (_, product) => `p${String(product)},sheet,${String(product)},kg,steel\n`).join('')}`;
const cwd = folderWith({ 'bom.csv': BILL });
const options = ['--factors', factors, '--quiet', '--jobs', '1'];
const call = ['batch', 'bom.csv', ...options];

/** The exit code, and what stderr says: one finding, whose first line this is, and no stack trace. */
function told({ exit, stderr }: { readonly exit: number | null; readonly stderr: string }): [number | null, string] {
  expect(stderr.match(/^\w+\[/gmu)).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /mu);
  return [exit, stderr.split('\n')[0] ?? ''];
}

// A shell that limits how large files become is a POSIX one, and /dev/full is there on Linux alone.
describe.runIf(platform() === 'linux')('a file that may not grow', () => {
  /** In blocks of 512 bytes. */
  const limited = (blocks: number, command: string): { exit: number | null; stderr: string } => {
    const { status, stderr } = spawnSync('sh', ['-c', `ulimit -f ${String(blocks)}; exec ${command}`], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    return { exit: status, stderr };
  };
  const shellCall = `"${process.execPath}" "${main}" ${call.join(' ')}`;

  it('keeps what is done, and the run goes on to the same bytes', async () => {
    const { stdout } = await tanji(call, { cwd });
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(told(limited(1200, `${shellCall} -o out`))).toEqual([2, 'error[output-unwritable]: cannot write out: EFBIG (files may not become as large as that)']);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    // 600 kB hold two pieces of 256 kB: two lines, and the one that names the run.
    expect(readFileSync(join(cwd, 'out.journal'), 'utf8').match(/\n/gu)).toHaveLength(3);
    expect((await tanji([...call, '-o', 'out', '--resume'], { cwd })).exit).toBe(0);
    expect(readFileSync(join(cwd, 'out'), 'utf8') === stdout).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['bom.csv', 'out']);
  });

  it('behind stdout is told, also where its last piece went in by half', () => {
    expect(told(limited(1200, `${shellCall} > stdout.ndjson`))).toEqual([2, 'error[output-unwritable]: cannot write stdout: EFBIG (files may not become as large as that)']);
    writeFileSync(join(cwd, 'one.csv'), `${HEADER}\np,sheet,1,kg,steel\n`);
    // One record or report is one write, and more than a block.
    for (const command of ['batch', 'calc']) {
      const run = limited(command === 'batch' ? 0 : 1, `"${process.execPath}" "${main}" ${command} one.csv ${options.slice(0, 3).join(' ')} > one.json`);
      expect(told(run), command).toEqual([2, 'error[output-unwritable]: cannot write stdout: EFBIG (files may not become as large as that)']);
    }
  });

  it('is told at a full device', () => {
    const { status: exit, stderr } = spawnSync('sh', ['-c', `${shellCall} > /dev/full`], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    expect(told({ exit, stderr })).toEqual([2, 'error[output-unwritable]: cannot write stdout: ENOSPC (the disk is full)']);
  });
});

/** A disk of so many kilobytes; only root may have one, and only Linux makes it of memory by this call. */
function disk(size: number): string | undefined {
  if (platform() !== 'linux' || process.getuid?.() !== 0) return undefined;
  const place = join(emptyFolder(), 'disk');
  mkdirSync(place);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(size)}k`, 'none', place]).status === 0 ? place : undefined;
}

const place = disk(700);
afterAll(() => {
  if (place !== undefined) spawnSync('umount', [place]);
});

describe.skipIf(place === undefined)('a full disk', () => {
  it.each([
    ['records', 'out', []],
    ['a folder of reports', 'reports/', ['--full']],
  ])('takes no half of %s, and the run goes on when there is room', async (_, name, more) => {
    const disk = place ?? '';
    const path = name.replace('/', '');
    const run = [...call, ...more, '-o', join(disk, name)];
    const full = await tanji(run, { cwd });
    expect(told(full)).toEqual([2, `error[output-unwritable]: cannot write ${join(disk, path)}: ENOSPC (the disk is full)`]);
    expect(full.stdout).toBe('');
    expect(readdirSync(disk).sort()).toEqual([`${path}.journal`, `${path}.part`]);
    spawnSync('mount', ['-o', 'remount,size=64m', disk]);
    expect((await tanji([...run, '--resume'], { cwd })).exit).toBe(0);
    expect(readdirSync(disk)).toEqual([path]);
    const { stdout } = await tanji([...call, ...more], { cwd });
    const written = more.length === 0
      ? readFileSync(join(disk, name), 'utf8')
      : Array.from({ length: 2500 }, (_product, product) => readFileSync(join(disk, path, `p${String(product)}.json`), 'utf8')).join('');
    expect(written === stdout).toBe(true);
    spawnSync('rm', ['-r', join(disk, path)]);
    spawnSync('mount', ['-o', 'remount,size=700k', disk]);
  });
});
