import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../src/input/csv-records.js';
import { LONGEST_CELL } from '../../src/input/table.js';
import { WRITTEN } from './csv-writer.js';
import { faults, tableOf } from './reading.js';

describe('readTable', () => {
  it('reads back every cell of a written table, on its line', () => {
    fc.assert(fc.property(WRITTEN, ({ text, delimiter, rows }) => {
      const { table, problems } = tableOf(text, delimiter);
      if (rows.length < 2) {
        expect(faults(problems).map((fault) => fault.split(' ')[0])).toEqual([rows.length === 0 ? 'file-empty' : 'table-header-only']);
        return;
      }
      expect(problems).toEqual([]);
      expect([table?.header, ...(table?.rows ?? [])]).toEqual(rows.map((row) => row.cells));
      expect(table?.rows.map((_, row) => table.lineOf(row))).toEqual(rows.slice(1).map((row) => row.line));
      expect(table?.rows.map((_, row) => table.rowAt(table.lineOf(row)))).toEqual(rows.slice(1).map((_, row) => row));
    }), { numRuns: 500 });
  });

  it('finds the records csv-parse finds, and refuses what it refuses', () => {
    const whole = (text: string): string[][] | string => {
      try {
        return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
      } catch (error) {
        return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed' : 'stray';
      }
    };
    const pieces = ['a', '棉', ',', ',', ';', ' ', '\n', '\r\n', '\r', '"', '"', '""', '","', '"\n', '\n"'];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((some) => some.join(''));
    fc.assert(fc.property(text, (written) => {
      const read = csvRecords(written, ',');
      expect('detail' in read ? read.detail : read.records).toEqual(whole(written));
    }), { numRuns: 5000 });
  });

  it('counts blank lines and line breaks within cells, and skips rows of blank cells', () => {
    const { table } = tableOf('\n\nitem,unit\r\n\r\n"a\r\nb\nc",kg\r\n,  \r\n"",""\n\nd,kg');
    expect(table?.header).toEqual(['item', 'unit']);
    expect(table?.rows).toEqual([['a\r\nb\nc', 'kg'], ['d', 'kg']]);
    // 3 header, 4 blank, 5-7 the first row, 8 and 9 rows of blank cells, 10 blank, 11 the second row
    expect([table?.lineOf(0), table?.lineOf(1)]).toEqual([5, 11]);
    expect([table?.rowAt(11), table?.rowAt(6)]).toEqual([1, undefined]);
  });

  it.each([
    ['a,b\n1,2\n', 'LF'],
    ['a,b\r\n1,2', 'CRLF'],
    ['a,b\r1,2\r', 'CR'],
    ['a,b\r\n1,2\n', 'mixed'],
    ['a,b\r\n"x\ny",2\r\n', 'CRLF'],
    ['a,b\n"x\r\ny ""z""",2\n', 'LF'],
  ])('tells the line ends of %j: %s', (text, newline) => {
    expect(tableOf(text).table?.facts.newline).toBe(newline);
  });

  it('tells all rows whose cells may have shifted, and takes blank cells at the end', () => {
    const { table, problems } = tableOf('a,b,c\n1,2\n1,2,3,,  \n1,2,3,4\n1,2,3\n1\n');
    expect(faults(problems)).toEqual(['row-ragged 2:0', 'row-ragged 4:0', 'row-ragged 6:0']);
    expect(problems.map((found) => found.args)).toEqual([
      { expected: 3, found: 2 }, { expected: 3, found: 4 }, { expected: 3, found: 1 },
    ]);
    expect(table?.rows.length).toBe(2);
  });

  it.each([
    ['unclosed', 'a,b\r\n"x\r\ny",2\r\nz,"1\r\nw,2\r\n', 4, 2],
    ['stray', 'a,b\nx,1"2\n', 2, 2],
    ['stray', '\na,b\n\n"x" ,12\n', 4, 1],
    ['unclosed', '"a,b\n1,2\n', 1, 1],
  ])('tells a quotation mark that is %s', (detail, text, line, column) => {
    const { table, problems } = tableOf(text, ',');
    expect(table).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'table-quote', args: { detail }, spot: { line, column } }]);
  });

  it('refuses a cell longer than any cell should be', () => {
    const { problems } = tableOf(`a,b\nx,${'y'.repeat(LONGEST_CELL)}\nx,${'y'.repeat(LONGEST_CELL + 1)}\n`);
    expect(faults(problems)).toEqual(['cell-too-long 3:2']);
    expect(problems[0]?.args).toEqual({ column: 'b', length: 100_001, limit: 100_000 });
    expect(problems[0]?.spot?.excerpt?.text.length).toBeLessThan(110);
  });

  it.each([['a,b\n', 'table-header-only 1:0'], ['\n\na,b\n,\n', 'table-header-only 3:0'], [' \n\n', 'file-empty 0:0']])(
    'refuses %j, which has no rows', (text, fault) => {
      expect(faults(tableOf(text).problems)).toEqual([fault]);
    },
  );

  it('marks a cell in a short excerpt of its row, however long the row', () => {
    const cells = fc.array(fc.array(fc.constantFrom('a', '😀', '棉', '\n'), { maxLength: 90 }), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(cells, fc.nat(), (written, seed) => {
      const row = written.map((cell, index) => `${String(index)}${cell.join('')}`);
      const index = seed % row.length;
      const header = row.map(() => 'h').join(',');
      const { table } = tableOf(`${header}\n${row.map((cell) => `"${cell}"`).join(',')}\n`, ',');
      const spot = table?.spot(0, index);
      const excerpt = spot?.excerpt ?? { text: '', start: -1, length: -1 };
      expect(spot).toMatchObject({ line: 2, column: index + 1 });
      expect(excerpt.text.length).toBeLessThanOrEqual(102);
      expect(excerpt.text).not.toMatch(/\p{Surrogate}/u);
      // The cells hold no quotation marks: those are what the excerpt puts around a cell with a line break.
      const meant = excerpt.text.slice(excerpt.start, excerpt.start + excerpt.length).replaceAll('"', '');
      expect(meant.startsWith(String(index))).toBe(true);
      expect(row[index]?.replaceAll('\n', ' ').startsWith(meant)).toBe(true);
    }));
  });

  it('shows cells that hold delimiters or quotation marks as they are written', () => {
    const spot = tableOf('item,quantity,unit\n"2"" pipe","1,234",kg\n', ',').table?.spot(0, 1);
    expect(spot?.excerpt).toEqual({ text: '"2"" pipe","1,234",kg', start: 11, length: 7 });
  });

  it('points at a cell of an ordinary row as the row was written', () => {
    const spot = tableOf('item,quantity,unit\nsteel,1.5,kg\n').table?.spot(0, 1);
    expect(spot).toEqual({ input: 'bom.csv', line: 2, column: 2, excerpt: { text: 'steel,1.5,kg', start: 6, length: 3 } });
    const whole = tableOf('item;unit\nsteel;kg\n', ';').table?.spot(0, -1);
    expect(whole).toEqual({ input: 'bom.csv', line: 2, column: 0, excerpt: { text: 'steel;kg', start: 0, length: 8 } });
  });
});
