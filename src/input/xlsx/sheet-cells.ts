import type { CellKind } from '../table.js';
import type { XmlAttributes, XmlHandlers } from '../xml.js';
import { cellPlace, cellRange, MOST_COLUMNS, MOST_ROWS, type CellRange } from './cell-place.js';
import { numberText, plainText } from './cell-text.js';
import type { Workbook } from './workbook-parts.js';

/** A cell that holds something; `column` counts from 1. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
  readonly kind: CellKind;
}

/** A row with cells in it; `line` counts from 1. */
export interface SheetRow {
  readonly line: number;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
}

export interface SheetCellsOptions {
  /** Formulas count as the values stored beside them. */
  readonly formulas: boolean;
  /** Takes one row after another; `stop` ends the reading. */
  readonly row: (row: SheetRow) => 'stop' | undefined;
}

/** Array formulas over several cells that may be open at a time; beyond, every cell counts as one of theirs. */
const MOST_OPEN_ARRAYS = 1000;

/** Reads the cells of a worksheet part. A fault that XML itself does not have is told by `fault`. */
export class SheetCells {
  /** Why the cells cannot be trusted. */
  fault: 'cell-place' | 'string-index' | undefined;
  /** Whether a stored value of a formula was taken. */
  tookFormula = false;
  /** Hidden columns, 1-based. */
  readonly hiddenColumns = new Set<number>();
  #inData = false;
  #line = 0;
  #rowHidden = false;
  #cells: SheetCell[] = [];
  #cell: OpenCell | undefined;
  /** Which text of the cell is being read. */
  #collects: 'text' | 'formula' | undefined;
  #inGuide = false;
  /** The cells of one array formula: only the first of them carries it. */
  #arrays: CellRange[] = [];
  #stopped = false;

  constructor(private readonly workbook: Workbook, private readonly options: SheetCellsOptions) {}

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (this.#stopped) return 'stop';
      if (name === 'sheetData') this.#inData = true;
      else if (name === 'col' && isTrue(attributes.get('hidden'))) this.#hideColumns(attributes);
      else if (this.#inData) this.#open(name, attributes);
      return this.fault === undefined ? undefined : 'stop';
    },
    text: (piece) => {
      if (this.#collects !== undefined && this.#cell !== undefined) this.#cell[this.#collects] += piece;
    },
    close: (name) => {
      this.#collects = undefined;
      if (name === 'sheetData') this.#inData = false;
      if (name === 'rPh') this.#inGuide = false;
      if (!this.#inData) return;
      if (name === 'c') this.#closeCell();
      if (name === 'row' && this.#cells.length > 0) {
        this.#stopped = this.options.row({ line: this.#line, hidden: this.#rowHidden, cells: this.#cells }) === 'stop';
      }
    },
  };

  #open(name: string, attributes: XmlAttributes): void {
    const cell = this.#cell;
    switch (name) {
      case 'row': return this.#openRow(attributes);
      case 'c': return this.#openCell(attributes);
      case 'rPh': this.#inGuide = true; return;
      case 'v': this.#openValue(); return;
      case 't': if (cell?.type === 'inlineStr' && !this.#inGuide) this.#collects = 'text'; return;
      case 'f': if (cell !== undefined) this.#openFormula(cell, attributes); return;
    }
  }

  #openValue(): void {
    this.#collects = 'text';
    if (this.#cell !== undefined) this.#cell.hasValue = true;
  }

  #openRow(attributes: XmlAttributes): void {
    const line = Number(attributes.get('r') ?? this.#line + 1);
    if (!Number.isInteger(line) || line <= this.#line || line > MOST_ROWS) this.fault = 'cell-place';
    this.#line = line;
    this.#rowHidden = isTrue(attributes.get('hidden'));
    this.#cells = [];
    this.#cell = undefined;
    this.#arrays = this.#arrays.filter(({ to }) => to.row >= line);
  }

  #openCell(attributes: XmlAttributes): void {
    const reference = attributes.get('r');
    const previous = this.#cell?.column ?? 0;
    const place = reference === undefined ? { row: this.#line, column: previous + 1 } : cellPlace(reference);
    if (place?.row !== this.#line || place.column <= previous || place.column > MOST_COLUMNS) {
      this.fault = 'cell-place';
      return;
    }
    const { column } = place;
    this.#cell = {
      column, type: attributes.get('t') ?? 'n', style: attributes.get('s'), text: '', formula: '', hasValue: false,
      isFormula: this.#inArray(column),
    };
  }

  #openFormula(cell: OpenCell, attributes: XmlAttributes): void {
    cell.isFormula = true;
    this.#collects = 'formula';
    const range = cellRange(attributes.get('ref') ?? '');
    const type = attributes.get('t');
    if (range === undefined || (type !== 'array' && type !== 'dataTable')) return;
    if (range.to.row > range.from.row || range.to.column > range.from.column) this.#arrays.push(range);
  }

  #inArray(column: number): boolean {
    if (this.#arrays.length > MOST_OPEN_ARRAYS) return true;
    return this.#arrays.some(({ from, to }) => column >= from.column && column <= to.column && this.#line >= from.row);
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    const read = this.#read(cell);
    if (read.text !== '') this.#cells.push({ column: cell.column, ...read });
  }

  #read(cell: OpenCell): { text: string; kind: CellKind } {
    const { text, kind } = this.#value(cell);
    // A formula that nothing has computed stands as text, and is refused as such: it must not pass for a blank cell.
    if (cell.isFormula && (!cell.hasValue || (text === '' && cell.type === 'n'))) return { text: `=${cell.formula}`, kind: 'text' };
    if (!cell.isFormula || kind === 'error' || kind === 'date') return { text, kind };
    if (!this.options.formulas) return { text, kind: 'formula' };
    this.tookFormula ||= text !== '';
    return { text, kind };
  }

  #value({ type, text, style }: OpenCell): { text: string; kind: CellKind } {
    switch (type) {
      case 's': {
        const shared = text === '' ? '' : this.workbook.strings.text(text.trim());
        if (shared === undefined) this.fault = 'string-index';
        return { text: shared ?? '', kind: 'text' };
      }
      case 'str': case 'inlineStr': return { text: plainText(text), kind: 'text' };
      case 'b': return { text: text === '' ? '' : isTrue(text.trim()) ? 'TRUE' : 'FALSE', kind: 'text' };
      case 'e': return { text: text === '' ? '#?' : text, kind: 'error' };
      case 'd': return { text, kind: 'date' };
      default: {
        const number = numberText(text.trim());
        return { text: number, kind: this.workbook.styles.isDate(style) ? 'date' : 'number' };
      }
    }
  }

  #hideColumns(attributes: XmlAttributes): void {
    const last = Math.min(Number(attributes.get('max')), MOST_COLUMNS);
    for (let column = Math.max(1, Number(attributes.get('min'))); column <= last; column += 1) this.hiddenColumns.add(column);
  }
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: string | undefined;
  text: string;
  formula: string;
  hasValue: boolean;
  isFormula: boolean;
}

/** xsd:boolean. */
function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
