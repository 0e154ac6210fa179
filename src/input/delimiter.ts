export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter by which most names of the header line are known columns; where none is known, the one that makes
 * most cells; the comma where all are alike.
 */
export function detectDelimiter(headerLine: string, isKnown: (name: string) => boolean): Delimiter {
  let best: Delimiter = ',';
  let mostKnown = 0;
  let mostCells = 1;
  for (const delimiter of DELIMITERS) {
    const names = headerLine.split(delimiter).map((name) => name.replaceAll('"', ''));
    const count = names.filter(isKnown).length;
    if (count > mostKnown || (count === mostKnown && names.length > mostCells)) {
      best = delimiter;
      mostKnown = count;
      mostCells = names.length;
    }
  }
  return best;
}
