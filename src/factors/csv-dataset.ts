import type { Spot } from '../diagnostics/place.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import { rowExcerpt } from '../input/excerpt.js';
import type { FaultWatch } from '../input/fault-watch.js';
import { LONGEST_CELL } from '../input/table.js';
import type { Dataset, FactorReading, FactorRow } from './dataset.js';
import { FACTOR_COLUMNS, GASES_COLUMN, type DatasetFacts, type FactorColumn } from './factor.js';
import { readFactor } from './read-factor.js';
import { cellEnd, cellPlaces, cellText, findRecords, type RecordPlace } from './record-places.js';
import type { Replacement } from './replacements.js';

/** Whose factors.csv it is. */
export interface CsvOrigin {
  readonly input: string;
  readonly facts: Omit<DatasetFacts, 'factors'>;
  readonly replacements: () => readonly Replacement[];
}

/**
 * Opens the text of a factors.csv: its header is checked and its ids are indexed, its rows are read when they are
 * asked for. Adds table-quote, table-header-only, column-duplicate, column-missing and factor-duplicate; undefined
 * where there is no table of factors. Of rows with the same id the first is found.
 */
export function openCsv(
  text: string,
  origin: CsvOrigin,
  watch: FaultWatch,
): Dataset | undefined {
  const { input } = origin;
  const found = findRecords(text);
  if (found.kind === 'quote') {
    watch.add(problem('table-quote', { detail: found.detail }, { input, line: found.line, column: found.cell }));
    return undefined;
  }
  const [head, ...records] = found.records.filter((record) => !isBlank(text, record));
  if (head === undefined || records.length === 0) {
    watch.add(problem('table-header-only', { file: input }, { input, line: head?.line ?? 0, column: 0 }));
    return undefined;
  }
  const header = cellsOf(text, head);
  const columns = columnsOf(header, (cell) => spotOf(input, head.line, header, cell), watch);
  if (columns === undefined) return undefined;
  const dataset = new CsvDataset(text, origin, header, columns, records);
  for (const duplicate of dataset.duplicates()) watch.add(duplicate);
  return dataset;
}

/** One record of a factors.csv whose header is known, as a dataset of that one factor. */
export function openRecord(record: string, line: number, header: readonly string[], facts: DatasetFacts): Dataset | undefined {
  const input = `${facts.name}/factors.csv`;
  const columns = columnsOf(header, (cell) => spotOf(input, 1, header, cell), { add: () => undefined });
  if (columns === undefined) return undefined;
  return new CsvDataset(record, { input, facts, replacements: () => [] }, header, columns, [{ start: 0, end: record.length, line }]);
}

/** Where each column of a factor stands; undefined, with the reasons among the findings, where one is missing. */
function columnsOf(
  header: readonly string[],
  spot: (cell: number) => Spot,
  watch: Pick<FaultWatch, 'add'>,
): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  let sound = true;
  const refuse = (found: Problem): void => {
    sound = false;
    watch.add(found);
  };
  for (const column of [...FACTOR_COLUMNS, GASES_COLUMN] as const) {
    const first = header.indexOf(column);
    const second = header.indexOf(column, first + 1);
    if (first < 0 && column === GASES_COLUMN) continue;
    if (first < 0) refuse(problem('column-missing', { column, found: header }, spot(-1)));
    else if (second >= 0) refuse(problem('column-duplicate', { column, first: first + 1 }, spot(second)));
    else columns.set(column, first);
  }
  return sound ? columns : undefined;
}

type Column = FactorColumn | typeof GASES_COLUMN;

class CsvDataset implements Dataset {
  readonly facts: DatasetFacts;
  readonly #byId = new Map<string, RecordPlace>();

