import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJob, type BatchJob } from '../../src/batch/batch-job.js';
import { openBill, type CsvBill } from '../../src/batch/open-bill.js';
import { RangeReader, type RangeResult } from '../../src/batch/range-reader.js';
import type { Code } from '../../src/diagnostics/codes.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { writeDataset } from '../support/dataset.js';

/** More than the kernel first makes room for, of all lengths about 16 and 32 bytes, many alike in their first or last bytes. */
const IDS = Array.from({ length: 700 }, (_, number) => {
  const tail = String(number);
  return `${'a-factor-of-which-the-name-is-long-and-alike'.slice(0, number % 44)}${tail}${number % 5 === 0 ? '-and-alike-in-its-end' : ''}`;
});
const UNITS = ['kg', 'g', 't', 'mg', '千克', '吨', '克', 'kilogram', 'tonne', '公斤'];
const path = join(mkdtempSync(join(tmpdir(), 'tanji-factors-')), 'bom.csv');

it('tells hundreds of factors apart, in many units, as the reference lane does', async () => {
  const set = writeDataset('many', IDS.map((id, number) => ({ id, kgco2e: `${String(number + 1)}.${String(number % 7)}` })));
  const lines = Array.from({ length: 14_000 }, (_, at) => (
    `product-${String(Math.floor(at / 20))},item,${String(1 + at % 13)},${UNITS[(at * 7 + Math.floor(at / 700)) % UNITS.length] ?? ''},${IDS[(at * 31) % IDS.length] ?? ''}\n`
  ));
  writeFileSync(path, `product,item,quantity,unit,factor\n${lines.join('')}`);
  const bill = await openBill(path, {}, new Findings()) as CsvBill;
  const made = async (deny: Code[]): Promise<RangeResult> => {
    const job = await openJob({ bills: [path], factors: [set], deny }, new Findings()) as BatchJob;
    const bytes = readFileSync(path).subarray(bill.body.offset);
    const reader = new RangeReader(bill, '.', job);
    reader.room(bytes.length).set(bytes);
    const result = reader.read(bill.body.line);
    if (typeof result === 'string') throw new Error(result);
    return result;
  };
  // A warning that counts as an error has words: the plain lane takes nothing then.
  const [plain, reference] = [await made([]), await made(['preset-unverified'])];
  expect([plain.left, reference.left]).toEqual([0, 700]);
  expect(Buffer.from(plain.bytes).toString('utf8')).toBe(Buffer.from(reference.bytes).toString('utf8'));
}, 120_000);
