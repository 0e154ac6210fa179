import { describe, expect, it } from 'vitest';
import { folderWith, inventedFactors, longBill, tanji } from './run-tanji.js';

const factors = inventedFactors();

async function totalOf(bill: string): Promise<string> {
  const folder = folderWith({ 'bom.csv': bill });
  const { exit, stdout, stderr } = await tanji(['calc', 'bom.csv', '--quiet', '--factors', factors], { cwd: folder });
  expect([exit, stderr]).toEqual([0, '']);
  return (JSON.parse(stdout) as { result: { total: string } }).result.total;
}

const DEPTH = 10_000;

describe('tanji calc of a bill', () => {
  it('of 10,000 levels', async () => {
    // Two of each row in the row above it, 9,999 times; at the bottom 1 kg of steel, 2 kgCO2e: 2^9999 × 2.
    const rows = Array.from({ length: DEPTH - 1 }, (_, index) => `${String(index + 1)},row,2,piece,\n`).join('');
    expect(await totalOf(`level,item,quantity,unit,factor\n${rows}${String(DEPTH)},sheet,1,kg,steel\n`)).toBe(String(2n ** 10_000n));
  });

  it('of 10,000 sub-products, one in another', async () => {
    // Two of each in the one before it, 9,999 times; in the last 1 kg of steel, 2 kgCO2e: 2^9999 × 2.
    const rows = Array.from({ length: DEPTH - 1 }, (_, index) => `p${String(index)},part,2,piece,bom:p${String(index + 1)}\n`).join('');
    expect(await totalOf(`product,item,quantity,unit,factor\n${rows}p${String(DEPTH - 1)},sheet,1,kg,steel\n`)).toBe(String(2n ** 10_000n));
  });

  it('of 100,000 lines', async () => {
    // 100,000 × 1 kg × 2
    expect(await totalOf(longBill(100_000))).toBe('200000');
  });

  it('of one sub-product used 1,000 times', async () => {
    // 1 + 2 + … + 1,000 = 500,500 of them, 1 kg of steel each, 2 kgCO2e/kg
    const rows = Array.from({ length: 1000 }, (_, index) => `whole,screw,${String(index + 1)},piece,bom:screw\n`).join('');
    expect(await totalOf(`product,item,quantity,unit,factor\n${rows}screw,wire,1,kg,steel\n`)).toBe('1001000');
  });
});