  constructor(
    private readonly text: string,
    private readonly origin: CsvOrigin,
    private readonly header: readonly string[],
    private readonly columns: ReadonlyMap<Column, number>,
    private readonly records: readonly RecordPlace[],
  ) {
    this.facts = { ...origin.facts, factors: records.length };
    for (const record of records) {
      const id = this.#idOf(record);
      if (id !== '' && !this.#byId.has(id)) this.#byId.set(id, record);
    }
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  factor(id: string): FactorReading | undefined {
    const record = this.#byId.get(id);
    return record === undefined ? undefined : readFactor(this.#row(record), this.facts.name);
  }

  rows(): readonly FactorRow[] {
    return this.records.map((record) => this.#row(record));
  }

  replacements(): readonly Replacement[] {
    return this.origin.replacements();
  }

  *duplicates(): Generator<Problem> {
    if (this.#byId.size === this.records.length) return;
    for (const record of this.records) {
      const id = this.#idOf(record);
      const first = this.#byId.get(id);
      if (first === undefined || first === record) continue;
      yield problem('factor-duplicate', { id, first: first.line }, this.#row(record).spot('id'));
    }
  }

  #idOf(record: RecordPlace): string {
    let skip = this.columns.get('id') ?? 0;
    for (const cell of cellPlaces(this.text, record)) {
      if (skip === 0) return cellText(this.text, cell);
      skip -= 1;
    }
    return '';
  }

  #row(record: RecordPlace): FactorRow {
    const texts = cellsOf(this.text, record);
    const cell = (column: Column): string => texts[this.columns.get(column) ?? -1] ?? '';
    const spot = (cell: number): Spot => spotOf(this.origin.input, record.line, texts, cell);
    return {
      cells: factorCells(cell),
      gases: cell(GASES_COLUMN),
      line: record.line,
      faults: rowFaults(texts, this.header, spot),
      spot: (column) => spot(this.columns.get(column) ?? -1),
    };
  }
}

/** Written out: an engine that has not warmed up fills a known shape many times faster than it builds one. */
function factorCells(cell: (column: FactorColumn) => string): Record<FactorColumn, string> {
  return {
    id: cell('id'),
    name: cell('name'),
    name_zh: cell('name_zh'),
    category: cell('category'),
    stage: cell('stage'),
    unit: cell('unit'),
    kgco2e: cell('kgco2e'),
    fossil: cell('fossil'),
    biogenic: cell('biogenic'),
    biogenic_removal: cell('biogenic_removal'),
    dluc: cell('dluc'),
    aircraft: cell('aircraft'),
    gwp: cell('gwp'),
    region: cell('region'),
    year: cell('year'),
    valid_from: cell('valid_from'),
    valid_to: cell('valid_to'),
    boundary: cell('boundary'),
    source: cell('source'),
    publisher: cell('publisher'),
    url: cell('url'),
    locator: cell('locator'),
    licence: cell('licence'),
    evidence: cell('evidence'),
    gsd: cell('gsd'),
    notes: cell('notes'),
  };
}

/**
 * What forbids to trust any cell of a row. Blank cells at its end are what spreadsheets leave.
 * Nothing is built for a cell that is sound: a catalogue asks for thousands of rows.
 */
function rowFaults(texts: readonly string[], header: readonly string[], spot: (cell: number) => Spot): Problem[] {
  const faults: Problem[] = [];
  const expected = header.length;
  if (texts.length < expected || texts.some((text, index) => index >= expected && text !== '')) {
    faults.push(problem('row-ragged', { expected, found: texts.length }, spot(-1)));
  }
  texts.forEach((text, index) => {
    if (text.length <= LONGEST_CELL) return;
    faults.push(problem('cell-too-long', { column: header[index] ?? '', length: text.length, limit: LONGEST_CELL }, spot(index)));
  });
  return faults;
}

/** Without a generator: a catalogue asks for thousands of rows before the engine has warmed up. */
function cellsOf(text: string, record: RecordPlace): string[] {
  const cells: string[] = [];
  for (let start = record.start; ; ) {
    const end = cellEnd(text, start, record.end);
    cells.push(cellText(text, { start, end }));
    if (end >= record.end) return cells;
    start = end + 1;
  }
}

/** Whether a record is commas and blanks only, such as a spreadsheet leaves below its table. */
function isBlank(text: string, { start, end }: RecordPlace): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x2c && code !== 0x20 && code !== 0x09) return false;
  }
  return true;
}

/** The place of a cell, counted from 0; of the whole row for -1. */
function spotOf(input: string, line: number, cells: readonly string[], cell: number): Spot {
  return { input, line, column: cell + 1, excerpt: rowExcerpt(cells, cell, ',') };
}
