import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batch } from '../../src/batch/batch.js';
import { recordLine, recordOf } from '../../src/batch/batch-record.js';
import { canonicalText } from '../../src/report/canonical.js';
import { Findings } from '../../src/diagnostics/findings.js';
import { openLibrary } from '../../src/factors/open-library.js';
import { readSource } from '../../src/input/read-source.js';
import { makeReport } from '../../src/report/make-report.js';
import { writeDataset } from '../support/dataset.js';
import { csvLine } from './drawn-bills.js';

const set = writeDataset('plain', [
  { id: 'steel', kgco2e: '1.85' }, { id: 'power', unit: 'kWh', kgco2e: '0.5703', stage: 'manufacturing' },
  { id: 'lorry', unit: 'tkm', kgco2e: '0.11', stage: 'distribution' },
]);
const path = join(mkdtempSync(join(tmpdir(), 'tanji-as-calc-')), 'bom.csv');
const HEADER = 'product,item,quantity,unit,factor,loss,loss_basis,distance_km,transport,share,expect_kgco2e';

/** Sound lines, anywhere in the file; a product may use those with a later letter. */
const lines = fc.array(fc.record({
  product: fc.constantFrom('a', 'b', 'c'),
  quantity: fc.integer({ min: 1, max: 99_999 }).map((steps) => (steps / 100).toFixed(2)),
  kind: fc.constantFrom('plain', 'power', 'ratio', 'loss', 'leg', 'share', 'sub'),
}), { minLength: 1, maxLength: 12 }).map((drawn) => drawn.map(({ product, quantity, kind }) => {
  const later = product === 'a' ? 'b' : 'c';
  const cells: Record<string, string[]> = {
    plain: [product, 'sheet', quantity, 'kg', 'steel', '', '', '', '', '', ''],
    power: [product, 'current', quantity, 'kWh', 'power', '', '', '', '', '', ''],
    ratio: [product, 'steam', quantity, 'MJ', 'power', '', '', '', '', '', ''],
    loss: [product, 'cut sheet', quantity, 'kg', 'steel', '3%', 'of_input', '', '', '', ''],
    leg: [product, 'brought sheet', quantity, 'kg', 'steel', '', '', '120', 'lorry', '', ''],
    share: [product, 'shared sheet', quantity, 'kg', 'steel', '', '', '', '', '0.25', ''],
    sub: product === 'c' ? [product, 'sheet', quantity, 'kg', 'steel', '', '', '', '', '', ''] : [product, 'part', quantity, 'piece', `bom:${later}`, '', '', '', '', '', ''],
  };
  return cells[kind] ?? [];
}));

it('gives each product of a bill, scattered and nested, what calc gives it', async () => {
  const library = openLibrary([set], new Findings());
  let footprints = 0;
  await fc.assert(fc.asyncProperty(lines, async (drawn) => {
    const present = new Set(drawn.map(([product]) => product));
    const sound = drawn.filter((cells) => !cells[4]?.startsWith('bom:') || present.has(cells[4].slice(4)));
    if (sound.length === 0 || library === undefined) return;
    writeFileSync(path, [HEADER, ...sound.map((cells) => csvLine(cells, false)), ''].join('\n'));
    const order = [...new Set(sound.map(([product]) => product))];
    const got = [];
    for await (const record of batch({ bills: [path], factors: [set] })) got.push(record);
    expect(got.map(({ product }) => product)).toEqual(order);
    for (const record of got) {
      const findings = new Findings();
      const bom = await readSource(path, findings);
      const made = bom === undefined ? undefined : makeReport({ bom, library, root: record.product }, findings);
      // A bill of which some sub-product lost its lines is refused by calc as a whole.
      if (made === undefined) continue;
      footprints += 1;
      const told = findings.all().filter(({ code }) => code !== 'product-undeclared');
      expect(`${canonicalText(record)}\n`).toBe(recordLine(recordOf(record.product, made.report, told)));
    }
  }), { numRuns: 500 });
  expect(footprints).toBeGreaterThan(500);
}, 300_000);
