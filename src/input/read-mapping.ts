import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { BomCells, quoted } from './bom-cells.js';
import { readNamedTable } from './bom-table.js';
import { FaultWatch } from './fault-watch.js';
import { findColumns } from './headers.js';
import { mappingColumnNamed, missingMappingColumns, unguarded, type MappingColumn } from './mapping-columns.js';
import type { Mapping, MappingRow } from './mapping.js';
import { sha256 } from './sha256.js';
import type { Source } from './source.js';
import type { Table } from './table.js';
import { CONFIRMED_WORDS, STAGE_WORDS } from './words.js';

type Draft = { -readonly [Member in keyof MappingRow]: MappingRow[Member] };
type Cells = BomCells<MappingColumn>;

/**
 * Reads a mapping as `tanji match` writes it. Adds mapping-factor-missing and mapping-conflict beside the faults of
 * every table; undefined where one of them is an error. Rows that nobody confirmed are not read further.
 */
export function readMapping(source: Source, findings: Findings): Mapping | undefined {
  const watch = new FaultWatch(findings);
  const names = {
    isKnown: (name: string): boolean => mappingColumnNamed(name) !== undefined,
    fits: (header: readonly string[]): boolean => missingMappingColumns(header).length === 0,
  };
  const table = readNamedTable(source, names, {}, watch);
  if (table === undefined) return undefined;
  const columns = findColumns(table, mappingColumnNamed, watch);
  const found = table.header.map((name) => name.trim()).filter((name) => name !== '');
  for (const column of missingMappingColumns(table.header)) {
    watch.add(problem('column-missing', { column, found }, table.headerSpot(-1)));
  }
  if (watch.failed) return undefined;

  const rows = readRows(new BomCells(table, columns, undefined, watch), table);
  const spot = (line: number, column: MappingColumn): ReturnType<Table['spot']> => (
    table.spot(table.rowAt(line) ?? -1, columns.get(column) ?? -1)
  );
  for (const [row, first] of conflictsOf(rows.confirmed)) {
    const { item, factor } = row;
    watch.add(problem('mapping-conflict', { item: quoted(item), factor, first: first.line, other: first.factor }, spot(row.line, 'factor')));
  }
  if (watch.failed) return undefined;
  return {
    input: {
      ...table.facts, role: 'mapping', rows: table.rows.length,
      sha256: sha256(source.bytes),
    },
    ...rows,
    spot,
  };
}

function readRows(cells: Cells, table: Table): Pick<Mapping, 'confirmed' | 'unconfirmed'> {
  const confirmed: MappingRow[] = [];
  const unconfirmed = new Map<string, number>();
  for (let row = 0; row < table.rows.length; row += 1) {
    cells.row = row;
    const line = table.lineOf(row);
    const item = unguarded(cells.compulsory('item'));
    const word = cells.word('confirmed', cells.text('confirmed'), CONFIRMED_WORDS);
    if (word === 'yes') {
      const read = readRow(cells, line, item);
      if (read !== undefined) confirmed.push(read);
    } else if (!unconfirmed.has(item)) {
      unconfirmed.set(item, line);
    }
  }
  return { confirmed, unconfirmed };
}

function readRow(cells: Cells, line: number, item: string): MappingRow | undefined {
  const unit = cells.unit('unit', cells.text('unit'));
  const stage = cells.word('stage', cells.text('stage'), STAGE_WORDS);
  const factor = unguarded(cells.text('factor'));
  if (factor === '') {
    cells.fail('factor', 'mapping-factor-missing', { item: quoted(item) });
    return undefined;
  }
  const row: Draft = { line, item, factor };
  if (unit !== undefined) row.unit = unit;
  if (stage !== undefined) row.stage = stage;
  return row;
}

/** Each row that fits a line for which an earlier row has another factor, with that row. */
function* conflictsOf(rows: readonly MappingRow[]): Generator<[MappingRow, MappingRow]> {
  const byItem = new Map<string, MappingRow[]>();
  for (const row of rows) {
    const earlier = byItem.get(row.item) ?? [];
    const first = earlier.find((one) => one.factor !== row.factor && overlap(one, row));
    if (first !== undefined) yield [row, first];
    earlier.push(row);
    byItem.set(row.item, earlier);
  }
}

function overlap(a: MappingRow, b: MappingRow): boolean {
  const units = a.unit === undefined || b.unit === undefined || a.unit.symbol === b.unit.symbol;
  return units && (a.stage === undefined || b.stage === undefined || a.stage === b.stage);
}
