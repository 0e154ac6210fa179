import fc from 'fast-check';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJob, type BatchJob } from '../../src/batch/batch-job.js';
import { openBill, type CsvBill } from '../../src/batch/open-bill.js';
import { RangeReader } from '../../src/batch/range-reader.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { bill as drawn } from './drawn-bills.js';
import { writeDataset } from '../support/dataset.js';

const set = writeDataset('plain', [
  { id: 'steel', kgco2e: '1.85' }, { id: 'cotton', kgco2e: '12.3456789', year: '2019' },
  { id: 'power', unit: 'kWh', kgco2e: '0.5703', gwp: 'CO2-only', stage: 'manufacturing' },
  { id: 'split', kgco2e: '3', fossil: '2.5', biogenic: '0.75', biogenic_removal: '-0.5', dluc: '0.25', aircraft: '0.125' },
  { id: 'tiny', kgco2e: '0.000000000001234' }, { id: 'credit', kgco2e: '-0.7' },
  { id: 'staged', kgco2e: '2', stage: '' }, { id: 'old', kgco2e: '2', year: '1999' },
  { id: 'direct', kgco2e: '0.8', unit: 'kWh', gwp: 'CO2-only' }, { id: 'certain', kgco2e: '1', gsd: '1.2' },
]);
const folder = mkdtempSync(join(tmpdir(), 'tanji-lanes-'));
const path = join(folder, 'bom.csv');
const productFile = join(folder, 'product.json');
writeFileSync(productFile, JSON.stringify({
  id: 'any', names: { en: 'any' }, unit: { kind: 'declared', amount: '1', unit: 'piece' },
  boundary: { type: 'cradle-to-gate' }, period: { start: '2025-01-01', end: '2025-12-31' },
}));


/** The records that the lanes give for a bill: `mark` of ',' leaves everything to the reference lane. */
function records(bill: CsvBill, job: BatchJob): string | undefined {
  const bytes = readFileSync(path).subarray(bill.body.offset);
  const reader = new RangeReader(bill, '.', job);
  reader.room(bytes.length).set(bytes);
  const result = reader.read(bill.body.line);
  return typeof result === 'string' ? undefined : Buffer.from(result.bytes).toString('utf8');
}

it.each([[undefined], [productFile]])('writes the same records by both lanes, findings and places included (%s)', async (product) => {
  const request = { bills: [path], factors: [set], ...(product === undefined ? {} : { product }) };
  const job = await openJob(request, new Findings()) as BatchJob;
  // A warning that counts as an error has words: with one the plain lane takes nothing.
  const reference = await openJob({ ...request, deny: ['preset-unverified'] }, new Findings()) as BatchJob;
  let compared = 0;
  await fc.assert(fc.asyncProperty(drawn, async ({ text }) => {
    writeFileSync(path, text);
    const bill = await openBill(path, {}, new Findings()) as CsvBill | undefined;
    if (bill === undefined) return;
    const plain = records(bill, job);
    expect(plain).toBe(records(bill, reference));
    if (plain?.includes('"exit":0') === true) compared += 1;
  }), { numRuns: 4000 });
  // The draw would prove nothing if no product had a footprint.
  expect(compared).toBeGreaterThan(500);
}, 300_000);
