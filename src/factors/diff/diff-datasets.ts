import { FACTOR_COLUMNS, GASES_COLUMN } from '../factor.js';
import { Successors } from '../replacements.js';
import { VERBS, type CellChange, type DatasetsDiff, type DiffColumn, type FactorChange, type FilledCells, type ValueChange } from './change.js';
import { valued, type Edition, type EditionFactor } from './edition.js';
import { valueChange } from './value-change.js';

const COLUMNS: readonly DiffColumn[] = [...FACTOR_COLUMNS, GASES_COLUMN];

/** What changed from one edition to the next, told of each id that is in one of them alone or has other cells. */
export function diffDatasets(older: Edition, newer: Edition): DatasetsDiff {
  const successors = new Successors(newer.dataset);
  const changes: FactorChange[] = [];
  for (const old of older.factors.values()) {
    const same = newer.factors.get(old.id);
    const change = same === undefined ? goneChange(old, successors.of(old.id), newer) : updateChange(old, same);
    if (change !== undefined) changes.push(change);
  }
  for (const { id, cells } of newer.factors.values()) {
    if (!older.factors.has(id)) changes.push({ verb: 'create', id, row: filled(cells) });
  }
  changes.sort((a, b) => VERBS.indexOf(a.verb) - VERBS.indexOf(b.verb) || (a.id < b.id ? -1 : 1));
  return { old: older.dataset.facts, new: newer.dataset.facts, changes };
}

function updateChange(old: EditionFactor, next: EditionFactor): FactorChange | undefined {
  const columns = changedCells(old, next);
  if (columns.length === 0) return undefined;
  const touched = columns.some(({ column }) => column === 'kgco2e' || column === 'unit');
  return { verb: 'update', id: old.id, columns, ...(touched ? valueMember(old, next) : {}) };
}

function goneChange(old: EditionFactor, to: readonly string[], newer: Edition): FactorChange {
  const [only, ...others] = to;
  const successor = only === undefined ? undefined : newer.factors.get(only);
  if (successor === undefined) return { verb: 'delete', id: old.id, row: filled(old.cells) };
  if (others.length > 0) return { verb: 'split', id: old.id, to };
  const columns = changedCells(old, successor).filter(({ column }) => column !== 'id');
  return { verb: 'replace', id: old.id, to: successor.id, columns, ...valueMember(old, successor) };
}

function valueMember(old: EditionFactor, next: EditionFactor): { value?: ValueChange } {
  const [before, after] = [valued(old), valued(next)];
  return before === undefined || after === undefined ? {} : { value: valueChange(before, after) };
}

function changedCells(old: EditionFactor, next: EditionFactor): CellChange[] {
  return COLUMNS
    .filter((column) => old.cells[column] !== next.cells[column])
    .map((column) => ({ column, old: old.cells[column], new: next.cells[column] }));
}

function filled(cells: EditionFactor['cells']): FilledCells {
  return Object.fromEntries(COLUMNS.flatMap((column) => (cells[column] === '' ? [] : [[column, cells[column]]])));
}
