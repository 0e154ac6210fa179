import { printable } from '../diagnostics/quote.js';
import { wordingOf, type Language, type Phrases } from '../diagnostics/wording.js';
import type { DiffEffect, EffectOn, NotComputable, Shift } from '../report/effect.js';
import { alignedLines } from './columns.js';
import { signed } from './factors-diff-text.js';
import { LONGEST_NAME, nameIn } from './figures.js';
import type { Palette } from './palette.js';

/** What a change of a dataset does to a report: by factor, then the total, then what nobody can work out. */
export function diffEffectText({ product, unit, total, beyond_boundary }: DiffEffect, language: Language, palette: Palette): string {
  const { phrases } = wordingOf(language);
  const name = printable(nameIn(product.names, language), LONGEST_NAME);
  const title = `${phrases['diff.effect']}${phrases.colon}${name} (${unit.amount} ${printable(unit.unit)})`;
  const blocks = [
    palette.strong(title),
    ...effectBlocks(total, phrases['diff.total'], phrases, palette),
    ...(beyond_boundary === undefined ? [] : effectBlocks(beyond_boundary, phrases['stage.beyond_boundary'], phrases, palette)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function effectBlocks({ factors, not_computable, ...whole }: EffectOn, name: string, phrases: Phrases, palette: Palette): string[] {
  const head = [phrases['heading.factor'], phrases['diff.lines'], `kg CO2e ${phrases['diff.old']}`, phrases['diff.new'], phrases['diff.change'], '%'];
  const rows = factors.map(({ factor, to, contributions, ...shift }) => [
    `${printable(factor)}${to === undefined ? '' : ` → ${printable(to)}`}`, String(contributions.length), ...shiftCells(shift),
  ]);
  const lines = alignedLines(
    [head, ...rows, [name, '', ...shiftCells(whole)]],
    ['left', 'right', 'right', 'right', 'right', 'right'],
    (text, row) => (row === 0 ? palette.dim(text) : row > rows.length ? palette.strong(text) : text),
  );
  return [lines.join('\n'), ...(not_computable.length === 0 ? [] : [openBlock(not_computable, phrases, palette)])];
}

function openBlock(open: readonly NotComputable[], phrases: Phrases, palette: Palette): string {
  const head = [phrases['diff.not_computable'], phrases['diff.lines'], 'kg CO2e', phrases.why];
  const rows = open.map(({ factor, reason, kgco2e, contributions }) => [
    printable(factor), String(contributions.length), kgco2e, phrases[`not_computable.${reason}`],
  ]);
  return alignedLines([head, ...rows], ['left', 'right', 'right', 'left'], (text, row) => (row === 0 ? palette.dim(text) : text)).join('\n');
}

function shiftCells({ old, new: next, difference, percent }: Shift): string[] {
  return [old, next, signed(difference), percent === undefined ? '' : signed(percent)];
}
