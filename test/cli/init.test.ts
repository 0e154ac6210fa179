import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../../src/sectors/open-sector.js';
import type { FootprintReport } from '../../src/report/report.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'tanji-test-'));

function tanji(cwd: string, ...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, ...words], { cwd, encoding: 'utf8' });
}

describe.each(SECTORS)('init %s', (sector) => {
  it.each(['en', 'zh'])('writes a starter in %s that computes at once', (language) => {
    const home = newFolder();
    const made = tanji(home, 'init', sector, 'mine', '--lang', language);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(home, 'mine')).sort()).toEqual(['bom.csv', 'mapping.csv', 'product.json']);

    // The command it tells is the one that works.
    const told = /tanji (calc .*)$/mu.exec(made.stdout)?.[1]?.split(' ') ?? [];
    const computed = tanji(home, ...told, '--lang', 'en');
    expect(computed.stderr).not.toContain('error[');
    expect(computed.status).toBe(0);
    const report = JSON.parse(readFileSync(join(home, 'mine', 'report.json'), 'utf8')) as FootprintReport;
    expect(tanji(home, 'validate', join('mine', 'report.json')).status).toBe(0);

    // Every line says something, the mapped one too, and the model has made some.
    const { contributions } = report.inventory;
    expect(contributions.filter(({ kgco2e }) => kgco2e === '0')).toEqual([]);
    expect(contributions.some(({ mapped }) => mapped !== undefined)).toBe(true);
    expect(contributions.some(({ derived }) => derived !== undefined)).toBe(true);
    expect(report.model?.sector).toBe(sector);
    expect(report.product.names.en).toContain('illustration');
    const product = readFileSync(join(home, 'mine', 'product.json'), 'utf8');
    expect(product).toContain('$comment');
    expect(/[\u4e00-\u9fff]/u.test(readFileSync(join(home, 'mine', 'bom.csv'), 'utf8'))).toBe(language === 'zh');
  });
});

it('takes the name of the sector for a folder, and never writes over what is there', () => {
  const home = newFolder();
  expect(tanji(home, 'init', 'tea').status).toBe(0);
  writeFileSync(join(home, 'tea', 'bom.csv'), 'mine');
  const again = tanji(home, 'init', 'tea', '--lang', 'en');
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('error[output-not-empty]');
  expect(readFileSync(join(home, 'tea', 'bom.csv'), 'utf8')).toBe('mine');
});

it('knows its sectors', () => {
  const home = newFolder();
  const made = tanji(home, 'init', 'steel', '--lang', 'en');
  expect(made.status).toBe(2);
  expect(made.stderr).toContain('textile, battery, elevator, tea, service');
  expect(readdirSync(home)).toEqual([]);
});
