// node bench/batch/reference.mjs BILL DATASET OUT: the batch once more, slowly and exactly, sharing no code with tanji or
// with what it is measured beside: total, sums by stage and largest lines of each product, in the order of the bill.
import { closeSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

const [bill, dataset, out] = process.argv.slice(2);
const LARGEST = 3;
const STAGES = ['raw_materials', 'manufacturing', 'distribution', 'use', 'end_of_life'];

// Amounts are integers of 1e-15 kg: 6 decimals of a quantity, 6 of a factor, 3 of a conversion.
const DECIMALS = 6;
const STEPS = 15;
/** How many thousandths of a factor's unit one of a bill's unit is. */
const THOUSANDTHS = {
  kg: { g: 1n, kg: 1000n, t: 1_000_000n },
  t: { kg: 1n, t: 1000n },
  kWh: { kWh: 1000n, MWh: 1_000_000n },
  MJ: { MJ: 1000n, kWh: 3600n, MWh: 3_600_000n },
  piece: { piece: 1000n },
};

/** The cells of one line; a line break inside quotes is refused, since the drawn bills have none. */
function cellsOf(line) {
  if (!line.includes('"')) return line.split(',');
  const cells = [];
  let cell = '';
  let inside = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' && inside && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') {
      inside = !inside;
    } else if (character === ',' && !inside) {
      cells.push(cell);
      cell = '';
    } else {
      cell += character;
    }
  }
  if (inside) throw new Error(`open quotes: ${line}`);
  return [...cells, cell];
}

function* linesOf(file) {
  const source = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(1 << 20);
  let rest = '';
  for (let length = readSync(source, chunk); length > 0; length = readSync(source, chunk)) {
    const lines = (rest + decoder.write(chunk.subarray(0, length))).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  closeSync(source);
  if (rest !== '') yield rest;
}

function columnsOf(header, names) {
  const cells = cellsOf(header);
  return names.map((name) => {
    const column = cells.indexOf(name);
    if (column < 0) throw new Error(`no column ${name}`);
    return column;
  });
}

function millionths(text) {
  const parts = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  const decimals = parts?.[2] ?? '';
  if (parts === null || decimals.length > DECIMALS) throw new Error(`not a decimal that fits: ${text}`);
  return BigInt(parts[1] + decimals.padEnd(DECIMALS, '0'));
}

function decimalText(steps) {
  const digits = String(steps < 0n ? -steps : steps).padStart(STEPS + 1, '0');
  const fraction = digits.slice(-STEPS).replace(/0+$/, '');
  return `${steps < 0n ? '-' : ''}${digits.slice(0, -STEPS)}${fraction === '' ? '' : `.${fraction}`}`;
}

function readFactors() {
  const [header, ...rows] = readFileSync(join(dataset, 'factors.csv'), 'utf8').trimEnd().split('\n');
  const [id, unit, value] = columnsOf(header, ['id', 'unit', 'kgco2e']);
  return new Map(rows.map(cellsOf).map((cells) => [cells[id], { unit: cells[unit], value: millionths(cells[value]) }]));
}

const absolute = (amount) => (amount < 0n ? -amount : amount);

function recordOf(product, lines) {
  const byStage = new Map();
  let total = 0n;
  for (const { stage, amount } of lines) {
    byStage.set(stage, (byStage.get(stage) ?? 0n) + amount);
    total += amount;
  }
  // Sorting is stable: equal lines stay in the order of the bill.
  const sorted = [...lines].sort((a, b) => (absolute(b.amount) > absolute(a.amount) ? 1 : absolute(b.amount) < absolute(a.amount) ? -1 : 0));
  const last = sorted[Math.min(LARGEST, sorted.length) - 1];
  return {
    product,
    total: decimalText(total),
    by_stage: STAGES.filter((stage) => byStage.has(stage)).map((stage) => ({ stage, value: decimalText(byStage.get(stage)) })),
    // Also those after the third that equal it, any of which a program without an order may rank third.
    largest: sorted.filter(({ amount }, rank) => rank < LARGEST || absolute(amount) === absolute(last.amount))
      .map(({ component, item, stage, factor, line, amount }) => ({ component, item, stage, factor, line, kgco2e: decimalText(amount) })),
  };
}

function* productsOf() {
  const factors = readFactors();
  let columns;
  let lineNumber = 0;
  let product;
  let lines = [];
  for (const text of linesOf(bill)) {
    lineNumber += 1;
    if (columns === undefined) {
      columns = columnsOf(text, ['product', 'component', 'item', 'stage', 'quantity', 'unit', 'factor']);
      continue;
    }
    const cells = cellsOf(text);
    const [name, component, item, stage, quantity, unit, factor] = columns.map((column) => cells[column]);
    if (name !== product) {
      if (product !== undefined) yield recordOf(product, lines);
      product = name;
      lines = [];
    }
    const { unit: per, value } = factors.get(factor);
    const size = THOUSANDTHS[per][unit];
    if (size === undefined || !STAGES.includes(stage)) throw new Error(`line ${lineNumber}: ${text}`);
    lines.push({ component, item, stage, factor, line: lineNumber, amount: millionths(quantity) * value * size });
  }
  if (product !== undefined) yield recordOf(product, lines);
}

const partial = `${out}.partial`;
const target = openSync(partial, 'w');
for (const record of productsOf()) writeSync(target, `${JSON.stringify(record)}\n`);
closeSync(target);
renameSync(partial, out);
