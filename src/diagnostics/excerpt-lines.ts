import type { Excerpt } from './place.js';
import { printable } from './quote.js';
import { codePointWidth, textWidth } from './text-width.js';

// Columns of the line shown before the cell, of the cell, and after it: a terminal of 100 holds them and the line number.
const BEFORE = 40;
const WITHIN = 40;
const AFTER = 14;

const CUT = '…';

/** The stretch of a line around a cell, fit to print, in three parts; carets go under `cell`, at least one. */
export interface ExcerptLine {
  readonly before: string;
  readonly cell: string;
  readonly after: string;
  /** In terminal columns. */
  readonly indent: number;
  readonly carets: number;
}

export function excerptLine(excerpt: Excerpt): ExcerptLine {
  const text = excerpt.text.replace(/[\r\n]+$/, '');
  const start = Math.min(Math.max(excerpt.start, 0), text.length);
  const end = Math.min(start + Math.max(excerpt.length, 0), text.length);
  const before = lastColumns(text.slice(0, start), BEFORE);
  const cell = firstColumns(text.slice(start, end), WITHIN);
  const rest = firstColumns(text.slice(end), AFTER);
  // A line cut within the cell is cut once.
  const after = rest === CUT && cell.endsWith(CUT) ? '' : rest;
  return { before, cell, after, indent: textWidth(before), carets: Math.max(1, textWidth(cell)) };
}

function firstColumns(text: string, columns: number): string {
  const plain = onOneLine(text.slice(0, columns * 4));
  if (plain.length === text.length && textWidth(plain) <= columns) return plain;
  const kept = taken([...plain], columns - 1);
  return `${kept.join('')}${CUT}`;
}

function lastColumns(text: string, columns: number): string {
  const plain = onOneLine(text.slice(-columns * 4));
  if (plain.length === text.length && textWidth(plain) <= columns) return plain;
  const kept = taken([...plain].reverse(), columns - 1);
  return `${CUT}${kept.reverse().join('')}`;
}

function taken(characters: readonly string[], columns: number): string[] {
  const kept: string[] = [];
  let width = 0;
  for (const character of characters) {
    width += codePointWidth(character.codePointAt(0) ?? 0);
    if (width > columns) break;
    kept.push(character);
  }
  return kept;
}

/** Tabs as one blank each, so that columns can be counted. */
function onOneLine(text: string): string {
  return printable(text.replaceAll('\t', ' '), Infinity);
}
