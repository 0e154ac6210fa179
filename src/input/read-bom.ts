import type { Findings } from '../diagnostics/findings.js';
import { BillProducts } from './bill-products.js';
import { BomCells } from './bom-cells.js';
import { findBomColumns } from './bom-headers.js';
import { BomLevels } from './bom-level.js';
import type { Bom, BomColumn, BomLine, InputFacts } from './bom-line.js';
import { readRow } from './bom-row.js';
import { readBomTable, type BomReading } from './bom-table.js';
import { uncertaintyNumber } from './bom-uncertainty.js';
import { DecimalMarkFinder } from './decimal-mark.js';
import { declaresProducts } from './declaring-columns.js';
import { FaultWatch } from './fault-watch.js';
import type { DecimalMark } from './number.js';
import { sha256 } from './sha256.js';
import type { Source } from './source.js';
import type { Table } from './table.js';

export type { BomReading } from './bom-table.js';

/** Reads a bill of materials. Adds all faults of the file to `findings`; undefined where one of them is an error. */
export function readBom(source: Source, reading: BomReading, findings: Findings): Bom | undefined {
  const watch = new FaultWatch(findings);
  const table = readBomTable(source, reading, watch);
  if (table === undefined) return undefined;
  const columns = findBomColumns(table, watch, reading.factorless);
  const mark = reading.decimalMark ?? settledMark(table, columns);
  const input: InputFacts = {
    ...table.facts,
    role: 'bom',
    sha256: sha256(source.bytes),
    rows: table.rows.length,
    ...decimalMarkOf(table, mark),
  };
  return bomOf({ table, columns, mark, input }, watch);
}

/** A table whose columns are found and whose decimal mark is settled. */
export interface BomTable {
  readonly table: Table;
  readonly columns: ReadonlyMap<BomColumn, number>;
  readonly mark: DecimalMark | undefined;
  /** What the bill says of the input it was read from. */
  readonly input: InputFacts;
}

/** Reads the rows of a table as lines of a bill. Adds all their faults; undefined where there is an error. */
export function bomOf({ table, columns, mark, input }: BomTable, watch: FaultWatch): Bom | undefined {
  const cells = new BomCells(table, columns, mark, watch);
  const products = declaresProducts(columns) ? new BillProducts(cells, columns, watch) : undefined;
  const lines = readLines(cells, products);
  if (watch.failed) return undefined;
  return {
    input,
    lines,
    ...(products === undefined ? {} : { products: products.declared }),
    column: (column) => (columns.get(column) ?? -1) + 1,
    spot: (line, column) => table.spot(table.rowAt(line.line) ?? -1, columns.get(column) ?? -1),
  };
}

function readLines(cells: BomCells, products: BillProducts | undefined): BomLine[] {
  const levels = new BomLevels();
  const paths = new Map<string, string>();
  const lines: BomLine[] = [];
  for (let row = 0; row < cells.table.rows.length; row += 1) {
    cells.row = row;
    const line = readRow(cells, levels, paths);
    if (line === undefined) continue;
    lines.push(line);
    products?.take(line.product);
  }
  return lines;
}

export const NUMERIC: readonly BomColumn[] = ['quantity', 'factor_value', 'loss', 'distance_km', 'share', 'expect_kgco2e'];

/** A workbook's numbers have a point in the file, whatever its texts were written with. */
export function decimalMarkOf(table: Table, mark: DecimalMark | undefined): Pick<InputFacts, 'decimalMark'> {
  const stated = mark ?? (table.kind === undefined ? undefined : '.');
  return stated === undefined ? {} : { decimalMark: stated };
}

function settledMark(table: Table, columns: ReadonlyMap<BomColumn, number>): DecimalMark | undefined {
  const finder = new DecimalMarkFinder();
  noteNumbers(table, columns, finder);
  return finder.settled(table.facts.delimiter ?? ',');
}

/** Shows a finder the numbers of a table. */
export function noteNumbers(table: Table, columns: ReadonlyMap<BomColumn, number>, finder: DecimalMarkFinder): void {
  const note = (cell: number, number: (text: string) => string): void => {
    table.rows.forEach((row, index) => {
      const text = row[cell]?.trim() ?? '';
      if (text !== '' && (table.kind === undefined || table.kind(index, cell) === 'text')) finder.note(number(text));
    });
  };
  for (const column of NUMERIC) {
    const cell = columns.get(column);
    if (cell !== undefined) note(cell, (text) => text);
  }
  const cell = columns.get('uncertainty');
  if (cell !== undefined) note(cell, (text) => uncertaintyNumber(text).number);
}
