import type { Code, ProblemArguments } from '../diagnostics/codes.js';
import { problem } from '../diagnostics/problem.js';
import { parseUnit } from '../quantity/parse-unit.js';
import type { Unit } from '../quantity/unit.js';
import type { Amount, BomColumn } from './bom-line.js';
import type { FaultWatch } from './fault-watch.js';
import { isFault, readNumber, type DecimalMark } from './number.js';
import type { ProductsColumn } from './products-columns.js';
import type { CellKind, Table } from './table.js';
import type { Vocabulary } from './words.js';

// What a spreadsheet would run: `=…`, `@…`, and `+` or `-` before a name.
export const FORMULA = /^(?:[=@＝＠]|[+-]\p{L})/u;
/** A problem quotes no more of a cell than this. */
const LONGEST_QUOTED = 200;
/** Amounts kept of one column; a column with more of them does not repeat itself. */
const MOST_KEPT = 1000;

/** What a column takes: a percent sign or not, and which amounts. */
export interface AmountRule {
  readonly percent: boolean;
  readonly range?: { readonly text: string; readonly holds: (amount: Amount) => boolean };
}

const ANY: AmountRule = { percent: false };

/** The cells of one row after another; every reading that fails adds its problem. */
export class BomCells<Column extends string = BomColumn> {
  /** The row being read, 0-based. */
  row = 0;
  /** Amounts that were read before: losses, shares and distances are few, however long the bill. */
  readonly #kept = new Map<AmountRule, Map<string, Amount>>();

  constructor(
    readonly table: Table,
    private readonly columns: ReadonlyMap<Column, number>,
    readonly mark: DecimalMark | undefined,
    private readonly watch: FaultWatch,
  ) {}

  has(column: Column): boolean {
    return this.columns.has(column);
  }

  fail<C extends Code>(column: Column, code: C, args: ProblemArguments[C]): void {
    this.watch.add(problem(code, args, this.table.spot(this.row, this.columns.get(column) ?? -1)));
  }

  /** The trimmed cell; '' where it is blank, where the file lacks the column, and (with a problem) for a formula. */
  text(column: Column): string {
    const cell = this.columns.get(column);
    if (cell === undefined) return '';
    const text = this.table.rows[this.row]?.[cell]?.trim() ?? '';
    if (text === '') return '';
    const fault = kindFault(column, this.table.kind?.(this.row, cell));
    if (fault !== undefined) {
      this.fail(column, fault, { column, text: quoted(text) });
      return '';
    }
    const first = text.charCodeAt(0);
    if ((first < 0x30 || first === 0x3d || first === 0x40 || first > 0xff00) && FORMULA.test(text)) {
      this.fail(column, 'cell-formula', { column, text: quoted(text) });
      return '';
    }
    return text;
  }

  /** As `text`; a blank cell is a problem, unless the whole column is missing, which was told already. */
  compulsory(column: Column): string {
    const text = this.text(column);
    if (text === '' && this.isBlank(column)) this.fail(column, 'cell-missing', { column });
    return text;
  }

  /** An amount without a rule: quantities, which seldom repeat. */
  amount(column: Column, text: string): Amount | undefined {
    return text === '' ? undefined : this.read(column, text, ANY);
  }

  amountWithin(column: Column, text: string, rule: AmountRule): Amount | undefined {
    if (text === '') return undefined;
    let kept = this.#kept.get(rule);
    if (kept === undefined) this.#kept.set(rule, (kept = new Map<string, Amount>()));
    // The same text may be read in two ways where some cells are numbers to their spreadsheet.
    const key = this.markOf(column) === this.mark ? text : `number ${text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const amount = this.read(column, text, rule);
    if (amount !== undefined && kept.size < MOST_KEPT) kept.set(key, amount);
    return amount;
  }

  private read(column: Column, text: string, rule: AmountRule): Amount | undefined {
    const read = readNumber(text, this.markOf(column), rule.percent);
    if (!isFault(read)) {
      if (rule.range === undefined || rule.range.holds(read)) return read;
      this.fail(column, 'number-outside', { column, text: quoted(text), range: rule.range.text });
    } else if (read.fault === 'number-unclear') {
      this.fail(column, read.fault, { column, text: quoted(text), readings: read.readings.map(quoted) });
    } else {
      this.fail(column, read.fault, { column, text: quoted(text) });
    }
    return undefined;
  }

  unit(column: Column, text: string): Unit | undefined {
    if (text === '') return undefined;
    const read = parseUnit(text);
    if (read.kind === 'found') return read.unit;
    const code = read.kind === 'unknown' ? 'unit-unknown' : 'unit-ambiguous';
    this.fail(column, code, { unit: quoted(text), candidates: read.candidates });
    return undefined;
  }

  word<Word extends string>(column: Column, text: string, words: Vocabulary<Word>): Word | undefined {
    if (text === '') return undefined;
    const word = words.find(text);
    if (word === undefined) {
      this.fail(column, 'word-unknown', { column, text: quoted(text), candidates: words.candidates(text) });
    }
    return word;
  }

  /** What is a number to its spreadsheet has a point in the file. */
  private markOf(column: Column): DecimalMark | undefined {
    if (this.table.kind === undefined) return this.mark;
    return this.table.kind(this.row, this.columns.get(column) ?? -1) === 'text' ? this.mark : '.';
  }

  private isBlank(column: Column): boolean {
    const cell = this.columns.get(column);
    return cell !== undefined && this.table.rows[this.row]?.[cell]?.trim() === '';
  }
}

const NUMERIC: ReadonlySet<string> = new Set<BomColumn | ProductsColumn>([
  'level', 'quantity', 'factor_value', 'loss', 'distance_km', 'share', 'uncertainty', 'expect_kgco2e',
  'unit_amount', 'label_decimals', 'product_unit_amount', 'product_label_decimals',
]);

function kindFault(column: string, kind: CellKind | undefined): 'cell-date' | 'cell-error' | 'cell-formula-value' | undefined {
  if (kind === 'error') return 'cell-error';
  if (kind === 'date') return 'cell-date';
  return kind === 'formula' && NUMERIC.has(column) ? 'cell-formula-value' : undefined;
}

export function quoted(text: string): string {
  return text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED)}…` : text;
}
