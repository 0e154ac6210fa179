import type { Ledger, LedgerLine, Origin } from '../input/ledger-line.js';
import { countedIn } from '../input/check-ledger.js';
import { Exact } from '../quantity/exact.js';
import { ExactSum } from '../quantity/sum.js';
import type { Bilingual } from '../sectors/rule.js';
import type { Sheet } from '../sectors/sheet.js';
import { carrierName, originName } from './names.js';

/** The year reported on, or the one it is compared with. */
export type YearName = 'report' | 'baseline';

/** Rows of one origin, carrier, site and factor in a year, added up: a leaf of the worksheet. */
export interface Leaf {
  /** Id in the sheet. */
  readonly id: string;
  readonly origin: Origin;
  readonly carrier: string;
  readonly site: string;
  /** As the rows name it; absent where none does. */
  readonly factor?: string;
  readonly unit: string;
  readonly lines: readonly LedgerLine[];
}

export interface YearSums {
  readonly name: YearName;
  readonly start: string;
  readonly end: string;
  readonly leaves: readonly Leaf[];
}

/** Adds the rows of a year up, each in the unit its carrier is counted in, and enters the sums into the sheet. */
export function yearSums(name: YearName, { start, end }: { start: string; end: string }, lines: readonly LedgerLine[], sheet: Sheet): YearSums {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    if (line.period.start < start || line.period.end > end) continue;
    const { origin, carrier, site, factor = '' } = line;
    const id = [name, origin, carrier, site, factor, countedIn(line)?.unit ?? ''].join('\u0000');
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [line]);
    else known.push(line);
  }
  const leaves = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows], index) => leafOf(`${name}.${String(index + 1)}`, rows, sheet));
  return { name, start, end, leaves: leaves.filter((leaf) => leaf !== undefined) };
}

function leafOf(id: string, rows: readonly LedgerLine[], sheet: Sheet): Leaf | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const sum = new ExactSum();
  for (const row of rows) sum.add(row.amount.value.times(countedIn(row)?.ratio ?? Exact.ONE));
  const { origin, carrier, site, factor } = first;
  const unit = countedIn(first)?.unit ?? '';
  const [en, zh] = [(['en'] as const), (['zh'] as const)].map(([language]) => (
    [originName(origin)[language], carrierName(carrier)[language], site, factor ?? ''].filter((part) => part !== '').join(', ')
  ));
  sheet.enter({ id, names: { en: en ?? '', zh: zh ?? '' }, unit, value: sum.total().reduced(), status: 'ledger', rows: rows.length });
  return { id, origin, carrier, site, unit, lines: rows, ...(factor === undefined ? {} : { factor }) };
}

/** Rows that lie in neither year, and those that lie in one only in part. */
export function strayLines(ledger: Ledger, years: readonly { start: string; end: string }[]): { outside: LedgerLine[]; straddling: LedgerLine[] } {
  const outside: LedgerLine[] = [];
  const straddling: LedgerLine[] = [];
  for (const line of ledger.lines) {
    const { period } = line;
    if (years.some(({ start, end }) => period.start >= start && period.end <= end)) continue;
    if (years.some(({ start, end }) => period.start <= end && period.end >= start)) straddling.push(line);
    else outside.push(line);
  }
  return { outside, straddling };
}

/** The sum of quantities of the sheet by a formula; 0 for none. Returns its id. */
export function sumIn(sheet: Sheet, id: string, names: Bilingual, unit: string, parts: readonly string[]): string {
  const inputs = Object.fromEntries(parts.map((part, index) => [`n${String(index + 1)}`, part]));
  return sheet.derive(id, { names, unit, formula: parts.length === 0 ? '0' : Object.keys(inputs).join(' + '), inputs });
}
