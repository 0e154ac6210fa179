import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDataset } from '../support/dataset.js';
import { folderWith, tanji } from './run-tanji.js';

const factors = writeDataset('invented', [
  { id: 'steel', name: 'Steel', name_zh: '钢', kgco2e: '2' },
  { id: 'steel-recycled', name: 'Steel; recycled', name_zh: '钢（再生）', kgco2e: '1' },
  { id: 'power', name: 'Electricity', name_zh: '电力', unit: 'kWh', kgco2e: '0.5', stage: 'manufacturing', region: 'CN' },
]);

interface Item {
  readonly item: string;
  readonly line: number;
  readonly candidates: readonly { readonly dataset: string; readonly id: string; readonly score: string; readonly reasons: readonly unknown[] }[];
}

describe('tanji match', () => {
  it('gives candidates as JSON, best first, for each item without a factor', async () => {
    const cwd = folderWith({ 'bom.csv': 'item,quantity,unit,factor\n冷轧钢板,2,kg,\n用电,3,度,\n钢,1,kg,steel\n冷轧钢板,4,kg,\n' });
    const { exit, stdout, stderr } = await tanji(['match', 'bom.csv', '--json', '--factors', factors], { cwd });
    expect([exit, stderr]).toEqual([0, '']);
    const items = JSON.parse(stdout) as Item[];
    expect(items.map(({ item, line, candidates }) => [item, line, candidates.map(({ dataset, id }) => `${dataset}:${id}`)])).toEqual([
      ['冷轧钢板', 2, ['invented:steel', 'invented:steel-recycled']],
      ['用电', 3, ['invented:power']],
    ]);
    for (const { candidates } of items) {
      for (const candidate of candidates) expect(Object.keys(candidate)).toEqual(['dataset', 'id', 'score', 'reasons']);
      expect(candidates[0]?.score).toMatch(/^[01]\.\d{3}$/);
    }
    const all = await tanji(['match', 'bom.csv', '--json', '--all', '--top', '1', '--factors', factors], { cwd });
    expect((JSON.parse(all.stdout) as Item[]).map(({ item, candidates }) => [item, candidates.length])).toEqual([['冷轧钢板', 1], ['用电', 1], ['钢', 1]]);
  });

  it('writes a mapping that calc takes once a person has confirmed it, from a bill as Excel saves it in China', async () => {
    // 名称,数量,单位 / 冷轧钢板,2,kg / 用电,3,kWh in GB18030
    const bill = Buffer.concat([
      Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a]),
      Buffer.from([0xc0, 0xe4, 0xd4, 0xfe, 0xb8, 0xd6, 0xb0, 0xe5, 0x2c, 0x32, 0x2c, 0x6b, 0x67, 0x0d, 0x0a]),
      Buffer.from([0xd3, 0xc3, 0xb5, 0xe7, 0x2c, 0x33, 0x2c, 0x6b, 0x57, 0x68, 0x0d, 0x0a]),
    ]);
    const cwd = folderWith({ 'bom.csv': bill });
    const matched = await tanji(['match', 'bom.csv', '-o', 'mapping.csv', '--lang', 'zh', '--factors', factors], { cwd });
    expect(matched).toEqual({ exit: 0, stdout: '', stderr: 'mapping.csv: 待核对的行数（因子正确的，在“已确认”列填写“是”）： 2\n' });
    const path = join(cwd, 'mapping.csv');
    const mapping = readFileSync(path, 'utf8');
    expect(mapping.startsWith('\ufeff名称,单位,阶段,因子,')).toBe(true);

    const unconfirmed = await tanji(['calc', 'bom.csv', '--mapping', 'mapping.csv', '--factors', factors], { cwd });
    expect(unconfirmed.exit).toBe(2);
    expect(unconfirmed.stderr.match(/factor-unnamed/g)).toHaveLength(2);

    writeFileSync(path, mapping.replace(',钢,,', ',钢,是,').replace(',电力,,', ',电力,√,'));
    const { exit, stdout } = await tanji(['calc', 'bom.csv', '--mapping', 'mapping.csv', '--quiet', '--factors', factors], { cwd });
    expect(exit).toBe(0);
    const report = JSON.parse(stdout) as { result: { total: string }; inputs: { role: string }[]; inventory: { contributions: { mapped: unknown }[] } };
    // 2 kg × 2 + 3 kWh × 0.5
    expect(report.result.total).toBe('5.5');
    expect(report.inputs.map(({ role }) => role)).toEqual(['bom', 'mapping']);
    expect(report.inventory.contributions.map(({ mapped }) => mapped)).toEqual([
      { column: 4, input: 'mapping.csv', line: 2 }, { column: 4, input: 'mapping.csv', line: 3 },
    ]);
    const explained = await tanji(['explain', '-'], { cwd, stdin: stdout });
    expect(explained.stdout).toContain('invented for a test (mapping.csv:2:4)');
    expect((await tanji(['validate', '-'], { cwd, stdin: stdout })).exit).toBe(0);
  });

  it('never writes over a mapping, nor writes one where the bill is at fault', async () => {
    const cwd = folderWith({ 'bom.csv': 'item,quantity,unit\nzinc,1,parsec\n', 'mapping.csv': 'mine' });
    expect((await tanji(['match', 'bom.csv', '-o', 'mapping.csv', '--factors', factors], { cwd })).exit).toBe(2);
    expect(readFileSync(join(cwd, 'mapping.csv'), 'utf8')).toBe('mine');
    expect((await tanji(['match', 'bom.csv', '-o', 'other.csv', '--factors', factors], { cwd })).exit).toBe(2);
    expect(existsSync(join(cwd, 'other.csv'))).toBe(false);
  });

  it('shows people what it found and why, and nothing to do where every line has its factor', async () => {
    const cwd = folderWith({ 'bom.csv': 'item,stage,quantity,unit\nrecycled steel,use,2,kg\nxyzzy,,1,kg\n', 'done.csv': 'item,quantity,unit,factor\na,1,kg,steel\n' });
    const { stdout } = await tanji(['match', 'bom.csv', '--region', 'CN', '--factors', factors], { cwd });
    expect(stdout).toMatch(/^recycled steel \(kg, use, line 2\)$/mu);
    expect(stdout).toMatch(/^ {2}\d\.\d{3} {2}invented:steel-recycled {2}1 {2}kg CO2e\/kg {2}Steel; recycled {2}recycled; steel; life cycle; 2024; GLO$/mu);
    expect(stdout).toMatch(/^xyzzy \(kg, line 3\)\n {2}no candidate$/mu);
    expect(await tanji(['match', 'done.csv', '--factors', factors], { cwd })).toEqual({ exit: 0, stdout: '', stderr: 'every line names its factor\n' });
    expect(await tanji(['match', 'done.csv', '--json', '--factors', factors], { cwd })).toEqual({ exit: 0, stdout: '[]\n', stderr: '' });
  });

  it('reads a bill from stdin and writes the mapping to stdout', async () => {
    const { exit, stdout } = await tanji(['match', '-', '-o', '-', '--factors', factors], { stdin: 'item,quantity,unit\nsteel,1,kg\n' });
    expect(exit).toBe(0);
    expect(stdout.split('\r\n')[1]).toMatch(/^steel,kg,,invented:steel,Steel,,\d\.\d{3},invented:steel-recycled \(\d\.\d{3}\),2$/u);
  });

  it('explains itself in both languages', async () => {
    expect((await tanji(['match', '--help'])).stdout).toContain('--region');
    expect((await tanji(['match', '--help', '--lang', 'zh'])).stdout).toContain('优先此地区的因子');
    expect((await tanji(['calc', '--help', '--lang', 'zh'])).stdout).toContain('--mapping');
  });
});
