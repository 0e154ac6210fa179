import type { BomLine } from './bom-line.js';

/**
 * The lines that need a factor and name none: without a factor, without a supplier's own, and with no rows below them
 * in an indented bill. In the order of the bill.
 */
export function openLines(lines: readonly BomLine[]): BomLine[] {
  return leafLines(lines).filter(({ factor, supplier }) => factor === undefined && supplier === undefined);
}

/** The lines without rows below them: the next row of the product is no deeper. */
export function leafLines(lines: readonly BomLine[]): BomLine[] {
  const parents = new Set<BomLine>();
  const last = new Map<string, BomLine>();
  for (const line of lines) {
    const previous = last.get(line.product);
    if (previous?.level !== undefined && line.level !== undefined && line.level > previous.level) parents.add(previous);
    last.set(line.product, line);
  }
  return lines.filter((line) => !parents.has(line));
}
