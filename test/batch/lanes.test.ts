import fc from 'fast-check';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJob, type BatchJob, type BatchRequest } from '../../src/batch/batch-job.js';
import { openBill, type CsvBill } from '../../src/batch/open-bill.js';
import { RangeReader, type NotPlain, type RangeResult } from '../../src/batch/range-reader.js';
import type { Code } from '../../src/diagnostics/codes.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { bill as drawn } from './drawn-bills.js';
import { drawnCatalogue, drawnTable, linePool, numbersOf } from './drawn-catalogue.js';
import { writeDataset } from '../support/dataset.js';

const set = writeDataset('plain', [
  { id: 'steel', kgco2e: '1.85' }, { id: 'cotton', kgco2e: '12.3456789', year: '2019' },
  { id: 'power', unit: 'kWh', kgco2e: '0.5703', gwp: 'CO2-only', stage: 'manufacturing' },
  { id: 'split', kgco2e: '3', fossil: '2.5', biogenic: '0.75', biogenic_removal: '-0.5', dluc: '0.25', aircraft: '0.125' },
  { id: 'tiny', kgco2e: '0.000000000001234' }, { id: 'credit', kgco2e: '-0.7' },
  { id: 'staged', kgco2e: '2', stage: '' }, { id: 'old', kgco2e: '2', year: '1999' },
  { id: 'direct', kgco2e: '0.8', unit: 'kWh', gwp: 'CO2-only' },
  // Products of doubles round these otherwise, though 2 of one are 1 of the other.
  { id: 'fine', kgco2e: '1.23456789012345' }, { id: 'twice', kgco2e: '2.4691357802469' },
  { id: 'a-factor-of-a-long-name', kgco2e: '1.5' }, { id: 'a-factor-of-a-longer-name', kgco2e: '0.0625' }, { id: 'certain', kgco2e: '1', gsd: '1.2' },
]);
const folder = mkdtempSync(join(tmpdir(), 'tanji-lanes-'));
const path = join(folder, 'bom.csv');
const productFile = join(folder, 'product.json');
const productsFile = join(folder, 'products.csv');
writeFileSync(productFile, JSON.stringify({
  id: 'any', names: { en: 'any' }, unit: { kind: 'declared', amount: '1', unit: 'piece' },
  boundary: { type: 'cradle-to-gate' }, period: { start: '2025-01-01', end: '2025-12-31' },
}));

/** What the lanes give for a bill. */
function resultOf(bill: CsvBill, job: BatchJob): RangeResult | NotPlain {
  const bytes = readFileSync(path).subarray(bill.body.offset);
  const reader = new RangeReader(bill, '.', job);
  reader.room(bytes.length).set(bytes);
  return reader.read(bill.body.line);
}

/** The job as it is, and one by which the plain lane takes nothing: a warning that counts as an error has words. */
async function jobs(declared: Pick<BatchRequest, 'product' | 'products'>): Promise<{ plain: BatchJob; reference: BatchJob }> {
  const open = async (deny: Code[]): Promise<BatchJob> => await openJob({ bills: [path], factors: [set], ...declared, deny }, new Findings()) as BatchJob;
  return { plain: await open([]), reference: await open(['preset-unverified']) };
}

const text = (result: RangeResult | NotPlain): string => (typeof result === 'string' ? result : Buffer.from(result.bytes).toString('utf8'));

it.each([['undeclared', {}], ['declared', { product: productFile }]])('writes the same records by both lanes, findings and places included (%s)', async (_, declared) => {
  const { plain, reference } = await jobs(declared);
  await fc.assert(fc.asyncProperty(drawn, async ({ text: bom }) => {
    writeFileSync(path, bom);
    const bill = await openBill(path, {}, new Findings()) as CsvBill | undefined;
    if (bill !== undefined) expect(text(resultOf(bill, plain))).toBe(text(resultOf(bill, reference)));
  }), { numRuns: 500 });
}, 300_000);

it('writes the same million records, hard cases weighted', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const next = numbersOf(seed);
  const pool = linePool(seed);
  const fixed = [await jobs({}), await jobs({ product: productFile })];
  let lines = 0;
  const plainly = [0, 0, 0];
  const products = [0, 0, 0];
  for (let round = 0; lines < 1_000_000; round += 1) {
    const drawn = drawnCatalogue(pool, next, 20_000);
    writeFileSync(path, drawn.bill);
    writeFileSync(productsFile, drawnTable(drawn.ids, next));
    const bill = await openBill(path, {}, new Findings()) as CsvBill;
    const { plain, reference } = fixed[round % 3] ?? await jobs({ products: productsFile });
    const taken = resultOf(bill, plain);
    const made = resultOf(bill, reference);
    if (typeof taken === 'string' || typeof made === 'string') throw new Error(`seed ${String(seed)}: ${String(taken)}, ${String(made)}`);
    expect({ ...taken, bytes: '', left: 0 }, `seed ${String(seed)}`).toEqual({ ...made, bytes: '', left: 0 });
    const [records, expected] = [text(taken).split('\n'), text(made).split('\n')];
    for (const [at, record] of expected.entries()) if (records[at] !== record) expect(records[at], `seed ${String(seed)}, round ${String(round)}`).toBe(record);
    lines += taken.nextLine - bill.body.line;
    const kind = round % 3;
    products[kind] = (products[kind] ?? 0) + taken.products;
    plainly[kind] = (plainly[kind] ?? 0) + taken.products - taken.left;
  }
  // The draw would prove nothing if the plain lane left all to the other.
  for (const [kind, count] of plainly.entries()) expect(count / (products[kind] ?? 0)).toBeGreaterThan(0.1);
}, 600_000);
