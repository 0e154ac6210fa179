import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language, type Phrases } from '../diagnostics/wording.js';
import { VERBS, type DatasetsDiff, type FactorChange, type FilledCells, type ValueChange, type Verb } from '../factors/diff/change.js';
import { alignedLines, type Side } from './columns.js';
import type { Palette } from './palette.js';

type Change<V extends Verb> = Extract<FactorChange, { readonly verb: V }>;

/** Column heads beside the first, which tells the verb, and the rows below them. */
interface Table {
  readonly heads: readonly string[];
  readonly sides: readonly Side[];
  readonly rows: readonly (readonly string[])[];
}

/** The changes of a dataset as tables, one a verb. */
export function factorsDiffText({ old, new: next, changes }: DatasetsDiff, language: Language, palette: Palette): string {
  const { phrases } = wordingOf(language);
  const [before, after] = [old, next].map(({ name, version, factors }) => `${name} ${printable(version)} (${String(factors)})`);
  const blocks = VERBS.flatMap((verb) => {
    const some = changes.filter((change) => change.verb === verb);
    if (some.length === 0) return [];
    const { heads, sides, rows } = tableOf(verb, some, phrases, language);
    const head = [`${phrases[`diff.${verb}`]} (${String(some.length)})`, ...heads];
    return [alignedLines([head, ...rows], ['left', ...sides], (text, row) => (row === 0 ? palette.dim(text) : text)).join('\n')];
  });
  const told = blocks.length === 0 ? [phrases['diff.none']] : blocks;
  return `${[palette.strong(`${before ?? ''} → ${after ?? ''}`), ...told].join('\n\n')}\n`;
}

function tableOf(verb: Verb, changes: readonly FactorChange[], phrases: Phrases, language: Language): Table {
  const oldToNew = [phrases['diff.old'], phrases['diff.new'], phrases['diff.change']];
  switch (verb) {
    case 'create':
    case 'delete':
      return {
        heads: ['kg CO2e', phrases['heading.unit'], phrases['heading.name']],
        sides: ['right', 'left', 'left'],
        rows: changes.flatMap((change) => (change.verb === 'create' || change.verb === 'delete' ? [wholeRow(change, language)] : [])),
      };
    case 'update':
      return {
        heads: [phrases['diff.column'], ...oldToNew],
        sides: ['left', 'left', 'left', 'left'],
        rows: changes.flatMap((change) => (change.verb === 'update' ? cellRows(change) : [])),
      };
    case 'replace':
      return {
        heads: [phrases['diff.successor'], ...oldToNew],
        sides: ['left', 'left', 'left', 'left'],
        rows: changes.flatMap((change) => (change.verb === 'replace' ? [replacedRow(change)] : [])),
      };
    case 'split':
      return {
        heads: [phrases['diff.successor']],
        sides: ['left'],
        rows: changes.flatMap((change) => (change.verb === 'split' ? splitRows(change) : [])),
      };
  }
}

function wholeRow({ id, row }: Change<'create' | 'delete'>, language: Language): string[] {
  return [id, row.kgco2e ?? '', row.unit ?? '', nameOf(row, language)].map((cell) => printable(cell));
}

/** One row a cell; what the value came to stands beside the amount, or beside the unit where that alone changed. */
function cellRows({ id, columns, value }: Change<'update'>): string[][] {
  const valued = columns.find(({ column }) => column === 'kgco2e') ?? columns.find(({ column }) => column === 'unit');
  return columns.map((cell, index) => [
    index === 0 ? printable(id) : '', cell.column, printable(cell.old), printable(cell.new), cell === valued ? shiftText(value) : '',
  ]);
}

function replacedRow({ id, to, value }: Change<'replace'>): string[] {
  const values = value === undefined ? ['', ''] : [`${value.old} kg CO2e/${value.old_unit}`, `${value.new} kg CO2e/${value.new_unit}`];
  return [...[id, to, ...values].map((cell) => printable(cell)), shiftText(value)];
}

function splitRows({ id, to }: Change<'split'>): string[][] {
  return to.map((successor, index) => [index === 0 ? printable(id) : '', printable(successor)]);
}

function shiftText(value: ValueChange | undefined): string {
  if (value?.difference === undefined) return '';
  const unit = value.old_unit === value.new_unit ? '' : ` kg CO2e/${printable(value.old_unit)}`;
  const percent = value.percent === undefined ? '' : ` (${signed(value.percent)} %)`;
  return `${printable(signed(value.difference))}${unit}${percent}`;
}

/** An increase shows its sign. */
export function signed(amount: string): string {
  return amount.startsWith('-') || amount === '0' ? amount : `+${amount}`;
}

function nameOf(row: FilledCells, language: Language): string {
  const { name = '', name_zh: chinese = '' } = row;
  return language === 'zh' ? chinese || name : name || chinese;
}
