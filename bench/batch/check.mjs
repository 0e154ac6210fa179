// node bench/batch/check.mjs REFERENCE OUT ordered|exact|near: whether a program's records say what the reference says.
//   ordered  tanji: the same digits, the products in the order of the bill, equal lines too, and each record without failure
//   exact    the same digits, the products in any order
//   near     every number within 1e-9 of the reference, relatively
// Prints what it found as JSON: how many records, how many totals to the digit, the greatest relative difference.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const NEAR = 1e-9;
const LARGEST = 3;
const [reference, out, how] = process.argv.slice(2);

const linesOf = (file) => createInterface({ input: createReadStream(file), crlfDelay: Infinity });
const productOf = (line) => /"product":"([^"]+)"/.exec(line)?.[1];

/** A decimal without the zeros that say nothing, so that texts are equal where amounts are. */
function plain(number) {
  const text = String(number);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

class Mismatch extends Error {}

const found = { records: 0, exactTotals: 0, greatestDifference: 0 };

function compareNumber(place, expected, actual) {
  if (actual === null || actual === undefined) throw new Mismatch(`${place}: missing, not ${expected}`);
  if (plain(actual) === plain(expected)) return;
  const difference = Math.abs(Number(actual) - Number(expected)) / Math.abs(Number(expected));
  if (how !== 'near' || !(difference <= NEAR)) throw new Mismatch(`${place}: ${actual}, not ${expected}`);
  found.greatestDifference = Math.max(found.greatestDifference, difference);
}

function compareStages(product, expected, stated) {
  if (how === 'ordered') {
    const stages = stated.map(({ stage }) => stage).join();
    if (stages !== expected.map(({ stage }) => stage).join()) throw new Mismatch(`${product}: stages ${stages}`);
    stated.forEach(({ stage, value }, index) => compareNumber(`${product} ${stage}`, expected[index].value, value));
    return;
  }
  const left = new Map(Object.entries(stated));
  for (const { stage, value } of expected) {
    compareNumber(`${product} ${stage}`, value, left.get(stage));
    left.delete(stage);
  }
  // SQL and frames have a column for a stage that a product lacks.
  for (const [stage, value] of left) if (Number(value ?? 0) !== 0) throw new Mismatch(`${product} ${stage}: ${value}, not absent`);
}

function compareLargest(product, expected, stated) {
  if (stated.length !== Math.min(LARGEST, expected.length)) throw new Mismatch(`${product}: ${stated.length} largest`);
  const left = [...expected];
  stated.forEach((entry, rank) => {
    const place = `${product} largest ${rank + 1}`;
    const same = ({ item, factor, kgco2e }) => item === entry.item && factor === entry.factor.replace(/^drawn:/, '') && size(kgco2e) === size(expected[rank].kgco2e);
    const match = how === 'ordered' ? 0 : left.findIndex(same);
    if (match < 0 || !same(left[match])) throw new Mismatch(`${place}: ${JSON.stringify(entry)}, not ${JSON.stringify(expected[rank])}`);
    const [line] = left.splice(match, 1);
    compareNumber(place, line.kgco2e, entry.kgco2e);
    if (how !== 'ordered') return;
    for (const member of ['component', 'stage', 'line']) {
      if (line[member] !== entry[member]) throw new Mismatch(`${place} ${member}: ${entry[member]}, not ${line[member]}`);
    }
  });
}

const size = (text) => text.replace(/^-/, '');

function compareRecord(expected, record) {
  const { product } = expected;
  if (how === 'ordered' && record.exit !== 0) throw new Mismatch(`${product}: exit ${record.exit}`);
  compareNumber(`${product} total`, expected.total, record.total);
  if (plain(record.total) === plain(expected.total)) found.exactTotals += 1;
  compareStages(product, expected.by_stage, record.by_stage);
  compareLargest(product, expected.largest, record.largest);
  found.records += 1;
}

const expectedLines = new Map();
for await (const line of linesOf(reference)) expectedLines.set(productOf(line), line);
const order = how === 'ordered' ? expectedLines.keys() : undefined;
try {
  for await (const line of linesOf(out)) {
    const record = JSON.parse(line);
    const expected = expectedLines.get(record.product);
    if (expected === undefined) throw new Mismatch(`${record.product}: unknown or twice`);
    const next = order?.next().value;
    if (next !== undefined && next !== record.product) throw new Mismatch(`${record.product} where ${next} is due`);
    compareRecord(JSON.parse(expected), record);
    expectedLines.delete(record.product);
  }
  if (expectedLines.size > 0) throw new Mismatch(`${expectedLines.size} products missing`);
} catch (error) {
  if (!(error instanceof Mismatch)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
console.log(JSON.stringify(found));
