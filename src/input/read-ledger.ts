import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { BomCells, quoted, type AmountRule } from './bom-cells.js';
import { readNamedTable, type BomReading } from './bom-table.js';
import { DecimalMarkFinder } from './decimal-mark.js';
import { FaultWatch } from './fault-watch.js';
import { findColumns } from './headers.js';
import type { Days, Ledger, LedgerColumn, LedgerLine } from './ledger-line.js';
import { dayOf, periodOf } from './ledger-period.js';
import { CARRIER_WORDS, carriersOf, ledgerColumnNamed, ORIGIN_WORDS } from './ledger-words.js';
import type { DecimalMark } from './number.js';
import { sha256 } from './sha256.js';
import type { Source } from './source.js';
import type { Table } from './table.js';

const COMPULSORY: readonly LedgerColumn[] = ['carrier', 'amount', 'unit', 'origin'];
const AMOUNT: AmountRule = { percent: false, range: { text: '≥ 0', holds: (amount) => !amount.value.isNegative } };
type Cells = BomCells<LedgerColumn>;

/** Reads an energy ledger: one row a meter and period. Adds all faults of its cells; undefined where one is an error. */
export function readLedger(source: Source, reading: BomReading, findings: Findings): Ledger | undefined {
  const watch = new FaultWatch(findings);
  const table = readNamedTable(source, {
    isKnown: (name) => ledgerColumnNamed(name) !== undefined,
    fits: (header) => missingColumns(header.map(ledgerColumnNamed)).length === 0,
  }, reading, watch);
  if (table === undefined) return undefined;
  const columns = findColumns(table, ledgerColumnNamed, watch);
  const found = table.header.map((name) => name.trim()).filter((name) => name !== '');
  for (const column of missingColumns([...columns.keys()])) watch.add(problem('column-missing', { column, found }, table.headerSpot(-1)));
  const mark = reading.decimalMark ?? settledMark(table, columns.get('amount'));
  const lines = watch.failed ? [] : readLines(new BomCells(table, columns, mark, watch), table);
  if (watch.failed) return undefined;
  return {
    input: {
      ...table.facts, role: 'ledger', sha256: sha256(source.bytes), rows: table.rows.length,
      ...(mark === undefined ? {} : { decimalMark: mark }),
    },
    lines,
    column: (column) => (columns.get(column) ?? -1) + 1,
    spot: (line, column) => table.spot(table.rowAt(line.line) ?? -1, columns.get(column) ?? -1),
  };
}

/** A period is one cell, or two. */
function missingColumns(columns: readonly (LedgerColumn | undefined)[]): LedgerColumn[] {
  const missing = COMPULSORY.filter((column) => !columns.includes(column));
  const dated = columns.includes('period') || (columns.includes('from') && columns.includes('to'));
  return dated ? missing : [...missing, 'period'];
}

function readLines(cells: Cells, table: Table): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (let row = 0; row < table.rows.length; row += 1) {
    cells.row = row;
    const line = readLine(cells, table.lineOf(row));
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function readLine(cells: Cells, line: number): LedgerLine | undefined {
  const period = readPeriod(cells);
  const origin = cells.word('origin', cells.compulsory('origin'), ORIGIN_WORDS);
  const carrierText = cells.compulsory('carrier');
  const amount = cells.amountWithin('amount', cells.compulsory('amount'), AMOUNT);
  const unit = cells.unit('unit', cells.compulsory('unit'));
  const meter = cells.text('meter');
  const factor = cells.text('factor');
  const [institution, site] = [cells.text('institution'), cells.text('site')];
  if (origin === undefined || carrierText === '') return undefined;
  const allowed = carriersOf(origin);
  const carrier = CARRIER_WORDS.find(carrierText);
  if (allowed !== undefined && carrier === undefined) {
    cells.fail('carrier', 'word-unknown', { column: 'carrier', text: quoted(carrierText), candidates: allowed });
    return undefined;
  }
  if (allowed !== undefined && carrier !== undefined && !allowed.includes(carrier)) {
    cells.fail('origin', 'ledger-origin', { origin, carrier, candidates: allowed });
    return undefined;
  }
  if (period === undefined || amount === undefined || unit === undefined) return undefined;
  return {
    line, institution, site, period, carrier: carrier ?? carrierText, amount, unit, origin,
    ...(meter === '' ? {} : { meter }),
    ...(factor === '' ? {} : { factor }),
  };
}

function readPeriod(cells: Cells): Days | undefined {
  const text = cells.has('period') ? cells.text('period') : '';
  if (text !== '') {
    const period = periodOf(text);
    if (period === undefined) cells.fail('period', 'ledger-period', { text: quoted(text) });
    else if (period.start > period.end) cells.fail('period', 'dates-reversed', period);
    else return period;
    return undefined;
  }
  const [from, to] = [cells.text('from'), cells.text('to')];
  if (from === '' || to === '') {
    cells.fail(cells.has('period') ? 'period' : from === '' ? 'from' : 'to', 'cell-missing', { column: cells.has('period') ? 'period' : from === '' ? 'from' : 'to' });
    return undefined;
  }
  const [start, end] = [dayOf(from), dayOf(to)];
  if (start === undefined) cells.fail('from', 'date-invalid', { column: 'from', text: quoted(from) });
  if (end === undefined) cells.fail('to', 'date-invalid', { column: 'to', text: quoted(to) });
  if (start === undefined || end === undefined) return undefined;
  if (start <= end) return { start, end };
  cells.fail('to', 'dates-reversed', { start, end });
  return undefined;
}

function settledMark(table: Table, cell: number | undefined): DecimalMark | undefined {
  const finder = new DecimalMarkFinder();
  if (cell !== undefined) {
    table.rows.forEach((row, index) => {
      const text = row[cell]?.trim() ?? '';
      if (text !== '' && (table.kind === undefined || table.kind(index, cell) === 'text')) finder.note(text);
    });
  }
  return finder.settled(table.facts.delimiter ?? ',');
}
