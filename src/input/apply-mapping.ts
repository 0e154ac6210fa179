import type { Findings } from '../diagnostics/findings.js';
import type { Place } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import type { Bom, BomColumn, BomLine } from './bom-line.js';
import type { Mapping, MappingRow } from './mapping.js';
import { openLines } from './open-lines.js';

/**
 * The bill with the factors that a mapping names for lines that name none. What is wrong with such a factor is told at
 * its cell in the mapping. Adds one mapping-unused for confirmed rows that no line needs.
 */
export function applyMapping(bom: Bom, mapping: Mapping, findings: Findings): Bom {
  const open = new Set(openLines(bom.lines));
  const byItem = new Map<string, MappingRow[]>();
  for (const row of mapping.confirmed) {
    const rows = byItem.get(row.item);
    if (rows === undefined) byItem.set(row.item, [row]);
    else rows.push(row);
  }
  const used = new Set<MappingRow>();
  const lines = bom.lines.map((line): BomLine => {
    if (!open.has(line)) return line;
    const fitting = (byItem.get(line.item) ?? []).filter((row) => fits(row, line));
    for (const row of fitting) used.add(row);
    const [row] = fitting;
    if (row !== undefined) return { ...line, factor: row.factor, mapped: placeOf(mapping, row.line) };
    const unconfirmed = mapping.unconfirmed.get(line.item);
    return unconfirmed === undefined ? line : { ...line, unconfirmed: placeOf(mapping, unconfirmed) };
  });
  const unused = mapping.confirmed.filter((row) => !used.has(row));
  const [first] = unused;
  if (first !== undefined) {
    findings.add(problem('mapping-unused', { items: unused.map(({ item }) => item) }, mapping.spot(first.line, 'item')));
  }
  return {
    ...bom,
    lines,
    spot: (line: BomLine, column: BomColumn) => (
      column === 'factor' && line.mapped !== undefined ? mapping.spot(line.mapped.line, 'factor') : bom.spot(line, column)
    ),
  };
}

function fits(row: MappingRow, line: BomLine): boolean {
  return (row.unit === undefined || row.unit.symbol === line.unit.symbol) && (row.stage === undefined || row.stage === line.stage);
}

/** The place of the factor cell, members in canonical order as in a report's inventory. */
function placeOf(mapping: Mapping, line: number): Place {
  const { column, input, sheet } = mapping.spot(line, 'factor');
  return sheet === undefined ? { column, input, line } : { column, input, line, sheet };
}
