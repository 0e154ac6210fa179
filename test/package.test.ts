import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from './cli/run-tanji.js';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed = { filename: '', files: [] };
let user = '';

/** npm by way of Node: its shim differs between systems. */
function npm(cwd: string, ...args: string[]): string {
  const { npm_execpath: path } = process.env;
  const options = { cwd, encoding: 'utf8' as const, stdio: 'pipe' as const };
  if (path !== undefined && path.includes('npm')) return execFileSync(process.execPath, [path, ...args], options);
  return execFileSync('npm', args, { ...options, shell: platform() === 'win32' });
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: user, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  // A product that one factor of the bundled electricity makes up: known without a product file.
  user = folderWith({
    'package.json': '{"name":"user","private":true}',
    'bom.csv': 'item,quantity,unit,factor\nelectricity,2,kWh,electricity-footprint-cn-2024\n',
  });
  const folder = folderWith({});
  // Without scripts: what is packed is what stands in dist/, built before the tests.
  [packed = packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as Packed[];
  npm(user, 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed.filename));
});

describe('the package', () => {
  it('holds what runs and what a reader needs, and no more', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const needed of [
      'package.json', 'README.md', 'LICENSE', 'dist/main.js', 'dist/index.js', 'dist/index.d.ts', 'dist/THIRD-PARTY.txt',
      'schemas/product.schema.json', 'schemas/footprint-report.schema.json', 'schemas/datapackage.schema.json', 'schemas/sector-rule.schema.json', 'rules/textile.json', 'starters/tea/zh/product.json',
      'factors/electricity/factors.csv', 'factors/electricity/datapackage.json', 'examples/t-shirt/bom.csv',
    ]) expect(paths).toContain(needed);
    const rooms = new Set(paths.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...rooms].filter((room) => !['dist', 'factors', 'rules', 'schemas', 'starters', 'examples', 'docs'].includes(room ?? ''))).toEqual([]);
    expect(paths.filter((path) => /\.test\.|\.map$|(?<!\.d)\.ts$|node_modules/u.test(path))).toEqual([]);
  });

  it('asks for no other package', () => {
    const modules = join(user, 'node_modules');
    expect(existsSync(join(modules, 'tanji'))).toBe(true);
    for (const bundled of ['chalk', 'commander', 'csv-parse', 'decimal.js', 'ajv']) {
      expect(existsSync(join(modules, bundled)), bundled).toBe(false);
    }
  });

  it('calculates with bundled factors, by file and by the command npm puts on the path', () => {
    const main = join('node_modules', 'tanji', 'dist', 'main.js');
    const report = node(main, 'calc', 'bom.csv', '--quiet');
    // 2 kWh × 0.5777 kgCO2e/kWh: national average 2024, in factors/electricity/factors.csv
    expect((JSON.parse(report) as { result: { total: string } }).result.total).toBe('1.1554');
    const shim = join(user, 'node_modules', '.bin', platform() === 'win32' ? 'tanji.cmd' : 'tanji');
    expect(execFileSync(shim, ['calc', 'bom.csv', '--quiet'], { cwd: user, encoding: 'utf8', shell: platform() === 'win32' })).toBe(report);
    expect(node(main, '--version').trim()).toMatch(/^\d+\.\d+\.\d+/u);
  });

  it('is a library, with schemas that other programs can resolve', () => {
    writeFileSync(join(user, 'use.mjs'), `
      import { readFileSync } from 'node:fs';
      import { fileURLToPath } from 'node:url';
      import * as tanji from 'tanji';
      const schema = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('tanji/schemas/product.schema.json')), 'utf8'));
      console.log(JSON.stringify({ names: Object.keys(tanji), title: schema.title }));
    `);
    const { names, title } = JSON.parse(node('use.mjs')) as { names: string[]; title: string };
    expect(names).toContain('makeReport');
    expect(title).toContain('Product declaration');
  });

  it('runs from a folder whose name holds blanks and Chinese', () => {
    const folder = join(user, '我的 产品');
    mkdirSync(folder);
    writeFileSync(join(folder, '清单.csv'), '名称,数量,单位,因子\n用电,1,kWh,electricity-footprint-cn-2024\n');
    const report = node(join('node_modules', 'tanji', 'dist', 'main.js'), 'calc', join(folder, '清单.csv'), '--quiet');
    expect(report).toContain('"name":"清单.csv"');
    expect(report).not.toContain('我的');
  });
});
