import { problem, type Problem } from '../../diagnostics/problem.js';
import { decimalText } from '../../quantity/decimal-text.js';
import { Exact } from '../../quantity/exact.js';
import type { Factor, FactorColumn } from '../factor.js';
import { SPLIT_COLUMNS } from '../read-factor.js';
import type { LintedRow, LintRule } from './rule.js';

const AMOUNTS: readonly FactorColumn[] = ['kgco2e', ...SPLIT_COLUMNS, 'aircraft'];

/** Fewer equal amounts than this may be chance. */
const FEWEST_EQUAL = 3;

/** A column of amounts that never changes is usually the trace of a failed import. */
export const columnDead: LintRule = {
  codes: ['factor-column-dead'],
  *check(rows) {
    for (const column of AMOUNTS) {
      const filled = rows.flatMap(({ row }) => {
        const amount = Exact.parse(row.cells[column]);
        return amount === undefined ? [] : [{ row, amount }];
      });
      const first = filled[0];
      if (first === undefined || filled.length < FEWEST_EQUAL) continue;
      if (filled.every(({ amount }) => amount.equals(first.amount))) {
        yield problem('factor-column-dead', { column, value: first.row.cells[column] }, first.row.spot(column));
      }
    }
  },
};

/** A median of fewer neighbours than this says little. */
const FEWEST_NEIGHBOURS = 5;
/** Farther from the median than this is usually a slip of unit: g for kg, kg for t. */
const FARTHEST = Exact.of('1000');

/** An amount far from its neighbours: factors of the same category whose units have the same dimension. */
export const magnitude: LintRule = {
  codes: ['factor-magnitude'],
  *check(rows) {
    for (const group of neighbours(rows).values()) {
      const middle = median(group.map(({ size }) => size));
      if (group.length < FEWEST_NEIGHBOURS || middle.isZero) continue;
      for (const { linted, factor, size } of group) {
        if (size.isZero || (size.compare(middle.times(FARTHEST)) <= 0 && size.times(FARTHEST).compare(middle) >= 0)) continue;
        yield farFromMedian(linted, factor, middle);
      }
    }
  },
};

function farFromMedian({ row }: LintedRow, factor: Factor, middle: Exact): Problem {
  const unit = row.cells.unit;
  return problem(
    'factor-magnitude',
    {
      id: factor.id,
      value: `${row.cells.kgco2e} kg CO2e/${unit}`,
      category: row.cells.category,
      median: `${decimalText(middle.times(factor.unit.size), 3)} kg CO2e/${unit}`,
    },
    row.spot('kgco2e'),
  );
}

interface Neighbour {
  readonly linted: LintedRow;
  readonly factor: Factor;
  /** kg CO2e per one coherent base unit, without its sign. */
  readonly size: Exact;
}

function neighbours(rows: readonly LintedRow[]): Map<string, Neighbour[]> {
  const groups = new Map<string, Neighbour[]>();
  for (const linted of rows) {
    if (linted.reading.kind !== 'sound' || linted.row.cells.category === '') continue;
    const { factor } = linted.reading;
    const powers = Object.entries(factor.unit.dimension).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([linted.row.cells.category, powers]);
    const group = groups.get(key) ?? [];
    group.push({ linted, factor, size: factor.value.absolute().dividedBy(factor.unit.size) });
    groups.set(key, group);
  }
  return groups;
}

/** The middle one, or the lower of the two middle ones. */
function median(amounts: readonly Exact[]): Exact {
  const sorted = [...amounts].sort((a, b) => a.compare(b));
  return sorted[(sorted.length - 1) >> 1] ?? Exact.ZERO;
}
