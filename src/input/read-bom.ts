import { createHash } from 'node:crypto';
import type { Findings } from '../diagnostics/findings.js';
import { BomCells } from './bom-cells.js';
import { bomColumnNamed, findBomColumns } from './bom-headers.js';
import { BomLevels } from './bom-level.js';
import type { Bom, BomColumn, BomLine } from './bom-line.js';
import { readRow } from './bom-row.js';
import { uncertaintyNumber } from './bom-uncertainty.js';
import { DecimalMarkFinder } from './decimal-mark.js';
import type { Delimiter } from './delimiter.js';
import { decode } from './encoding.js';
import { FaultWatch } from './fault-watch.js';
import type { DecimalMark } from './number.js';
import type { Source } from './source.js';
import { readTable, type Table } from './table.js';

/** What the user states instead of having it detected. */
export interface BomReading {
  readonly encoding?: string;
  readonly delimiter?: Delimiter;
  readonly decimalMark?: DecimalMark;
}

/** Reads a bill of materials. Adds all faults of the file to `findings`; undefined where one of them is an error. */
export function readBom(source: Source, reading: BomReading, findings: Findings): Bom | undefined {
  const watch = new FaultWatch(findings);
  const decoded = decode(source, watch, reading.encoding);
  if (decoded === undefined) return undefined;
  const isKnown = (name: string): boolean => bomColumnNamed(name) !== undefined;
  const { delimiter } = reading;
  const table = readTable(source.name, decoded, { isKnown, ...(delimiter === undefined ? {} : { delimiter }) }, watch);
  if (table === undefined) return undefined;
  const columns = findBomColumns(table, watch);
  const mark = reading.decimalMark ?? settledMark(table, columns);
  const lines = readLines(new BomCells(table, columns, mark, watch), table);
  if (watch.failed) return undefined;
  return {
    input: {
      ...table.facts,
      role: 'bom',
      sha256: createHash('sha256').update(source.bytes).digest('hex'),
      rows: table.rows.length,
      ...(mark === undefined ? {} : { decimalMark: mark }),
    },
    lines,
    column: (column) => (columns.get(column) ?? -1) + 1,
    spot: (line, column) => table.spot(table.rowAt(line.line) ?? -1, columns.get(column) ?? -1),
  };
}

function readLines(cells: BomCells, table: Table): BomLine[] {
  const levels = new BomLevels();
  const paths = new Map<string, string>();
  const lines: BomLine[] = [];
  for (let row = 0; row < table.rows.length; row += 1) {
    cells.row = row;
    const line = readRow(cells, levels, paths);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

const NUMERIC: readonly BomColumn[] = ['quantity', 'factor_value', 'loss', 'distance_km', 'share', 'expect_kgco2e'];

function settledMark(table: Table, columns: ReadonlyMap<BomColumn, number>): DecimalMark | undefined {
  const finder = new DecimalMarkFinder();
  for (const column of NUMERIC) {
    const cell = columns.get(column);
    if (cell === undefined) continue;
    for (const row of table.rows) finder.note(row[cell]?.trim() ?? '');
  }
  const cell = columns.get('uncertainty');
  if (cell !== undefined) {
    for (const row of table.rows) finder.note(uncertaintyNumber(row[cell]?.trim() ?? '').number);
  }
  return finder.settled(table.facts.delimiter);
}
