import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellPlaces, cellText, findRecords } from '../../src/factors/record-places.js';

function cellsOf(text: string): string[][] {
  const found = findRecords(text);
  if (found.kind === 'quote') throw new Error(found.detail);
  return found.records.map((record) => [...cellPlaces(text, record)].map((cell) => cellText(text, cell)));
}

describe('record places', () => {
  test('give the cells that csv-parse gives', () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-z碳,"\n ]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
      fc.stringMatching(/^[a-z碳 ]{0,6}$/),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), (table, newline, closed) => {
      const text = table.map((row) => row.join(',')).join(newline) + (closed ? newline : '');
      const expected = (parse(text, {
        record_delimiter: newline,
        relax_column_count: true,
        skip_empty_lines: true,
      })).map((row) => row.map((one) => one.trim()));
      expect(cellsOf(text)).toEqual(expected);
    }));
  });

  test('know their lines across quoted line breaks and blank lines', () => {
    const found = findRecords('a,b\r\n"x\r\ny",1\r\n\r\nz,2\r\n');
    expect(found.kind === 'records' && found.records.map((record) => record.line)).toEqual([1, 2, 5]);
  });

  test('refuse a quotation mark that nothing closes, at the line where it opens', () => {
    expect(findRecords('a,b\n1,"x\ny\n')).toEqual({ kind: 'quote', detail: 'unclosed', line: 2, cell: 2 });
  });

  test.each([['a,b\n1,5" pipe\n', 2], ['a,b\n"1"x,2\n', 1]])('refuse a stray quotation mark in %j', (text, cell) => {
    expect(findRecords(text)).toEqual({ kind: 'quote', detail: 'stray', line: 2, cell });
  });
});
