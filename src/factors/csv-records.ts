const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const RETURN = 13;

/** Where one record of a CSV text stands: `text.slice(start, end)` holds it without its line break. */
export interface RecordPlace {
  readonly start: number;
  readonly end: number;
  /** 1-based line on which the record begins. */
  readonly line: number;
}

export type CsvRecords =
  | { readonly kind: 'records'; readonly records: readonly RecordPlace[] }
  /** `cell` counts from 1. */
  | { readonly kind: 'quote'; readonly detail: 'unclosed' | 'stray'; readonly line: number; readonly cell: number };

/**
 * Finds the records of a comma-separated text (RFC 4180; CR, LF and CRLF) without building their cells: every run
 * opens every bundled dataset and asks for a handful of its rows, and a CSV parser would take longer over all of
 * them than the whole run may (docs/decisions/0002). Blank lines are no records.
 */
export function findRecords(text: string): CsvRecords {
  const scan: Scan = { text, at: 0, line: 1 };
  const records: RecordPlace[] = [];
  while (scan.at < text.length) {
    const start = scan.at;
    const { line } = scan;
    for (let cell = 1; ; cell += 1) {
      const detail = text.charCodeAt(scan.at) === QUOTE ? skipQuoted(scan) : skipPlain(scan);
      if (detail !== undefined) return { kind: 'quote', detail, line: scan.line, cell };
      if (text.charCodeAt(scan.at) !== COMMA) break;
      scan.at += 1;
    }
    if (scan.at > start) records.push({ start, end: scan.at, line });
    skipLineBreak(scan);
  }
  return { kind: 'records', records };
}

/** Where a cell of a record stands, quotation marks included. */
export interface CellPlace {
  readonly start: number;
  readonly end: number;
}

/** The cells of a record that `findRecords` found. */
export function* cellPlaces(text: string, record: RecordPlace): Generator<CellPlace> {
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

function cellEnd(text: string, start: number, recordEnd: number): number {
  let from = start;
  if (text.charCodeAt(start) === QUOTE) {
    from = text.indexOf('"', start + 1);
    while (text.charCodeAt(from + 1) === QUOTE) from = text.indexOf('"', from + 2);
  }
  const comma = text.indexOf(',', from);
  return comma < 0 || comma > recordEnd ? recordEnd : comma;
}

interface Scan {
  readonly text: string;
  at: number;
  line: number;
}

function skipQuoted(scan: Scan): 'unclosed' | 'stray' | undefined {
  const { text } = scan;
  const openLine = scan.line;
  scan.at += 1;
  for (;;) {
    const code = text.charCodeAt(scan.at);
    if (code === QUOTE) {
      scan.at += 1;
      if (text.charCodeAt(scan.at) !== QUOTE) break;
      scan.at += 1;
    } else if (code === LINE_FEED || code === RETURN) {
      skipLineBreak(scan);
    } else if (scan.at < text.length) {
      scan.at += 1;
    } else {
      scan.line = openLine;
      return 'unclosed';
    }
  }
  return scan.at === text.length || endsCell(text.charCodeAt(scan.at)) ? undefined : 'stray';
}

function skipPlain(scan: Scan): 'stray' | undefined {
  const { text } = scan;
  let { at } = scan;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return 'stray';
    if (endsCell(code)) break;
  }
  scan.at = at;
  return undefined;
}

function skipLineBreak(scan: Scan): void {
  if (scan.text.charCodeAt(scan.at) === RETURN && scan.text.charCodeAt(scan.at + 1) === LINE_FEED) scan.at += 1;
  scan.at += 1;
  scan.line += 1;
}

function endsCell(code: number): boolean {
  return code === COMMA || code === LINE_FEED || code === RETURN;
}
