import fc from 'fast-check';
import { closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBill, type CsvBill } from '../../src/batch/open-bill.js';
import { productCut } from '../../src/batch/product-cuts.js';
import { Findings } from '../../src/diagnostics/findings.js';

const path = join(mkdtempSync(join(tmpdir(), 'tanji-cuts-')), 'bom.csv');

/** Runs of lines: the product as it is named, how its cell is written, how many lines. */
const runs = fc.array(fc.record({
  product: fc.constantFrom('lamp', 'lamp 2', '产品', 'a,b', '"x"', ''),
  dressed: fc.constantFrom<(cell: string) => string>((cell) => cell, (cell) => ` ${cell}  `, (cell) => `\u3000${cell}\u00a0`),
  lines: fc.integer({ min: 1, max: 4 }),
  long: fc.constantFrom(0, 0, 0, 9000),
}), { minLength: 1, maxLength: 12 });

const quoted = (cell: string): string => (/[",]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

it('cuts a bill where a product begins, from any byte on', async () => {
  await fc.assert(fc.asyncProperty(runs, fc.boolean(), async (drawn, first) => {
    const header = first ? 'product,item,quantity,unit,factor' : 'item,product,quantity,unit,factor';
    const bodies = drawn.flatMap(({ product, dressed, lines, long }) => Array.from({ length: lines }, () => {
      const cell = quoted(dressed(product));
      const item = 'i'.repeat(1 + long);
      return { product, text: `${first ? `${cell},${item}` : `${item},${cell}`},1,kg,steel\n` };
    }));
    writeFileSync(path, [`${header}\n`, ...bodies.map(({ text }) => text)].join(''));
    const bill = await openBill(path, {}, new Findings()) as CsvBill;
    const { body: { offset }, size } = bill;
    // Worked out from the lines as they were written: each start, and whether the product is another than before.
    const starts: number[] = [];
    let at = offset;
    let before = '';
    for (const { product, text } of bodies) {
      if (product !== '' && product !== before) starts.push(at);
      if (product !== '') before = product;
      at += Buffer.byteLength(text, 'utf8');
    }
    const file = openSync(path, 'r');
    try {
      for (let wanted = offset + 1; wanted < size; wanted += wanted % 97 < 30 ? 1 : 97) {
        expect(productCut(file, bill, wanted)).toBe(starts.find((start) => start >= wanted) ?? size);
      }
      expect([productCut(file, bill, 0), productCut(file, bill, size)]).toEqual([offset, size]);
    } finally {
      closeSync(file);
    }
  }), { numRuns: 40 });
}, 120_000);
