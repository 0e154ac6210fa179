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
import { readProductFile } from '../../src/input/read-product-file.js';
import { readSource } from '../../src/input/read-source.js';
import { makeReport } from '../../src/report/make-report.js';
import { writeDataset } from '../support/dataset.js';
import { csvLine } from './drawn-bills.js';

const set = writeDataset('plain', [
  { id: 'steel', kgco2e: '1.85' }, { id: 'power', unit: 'kWh', kgco2e: '0.5703', stage: 'manufacturing' },
  { id: 'lorry', unit: 'tkm', kgco2e: '0.11', stage: 'distribution' },
]);
const folder = mkdtempSync(join(tmpdir(), 'tanji-as-calc-'));
const path = join(folder, 'bom.csv');
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

/** Declared units, and what bills count of them: of each the quantity's unit must be a part. */
const UNITS = [['1', 'piece', 'piece'], ['10', 'piece', 'piece'], ['0.5', 'kg', 'kg'], ['2', 'kg', 'g'], ['3', 'kWh', 'MJ']] as const;
const PRODUCTS = ['a', 'b', 'c'] as const;

interface DrawnProduct {
  readonly unit: (typeof UNITS)[number];
  /** Where its declaration stands, in shares: by a row, by the first or the last line of the bill, or by both. */
  readonly by: 'row' | 'first' | 'last' | 'both';
}

const declaredBills = fc.tuple(
  lines,
  fc.tuple(...PRODUCTS.map(() => fc.record<DrawnProduct>({ unit: fc.constantFrom(...UNITS), by: fc.constantFrom('row', 'first', 'last', 'both') }))),
  fc.boolean(),
);

it('takes products per the units that a table and their bill declare, as calc takes those of sub_products', async () => {
  const library = openLibrary([set], new Findings());
  if (library === undefined) throw new Error('the dataset of this test cannot be opened');
  let taken = 0;
  await fc.assert(fc.asyncProperty(declaredBills, async ([drawn, units, hasTable]) => {
    const present = new Set(drawn.map(([product]) => product));
    const unitOf = (product: string): DrawnProduct => units[PRODUCTS.findIndex((each) => each === product)] as DrawnProduct;
    const plain = drawn.filter((cells) => !cells[4]?.startsWith('bom:') || present.has(cells[4].slice(4))).map((cells) => {
      if (!cells[4]?.startsWith('bom:')) return cells;
      return cells.with(3, unitOf(cells[4].slice(4)).unit[2]);
    });
    const order = [...new Set(plain.map(([product = '']) => product))];
    const sound = plain.filter((cells) => !cells[4]?.startsWith('bom:') || order.includes(cells[4].slice(4)));
    if (sound.length === 0 || new Set(sound.map(([product]) => product)).size < order.length) return;

    // The same bill without a word on its products: product files say it.
    writeFileSync(path, [HEADER, ...sound.map((cells) => csvLine(cells, false)), ''].join('\n'));
    const findings = new Findings();
    const bom = await readSource(path, findings);
    if (bom === undefined) throw new Error('unread');
    const wanted = order.map((id) => {
      const { unit: [amount, unit] } = unitOf(id);
      const file = {
        id, names: { en: id }, unit: { kind: 'declared', amount, unit }, boundary: { type: 'cradle-to-grave' },
        sub_products: order.filter((each) => each !== id).map((each) => ({ id: each, unit: { amount: unitOf(each).unit[0], unit: unitOf(each).unit[1] } })),
      };
      const told = new Findings();
      const product = readProductFile({ name: 'product.json', bytes: Buffer.from(JSON.stringify(file)) }, told);
      const made = product === undefined ? undefined : makeReport({ bom, library, product }, told);
      return made === undefined ? undefined : recordLine(recordOf(id, made.report, told.all()));
    });

    const byRow = (id: string): boolean => hasTable && unitOf(id).by !== 'first' && unitOf(id).by !== 'last';
    const rows = order.map((id) => {
      const { unit: [amount, unit] } = unitOf(id);
      return [id, id, ...byRow(id) ? ['declared', amount, unit] : ['', '', ''], 'cradle-to-grave'].join(',');
    });
    const cells = sound.map((line, at) => {
      const [id = ''] = line;
      const { unit: [amount, unit], by } = unitOf(id);
      const own = sound.flatMap(([product], index) => (product === id ? [index] : []));
      const says = at === (by === 'last' ? own.at(-1) : own[0]) && (by !== 'row' || !hasTable);
      return [...line, ...(says ? ['declared', amount, unit, id, 'cradle-to-grave'] : ['', '', '', '', ''])];
    });
    writeFileSync(path, [`${HEADER},product_unit_kind,product_unit_amount,product_unit,product_name,product_boundary`, ...cells.map((line) => csvLine(line, false)), ''].join('\n'));
    const table = join(folder, 'products.csv');
    writeFileSync(table, ['product,name,unit_kind,unit_amount,unit,boundary', ...rows, ''].join('\n'));
    const got = [];
    for await (const record of batch({ bills: [path], factors: [set], ...(hasTable ? { products: table } : {}) })) got.push(record);
    got.forEach((record, at) => {
      // A bill of which some sub-product lost its lines is refused by calc as a whole.
      if (wanted[at] === undefined) return;
      taken += 1;
      expect(`${canonicalText(record)}\n`).toBe(wanted[at]);
    });
    if (hasTable) return;
    // calc reads the columns too.
    const declaring = await readSource(path, findings);
    for (const [at, root] of order.entries()) {
      const told = new Findings();
      const made = declaring === undefined ? undefined : makeReport({ bom: declaring, library, root }, told);
      if (wanted[at] === undefined) continue;
      expect(made === undefined ? made : recordLine(recordOf(root, made.report, told.all()))).toBe(wanted[at]);
    }
  }), { numRuns: 400 });
  expect(taken).toBeGreaterThan(400);
}, 300_000);
