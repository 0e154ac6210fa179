import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDataset } from '../support/dataset.js';
import { catalogue, HEADER } from './catalogue.js';
import { tanji } from './run-tanji.js';

const set = writeDataset('plain', [{ id: 'steel', kgco2e: '2' }, { id: 'power', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing' }]);

function folder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(tmpdir(), 'tanji-batch-test-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

const run = (cwd: string, ...args: string[]) => tanji([...args, '--quiet'], { cwd });
const batch = (cwd: string, ...args: string[]) => run(cwd, 'batch', ...args, '--factors', set);

describe('records', () => {
  it('tells each product in the order in which it first appears', async () => {
    // a: 1 kg × 2 + 3 kWh × 0.5 = 3.5; b: 2 kg × 2 = 4, twice as a part of c: 8.
    const cwd = folder({ 'bom.csv': `${HEADER}\na,sheet,1,kg,steel\nc,part,2,piece,bom:b\nb,sheet,2,kg,steel\na,current,3,kWh,power\n` });
    const { exit, stdout } = await batch(cwd, 'bom.csv');
    const told = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { product: string; total: string });
    expect(told.map(({ product, total }) => `${product} ${total}`)).toEqual(['a 3.5', 'c 8', 'b 4']);
    expect(exit).toBe(0);
  });

  it('gives a bad product an error record and ends with 1; --strict stops and writes nothing', async () => {
    const cwd = folder({ 'bom.csv': `${HEADER}\na,sheet,1,kg,steel\nb,sheet,x,kg,steel\nc,sheet,1,kg,steel\n` });
    const { exit } = await batch(cwd, 'bom.csv', '-o', 'out.ndjson');
    expect(exit).toBe(1);
    const told = readFileSync(join(cwd, 'out.ndjson'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { product: string; exit: number; findings: unknown });
    expect(told.map(({ product, exit: own }) => `${product} ${String(own)}`)).toEqual(['a 0', 'b 2', 'c 0']);
    expect(told[1]?.findings).toEqual([{ args: { column: 'quantity', text: 'x' }, code: 'number-invalid', column: 3, input: 'bom.csv', line: 3, severity: 'error' }]);
    expect((await batch(cwd, 'bom.csv', '--strict', '-o', 'strict.ndjson')).exit).toBe(1);
    expect(['strict.ndjson', 'strict.ndjson.part', 'strict.ndjson.journal'].filter((name) => existsSync(join(cwd, name)))).toEqual([]);
  });

  it('reads stdin, several files and a file a product', async () => {
    const cwd = folder({ 'one.csv': 'item,quantity,unit,factor\nsheet,1,kg,steel\n', 'two.csv': `${HEADER}\nx,sheet,2,kg,steel\n` });
    const { stdout } = await batch(cwd, 'one.csv', 'two.csv');
    expect([...stdout.matchAll(/"product":"(\w+)"/gu)].map(([, id]) => id)).toEqual(['one', 'x']);
    const piped = await tanji(['batch', '-', '--factors', set, '--quiet'], { cwd, stdin: `${HEADER}\ny,sheet,2,kg,steel\n` });
    expect(piped.stdout).toContain('"product":"y"');
  });

  it('takes units and names from a table of products', async () => {
    // 3 kg × 2 kg/kg for one declared unit, which the table makes 0.5 kg of the product.
    const cwd = folder({ 'bom.csv': `${HEADER}\na,sheet,3,kg,steel\n`, 'products.csv': 'product,name,unit_kind,unit_amount,unit,boundary\na,Alpha,declared,0.5,kg,cradle-to-gate\n' });
    const { stdout } = await batch(cwd, 'bom.csv', '--products', 'products.csv');
    expect(JSON.parse(stdout)).toMatchObject({ product: 'a', total: '6', unit: { amount: '0.5', kind: 'declared', unit: 'kg' } });
    const full = await batch(cwd, 'bom.csv', '--products', 'products.csv', '--full');
    expect(JSON.parse(full.stdout)).toMatchObject({ product: { id: 'a', names: { en: 'Alpha' } }, boundary: { stages: ['raw_materials', 'manufacturing'] } });
  });

  it('takes units and names from columns of the bill, as calc does', async () => {
    const header = `${HEADER},产品名称,product_unit_kind,product_unit_amount,product_unit,product_boundary`;
    const cwd = folder({ 'bom.csv': `${header}\na,part,2,kg,bom:b,灯,declared,1,piece,cradle-to-gate\nb,sheet,3,kg,steel,铸件,declared,0.5,kg,cradle-to-gate\na,sheet,1,kg,steel,灯笼,,,,\nc,sheet,1,kg,steel,,,,,\n` });
    const told = (text: string) => text.trimEnd().split('\n').map((line) => JSON.parse(line) as { product: string; exit: number; total?: string; findings: unknown });
    const { exit, stdout } = await batch(cwd, 'bom.csv');
    expect(exit).toBe(1);
    // b: 3 kg × 2; c: 1 kg × 2, and nobody declares it.
    expect(told(stdout)).toMatchObject([
      { product: 'a', exit: 2, findings: [{ code: 'product-cell-differs', line: 4, column: 6, args: { text: '灯笼', other: '灯', place: 'bom.csv:2:6' } }] },
      { product: 'b', total: '6', unit: { amount: '0.5', unit: 'kg' }, findings: [] },
      { product: 'c', total: '2', findings: [{ code: 'product-undeclared' }] },
    ]);
    const sound = readFileSync(join(cwd, 'bom.csv'), 'utf8').replace('灯笼', '灯');
    writeFileSync(join(cwd, 'bom.csv'), sound);
    // a: 2 kg ÷ 0.5 kg × 6 = 24, and 1 kg × 2.
    expect(told((await batch(cwd, 'bom.csv')).stdout)[0]).toMatchObject({ product: 'a', total: '26' });
    const full = await batch(cwd, 'bom.csv', '--full');
    const reports = await Promise.all(['a', 'b', 'c'].map((root) => run(cwd, 'calc', 'bom.csv', '--root', root, '--factors', set)));
    expect(full.stdout).toBe(reports.map((report) => report.stdout).join(''));
  });

  it('reads a bill in GB18030 from its header on', async () => {
    // 产品,名称,数量,单位,因子 / 杯,瓷土,3,kg,steel
    const cwd = folder({});
    writeFileSync(join(cwd, 'bom.csv'), Buffer.from('b2fac6b72cc3fbb3c62ccafdc1bf2cb5a5cebb2cd2f2d7d30ab1ad2cb4c9cdc12c332c6b672c737465656c0a', 'hex'));
    // 3 kg × 2.
    expect(JSON.parse((await batch(cwd, 'bom.csv')).stdout)).toMatchObject({ product: '杯', total: '6', largest: [{ item: '瓷土' }] });
  });

  it('takes a sub-product per the unit of its row in a table, and not where it has another in the template', async () => {
    const template = { id: 'all', names: { en: 'all' }, unit: { kind: 'declared', amount: '1', unit: 'piece' }, boundary: { type: 'cradle-to-gate' } };
    const cwd = folder({
      'bom.csv': `${HEADER}\na,part,2,kg,bom:b\nb,sheet,3,kg,steel\n`, 'products.csv': 'product,unit_amount,unit\na,,\nb,0.5,kg\n',
      'all.json': JSON.stringify(template), 'odd.json': JSON.stringify({ ...template, sub_products: [{ id: 'b', unit: { amount: '1', unit: 'kg' } }] }),
    });
    const lines = async (product: string) => (await batch(cwd, 'bom.csv', '--products', 'products.csv', '--product', product)).stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    // 2 kg ÷ 0.5 kg × 3 kg × 2.
    expect(await lines('all.json')).toMatchObject([{ product: 'a', total: '24' }, { product: 'b', total: '6' }]);
    expect(await lines('odd.json')).toMatchObject([
      { product: 'a', exit: 2, findings: [{ code: 'product-cell-differs', input: 'products.csv', line: 3, column: 3, args: { text: '0.5 kg', other: '1 kg' } }] },
      { product: 'b', total: '6' },
    ]);
  });

  it('takes a large bill that declares its products in ranges and by looking through it', async () => {
    const units = ['0.5,kg', '1,piece'];
    const text = catalogue(700).replace(HEADER, `${HEADER},product_name,product_unit_kind,product_unit_amount,product_unit,product_boundary`)
      .replace(/^product-(\d+),.*$/gmu, (line: string, id: string) => `${line},Sheet ${id},declared,${units[Number(id) % 2] ?? ''},cradle-to-gate`);
    expect(text.length).toBeGreaterThan(1 << 20);
    const cwd = folder({ 'bom.csv': text });
    for (const [out, ...options] of [['ranges'], ['index', '--scattered']]) expect((await batch(cwd, 'bom.csv', '-o', out ?? '', ...options)).exit).toBe(0);
    const ranges = readFileSync(join(cwd, 'ranges'), 'utf8');
    // As worked out below.
    expect(JSON.parse(ranges.split('\n')[2] ?? '')).toMatchObject({ product: 'product-2', total: '985', unit: { amount: '0.5', unit: 'kg' }, findings: [] });
    expect(readFileSync(join(cwd, 'index'), 'utf8')).toBe(ranges);
  });

  it('gives the same bytes with one thread and with two, scattered or not', async () => {
    const cwd = folder({ 'bom.csv': catalogue(5000, true) });
    for (const [out, ...options] of [['one', '--jobs', '1'], ['two', '--jobs', '2'], ['index', '--scattered']]) {
      expect((await batch(cwd, 'bom.csv', '-o', out ?? '', ...options)).exit).toBe(0);
    }
    const one = readFileSync(join(cwd, 'one'));
    // In MJ: 780 + 205 × 5 / 18, to fifty digits.
    const totals = one.toString('utf8').trimEnd().split('\n').map((line) => (JSON.parse(line) as { total: string }).total);
    expect(totals.slice(0, 9)).toEqual([`836.9${'4'.repeat(46)}`, ...Array<string>(7).fill('985'), `836.9${'4'.repeat(46)}`]);
    expect(totals).toHaveLength(5000);
    expect(one.equals(readFileSync(join(cwd, 'two')))).toBe(true);
    expect(one.equals(readFileSync(join(cwd, 'index')))).toBe(true);
  }, 120_000);
});

describe('journal', () => {
  it('refuses to write over an unfinished run, or to go on with another', async () => {
    const bom = `${HEADER}\na,sheet,1,kg,steel\n`;
    const cwd = folder({ 'bom.csv': bom, 'out.part': '', 'out.journal': '{"schema":"tanji/batch-journal/1","identity":"other"}\n' });
    expect(await batch(cwd, 'bom.csv', '-o', 'out')).toMatchObject({ exit: 2, stderr: expect.stringContaining('error[journal-standing]') as string });
    expect(await batch(cwd, 'bom.csv', '-o', 'out', '--resume')).toMatchObject({ exit: 2, stderr: expect.stringContaining('error[journal-other]') as string });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('begins anew where there is nothing to go on with', async () => {
    const cwd = folder({
      'bom.csv': `${HEADER}\na,sheet,1,kg,steel\n`, 'torn.part': 'no', 'torn.journal': 'no\n{}\n', 'placed.journal': '{}\n', 'bare.part': '{"prod',
    });
    // A run that was killed when its output stood in its place has left its journal alone.
    for (const [out, ...more] of [['torn', '--resume'], ['placed'], ['bare'], ['none', '--resume']] as const) {
      expect((await batch(cwd, 'bom.csv', '-o', out, ...more)).exit).toBe(0);
      expect(JSON.parse(readFileSync(join(cwd, out), 'utf8'))).toMatchObject({ product: 'a', total: '2' });
      expect(existsSync(join(cwd, `${out}.part`)) || existsSync(join(cwd, `${out}.journal`))).toBe(false);
    }
  });
});

describe('bills at odds', () => {
  it('begins a scattered bill anew among others without taking its products for doubled ones', async () => {
    const text = `${catalogue(700)}product-0,sheet,1,kg,steel\n`;
    expect(text.length).toBeGreaterThan(1 << 20);
    const cwd = folder({ 'a.csv': `${HEADER}\nx,sheet,1,kg,steel\n`, 'b.csv': text });
    const { exit, stderr } = await batch(cwd, 'a.csv', 'b.csv', '-o', 'out');
    expect([exit, stderr]).toEqual([0, '']);
    const [first = '', second = '', ...others] = readFileSync(join(cwd, 'out'), 'utf8').trimEnd().split('\n');
    // product-0: 985 as worked out above, and 1 kg × 2.
    expect([JSON.parse(first), JSON.parse(second)]).toMatchObject([{ product: 'x', total: '2' }, { product: 'product-0', total: '987' }]);
    expect(others).toHaveLength(699);
  });

  it('refuses a product in two bills, and an index beyond --memory', async () => {
    const many = Array.from({ length: 12_000 }, (_, product) => `p${String(product)},sheet,1,kg,steel`).join('\n');
    const cwd = folder({ 'a.csv': `${HEADER}\nx,sheet,1,kg,steel\n`, 'b.csv': `${HEADER}\nx,sheet,2,kg,steel\n`, 'many.csv': `${HEADER}\n${many}\n` });
    expect((await batch(cwd, 'a.csv', 'b.csv')).stderr).toContain('error[batch-doubled] b.csv');
    expect((await batch(cwd, 'many.csv', '--scattered', '--memory', '1')).stderr).toContain('error[batch-memory]');
  });
});

describe('shards', () => {
  it('join to the bytes of one run, and are refused where one is missing, doubled, cut, changed or scattered', async () => {
    const cwd = folder({ 'bom.csv': catalogue(2500), 'other.csv': catalogue(2400), 'scattered.csv': `${catalogue(2500)}product-0,sheet,1,kg,steel\n` });
    await batch(cwd, 'bom.csv', '-o', 'whole');
    for (const index of [1, 2, 3]) await batch(cwd, 'bom.csv', '--shard', `${String(index)}/3`, '-o', `shard-${String(index)}`);
    expect((await run(cwd, 'merge', 'shard-3', 'shard-1', 'shard-2', '-o', 'merged')).exit).toBe(0);
    expect(readFileSync(join(cwd, 'merged')).equals(readFileSync(join(cwd, 'whole')))).toBe(true);

    expect((await run(cwd, 'merge', 'shard-1', 'shard-3')).stderr).toContain('error[shard-missing]');
    expect((await run(cwd, 'merge', 'shard-1', 'shard-1', 'shard-2', 'shard-3')).stderr).toContain('error[shard-unfit]');
    await batch(cwd, 'other.csv', '--shard', '2/3', '-o', 'other-2');
    expect((await run(cwd, 'merge', 'shard-1', 'other-2', 'shard-3')).stderr).toContain('made from other bills');
    writeFileSync(join(cwd, 'cut-2'), readFileSync(join(cwd, 'shard-2')).subarray(0, -20));
    expect((await run(cwd, 'merge', 'shard-1', 'cut-2', 'shard-3')).stderr).toContain('is cut off');
    for (const index of [1, 2]) await batch(cwd, 'scattered.csv', '--shard', `${String(index)}/2`, '-o', `loose-${String(index)}`);
    expect((await run(cwd, 'merge', 'loose-1', 'loose-2', '-o', 'loose')).stderr).toContain('error[shard-product]');
    for (const index of [1, 2]) await batch(cwd, 'scattered.csv', '--scattered', '--shard', `${String(index)}/2`, '-o', `firm-${String(index)}`);
    await batch(cwd, 'scattered.csv', '-o', 'scattered');
    await run(cwd, 'merge', 'firm-1', 'firm-2', '-o', 'firm');
    expect(readFileSync(join(cwd, 'firm')).equals(readFileSync(join(cwd, 'scattered')))).toBe(true);
  }, 120_000);
});
