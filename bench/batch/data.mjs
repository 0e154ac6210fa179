// node bench/batch/data.mjs FOLDER [LINES...]: writes FOLDER/factors (1,000 factors) and FOLDER/bom-<LINES>.csv for each
// number of lines: 50 lines a product, about 74 bytes a line, the same bytes on every run and machine.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const LINES_A_PRODUCT = 50;
const FACTORS = 1000;
const CHUNK_BYTES = 1 << 20;
const LONGEST_LINE = 200;

const FACTOR_COLUMNS = [
  'id', 'name', 'name_zh', 'category', 'stage', 'unit', 'kgco2e', 'fossil', 'biogenic', 'biogenic_removal', 'dluc', 'aircraft',
  'gwp', 'region', 'year', 'valid_from', 'valid_to', 'boundary', 'source', 'publisher', 'url', 'locator', 'licence', 'evidence',
  'gsd', 'notes',
];
const BILL_COLUMNS = ['product', 'line', 'component', 'item', 'stage', 'quantity', 'unit', 'factor'];

/** Out of 20, so that raw materials are half of a bill. */
const STAGES = [
  ...Array(10).fill('raw_materials'), ...Array(5).fill('manufacturing'), ...Array(2).fill('distribution'),
  ...Array(2).fill('use'), 'end_of_life',
];

/**
 * Out of 20: the unit of a factor and the units that bills give it in. Each conversion is a finite decimal that adds at
 * most three decimals (no MJ for a factor per kWh, no g for one per t), so that a DECIMAL of SQL can hold every product.
 */
const MEASURES = [
  ...Array(14).fill({ unit: 'kg', given: ['kg', 'kg', 'kg', 'g', 'g', 't'] }),
  { unit: 't', given: ['t', 'kg'] },
  { unit: 'kWh', given: ['kWh', 'kWh', 'MWh'] },
  { unit: 'kWh', given: ['kWh', 'kWh', 'MWh'] },
  { unit: 'MJ', given: ['MJ', 'kWh', 'MWh'] },
  { unit: 'piece', given: ['piece'] },
  { unit: 'piece', given: ['piece'] },
];
const FAMILIES = ['steel', 'alu', 'copper', 'pet', 'pp', 'abs', 'glass', 'paper', 'cotton', 'zinc', 'rubber', 'power', 'epoxy'];
const NAMES = ['Screw', 'Panel', 'Gasket', 'Cable', 'Washer', 'Label', 'Frame', 'Spring', 'Rivet', 'Foil', 'Resin', 'Bracket'];
const KINDS = ['M4', 'M6', 'A2', 'B1', 'XL', 'S'];
const ASSEMBLIES = ['base', 'body', 'door', 'drive', 'cover', 'pack'];

/** Doubles below 1, 32 bits each, from a seed: a Weyl sequence through the finalizer of MurmurHash3. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = state ^ (state >>> 16);
    bits = Math.imul(bits, 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 0x100000000;
  };
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

/** A decimal above zero with so many decimals. */
function decimal(random, below, decimals) {
  const fraction = Math.floor(random() * 10 ** decimals);
  return `${Math.floor(random() * below)}.${String(fraction === 0 ? 1 : fraction).padStart(decimals, '0')}`;
}

function drawFactors() {
  const random = randomFrom(1);
  return Array.from({ length: FACTORS }, (_, index) => {
    const { unit, given } = pick(random, MEASURES);
    return {
      id: `${pick(random, FAMILIES)}-${String(index).padStart(4, '0')}`,
      unit,
      given,
      stage: pick(random, STAGES),
      value: decimal(random, unit === 't' ? 3000 : 12, 3 + (index % 4)),
      year: 2018 + (index % 7),
    };
  });
}

/** Writes the dataset to FOLDER/factors and gives its folder. */
export function writeFactors(folder) {
  const dataset = join(folder, 'factors');
  mkdirSync(dataset, { recursive: true });
  const rows = drawFactors().map(({ id, unit, stage, value, year }) => {
    const cells = {
      id, name: `Drawn factor ${id}`, category: 'drawn', stage, unit, kgco2e: value, gwp: 'AR6', region: 'GLO', year,
      boundary: 'cradle to gate', source: 'Drawn at random for a benchmark', publisher: 'tanji', licence: 'CC0-1.0', evidence: 'primary',
    };
    return FACTOR_COLUMNS.map((column) => cells[column] ?? '').join(',');
  });
  writeFileSync(join(dataset, 'factors.csv'), `${[FACTOR_COLUMNS.join(','), ...rows].join('\n')}\n`);
  const description = {
    name: 'drawn',
    title: 'Factors drawn at random for a benchmark',
    version: '1.0.0',
    licenses: [{ name: 'CC0-1.0' }],
    sources: [{ title: 'Drawn at random for a benchmark' }],
    gwp: ['AR6'],
    resources: [{ name: 'factors', path: 'factors.csv' }],
  };
  writeFileSync(join(dataset, 'datapackage.json'), `${JSON.stringify(description, undefined, 2)}\n`);
  return dataset;
}

/** Writes FOLDER/bom-<lines>.csv, where it is not there yet, and gives its path. */
export function writeBill(folder, lines) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `bom-${lines}.csv`);
  if (existsSync(file)) return file;
  // A run that was interrupted leaves no bill that looks whole.
  const partial = `${file}.partial`;
  const target = openSync(partial, 'w');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let used = chunk.latin1Write(`${BILL_COLUMNS.join(',')}\n`, 0);
  const nextLine = billLines();
  for (let index = 0; index < lines; index += 1) {
    if (used > CHUNK_BYTES - LONGEST_LINE) {
      writeSync(target, chunk, 0, used);
      used = 0;
    }
    used += chunk.latin1Write(nextLine(index), used);
  }
  writeSync(target, chunk, 0, used);
  closeSync(target);
  renameSync(partial, file);
  return file;
}

function billLines() {
  const factors = drawFactors();
  const random = randomFrom(2);
  return (index) => {
    const product = String(Math.floor(index / LINES_A_PRODUCT) + 1).padStart(7, '0');
    const factor = pick(random, factors);
    const name = pick(random, NAMES);
    const kind = `${pick(random, KINDS)} no ${Math.floor(random() * 100)}`;
    const item = random() < 0.03 ? `"${name}, ${kind}"` : `${name} ${kind}`;
    const sign = random() < 0.01 ? '-' : '';
    const quantity = decimal(random, random() < 0.5 ? 10 : 1000, 2 + Math.floor(random() * 5));
    const component = `${pick(random, ASSEMBLIES)}/part ${Math.floor(random() * 30)}`;
    return `P${product},${(index % LINES_A_PRODUCT) + 1},${component},${item},${pick(random, STAGES)},${sign}${quantity},${pick(random, factor.given)},${factor.id}\n`;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, ...sizes] = process.argv.slice(2);
  if (folder === undefined) throw new Error('node bench/batch/data.mjs FOLDER [LINES...]');
  console.log(writeFactors(folder));
  for (const size of sizes) console.log(writeBill(folder, Number(size)));
}
