const QUOTE = 34;

/** Where one record of a CSV text stands: `text.slice(start, end)` holds it without its line break. */
export interface RecordPlace {
  readonly start: number;
  readonly end: number;
  /** 1-based line on which the record begins. */
  readonly line: number;
}

export type RecordPlaces =
  | { readonly kind: 'records'; readonly records: readonly RecordPlace[] }
  /** `cell` counts from 1. */
  | { readonly kind: 'quote'; readonly detail: 'unclosed' | 'stray'; readonly line: number; readonly cell: number };

/**
 * Finds the records of a comma-separated text (RFC 4180; LF and CRLF) without building their cells: every run opens
 * every bundled dataset and asks for a handful of its rows, and a CSV parser would take longer over all of them than
 * the whole run may (docs/decisions/0002). For the same reason it leaps from mark to mark. Blank lines are no records.
 */
export function findRecords(text: string): RecordPlaces {
  const records: RecordPlace[] = [];
  let line = 1;
  let quote = nextOf(text, '"', 0);
  for (let start = 0; start < text.length; ) {
    let breaks = 0;
    let end = nextOf(text, '\n', start);
    while (quote < end) {
      const opensCell = quote === start || text[quote - 1] === ',';
      const close = opensCell ? closingQuote(text, quote) : quote;
      if (!opensCell || close < 0 || !endsCell(text, close + 1)) {
        const cell = Array.from(cellPlaces(text, { start, end: quote })).length;
        const detail = close < 0 ? 'unclosed' : 'stray';
        return { kind: 'quote', detail, line: line + breaks + (detail === 'stray' ? lineBreaks(text, quote, close) : 0), cell };
      }
      breaks += lineBreaks(text, quote, close);
      quote = nextOf(text, '"', close + 1);
      end = nextOf(text, '\n', close + 1);
    }
    const bare = text[end - 1] === '\r' ? end - 1 : end;
    if (bare > start) records.push({ start, end: bare, line });
    line += 1 + breaks;
    start = end + 1;
  }
  return { kind: 'records', records };
}

/** Where a cell of a record stands, quotation marks included. */
export interface CellPlace {
  readonly start: number;
  readonly end: number;
}

/** The cells of a record that `findRecords` found. */
export function* cellPlaces(text: string, record: CellPlace): Generator<CellPlace> {
  for (let start = record.start; ; ) {
    const end = cellEnd(text, start, record.end);
    yield { start, end };
    if (end >= record.end) return;
    start = end + 1;
  }
}

/** The text of a cell: without quotation marks around it, and without blanks. */
export function cellText(text: string, { start, end }: CellPlace): string {
  const plain = text.charCodeAt(start) === QUOTE ? text.slice(start + 1, end - 1).replaceAll('""', '"') : text.slice(start, end);
  return plain.trim();
}

/** Where the cell that begins at `start` ends. */
export function cellEnd(text: string, start: number, recordEnd: number): number {
  if (start >= recordEnd) return recordEnd;
  const comma = text.indexOf(',', text.charCodeAt(start) === QUOTE ? closingQuote(text, start) : start);
  return comma < 0 || comma > recordEnd ? recordEnd : comma;
}

/** Where a mark comes next, or the end of the text. */
function nextOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** The quotation mark that closes the one at `open`; two in a row are one of the cell's own. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function endsCell(text: string, at: number): boolean {
  return at === text.length || text[at] === ',' || text[at] === '\n' || text.startsWith('\r\n', at);
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
