import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { MOST_BYTES, readSource } from '../../src/input/read-source.js';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tanji-source-')); });
afterAll(async () => { await rm(folder, { recursive: true }); });

async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

describe('readSource', () => {
  it('reads a file under its name alone', async () => {
    const bytes = Buffer.alloc(3 << 20, 'ab');
    await writeFile(join(folder, '物料 清单.csv'), bytes);
    const read = await readSource(join(folder, '物料 清单.csv'), new Findings());
    expect(read?.name).toBe('物料 清单.csv');
    expect(Buffer.compare(read?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
  });

  it('reads stdin for -', async () => {
    const read = await readSource('-', new Findings(), pieces(Buffer.from('a,'), Buffer.from('b')));
    expect(read?.name).toBe('stdin');
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('a,b');
  });

  it.each([
    ['no-such.csv', 'file-not-found'],
    [join('no-such-folder', 'a.csv'), 'file-not-found'],
    ['.', 'file-unreadable'],
    ['a\0b', 'file-unreadable'],
    ['empty.csv', 'file-empty'],
  ])('tells that %j cannot be read: %s', async (path, code) => {
    await writeFile(join(folder, 'empty.csv'), '');
    const findings = new Findings();
    const whole = path === '.' ? folder : `${folder}/${path}`;
    expect(await readSource(whole, findings)).toBeUndefined();
    expect(findings.all()).toMatchObject([{ code, args: { file: whole }, spot: { line: 0, column: 0 } }]);
    expect(findings.all()[0]?.spot?.input).not.toContain(folder);
  });

  it('stops at an input that is too large', async () => {
    const piece = Buffer.alloc(1 << 20);
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += piece.length;
        yield await Promise.resolve(piece);
      }
    }
    const findings = new Findings();
    expect(await readSource('-', findings, endless())).toBeUndefined();
    expect(findings.all()).toMatchObject([{ code: 'file-too-large', args: { limit: '512 MB' } }]);
    expect(given).toBeLessThanOrEqual(MOST_BYTES + piece.length);
  });
});
