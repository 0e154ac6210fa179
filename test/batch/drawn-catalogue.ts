import fc from 'fast-check';
import { csvLine, HEADER, line } from './drawn-bills.js';

/** Ids whose bytes are not those of the id, or of its JSON, among plain ones. */
const ODD_IDS = ['=cmd', '-7', '+7', '\u3000blank', 'end\u00a0', 'back\\slash', 'ctrl\u0001', '\ufeffmark', 'tab\tin'];
const PLAIN_IDS = ['lamp', '产品', 'é', '（甲）', 'x y', '12/34', '__proto__', 'a-product-of-a-long-name'];
const PLAIN = ['', 'sheet', 'raw_materials', '2.5', 'kg', 'steel', '', '', '', '', ''];

/** Numbers below a bound, the same for the same seed: mulberry32. */
export function numbersOf(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Lines to draw from, hard cases weighted, their products left open. */
export function linePool(seed: number): string[][] {
  return fc.sample(line(''), { seed, numRuns: 4000 }).map(([, ...cells]) => cells);
}

/** A bill of so many lines whose products stand together, mixed from the pool; and the ids that a table may declare. */
export function drawnCatalogue(pool: readonly string[][], next: (below: number) => number, lines: number): { bill: string; ids: string[] } {
  const delimiter = [',', ';', '\t'][next(3)] ?? ',';
  const newline = next(2) === 0 ? '\n' : '\r\n';
  const rows = [HEADER.join(delimiter)];
  const declared: string[] = [];
  for (let product = 0; rows.length <= lines; product += 1) {
    const ids = next(20) === 0 ? ODD_IDS : PLAIN_IDS;
    const id = `${ids[next(ids.length)] ?? ''} ${String(product)}`;
    if (ids === PLAIN_IDS) declared.push(id);
    // Most products are short, so that all lines of many are plain.
    const count = next(8) === 0 ? 1 + next(30) : 1 + next(4);
    const isEasy = next(3) === 0;
    const isEven = next(30) === 0;
    const steps = 10_000 + next(90_000);
    for (let at = 0; at < count; at += 1) {
      const cells = isEven ? even(steps, next(3)) : isEasy && next(6) > 0 ? PLAIN : pool[next(pool.length)] ?? PLAIN;
      const named = next(60) === 0 ? ` ${id}  ` : next(200) === 0 && at > 0 ? '' : id;
      rows.push(ragged(csvLine([named, ...cells], next(12) === 0, delimiter), next(150), delimiter));
    }
    if (next(40) === 0) rows.push(['', delimiter.repeat(HEADER.length - 1), ' '][next(3)] ?? '');
  }
  return { bill: rows.join(newline) + (next(2) === 0 ? newline : ''), ids: declared };
}

/** A table of most of the products: units differ, boundaries and periods seldom, a few rows are at fault. */
export function drawnTable(ids: readonly string[], next: (below: number) => number): string {
  const rows = ids.filter(() => next(20) > 0).map((id, index) => [
    id, 'Any', next(9) === 0 ? '4006381333931' : '', next(60) === 0 ? 'functional' : 'declared', ['1', '0.5', '12', next(40) === 0 ? 'x' : '3'][next(4)], ['piece', 'kg', 'm2'][next(3)],
    index > 0 && next(12) === 0 ? 'cradle-to-grave' : 'cradle-to-gate', index > 0 && next(12) === 0 ? '2030-01-01' : '2025-01-01', '2030-12-31',
    next(9) === 0 ? 'Maker' : '', next(9) === 0 ? '2025-06-01' : '', next(9) === 0 ? 'two' : '',
  ]);
  return [['product', 'name', 'gtin', 'unit_kind', 'unit_amount', 'unit', 'boundary', 'period_start', 'period_end', 'manufacturer', 'valid_from', 'label_scheme'], ...rows]
    .map((cells) => csvLine(cells.map((cell) => cell ?? ''), false)).join('\n');
}

/** Contributions that are equal, or are not, in the last digits alone: doubles round them either way. */
function even(steps: number, kind: number): string[] {
  const [quantity, factor] = kind === 0 ? [`${String(2 * steps)}.00`, 'fine'] : [String(steps + kind - 1), 'twice'];
  return ['', factor, 'raw_materials', quantity, 'kg', factor, '', '', '', '', ''];
}

/** Rows may be longer by blank cells; cells that lack, or are too many, are faults. */
function ragged(row: string, kind: number, delimiter: string): string {
  if (kind === 0) return row + delimiter;
  if (kind === 1) return `${row}${delimiter}more`;
  return kind === 2 && !row.includes('"') ? row.slice(0, row.lastIndexOf(delimiter)) : row;
}
