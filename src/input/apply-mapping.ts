import type { Findings } from '../diagnostics/findings.js';
import type { Place } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import type { Bom, BomColumn, BomLine } from './bom-line.js';
import type { Mapping, MappingRow } from './mapping.js';
import { openLines } from './open-lines.js';

/** A mapping in use: over one bill or over many, it remembers which of its rows they needed. */
export class MappingUse {
  readonly #byItem = new Map<string, MappingRow[]>();
  readonly #used = new Set<MappingRow>();

  constructor(readonly mapping: Mapping) {
    for (const row of mapping.confirmed) {
      const rows = this.#byItem.get(row.item);
      if (rows === undefined) this.#byItem.set(row.item, [row]);
      else rows.push(row);
    }
  }

  /**
   * The bill with the factors that the mapping names for lines that name none. What is wrong with such a factor is
   * told at its cell in the mapping.
   */
  apply(bom: Bom): Bom {
    const { mapping } = this;
    const open = new Set(openLines(bom.lines));
    if (open.size === 0) return bom;
    const lines = bom.lines.map((line): BomLine => {
      if (!open.has(line)) return line;
      const fitting = (this.#byItem.get(line.item) ?? []).filter((row) => fits(row, line));
      for (const row of fitting) this.#used.add(row);
      const [row] = fitting;
      if (row !== undefined) return { ...line, factor: row.factor, mapped: placeOf(mapping, row.line) };
      const unconfirmed = mapping.unconfirmed.get(line.item);
      return unconfirmed === undefined ? line : { ...line, unconfirmed: placeOf(mapping, unconfirmed) };
    });
    return {
      ...bom,
      lines,
      spot: (line: BomLine, column: BomColumn) => (
        column === 'factor' && line.mapped !== undefined ? mapping.spot(line.mapped.line, 'factor') : bom.spot(line, column)
      ),
    };
  }

  /** The 1-based lines of the rows that were needed so far. */
  get usedLines(): number[] {
    return [...this.#used].map(({ line }) => line);
  }

  /** Adds one mapping-unused for confirmed rows that no line needed, `usedElsewhere` aside. */
  tellUnused(findings: Findings, usedElsewhere: ReadonlySet<number> = new Set()): void {
    const unused = this.mapping.confirmed.filter((row) => !this.#used.has(row) && !usedElsewhere.has(row.line));
    const [first] = unused;
    if (first === undefined) return;
    findings.add(problem('mapping-unused', { items: unused.map(({ item }) => item) }, this.mapping.spot(first.line, 'item')));
  }
}

function fits(row: MappingRow, line: BomLine): boolean {
  return (row.unit === undefined || row.unit.symbol === line.unit.symbol) && (row.stage === undefined || row.stage === line.stage);
}

/** The place of the factor cell, members in canonical order as in a report's inventory. */
function placeOf(mapping: Mapping, line: number): Place {
  const { column, input, sheet } = mapping.spot(line, 'factor');
  return sheet === undefined ? { column, input, line } : { column, input, line, sheet };
}
