import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsOf, xlsxOf } from '../../support/xlsx-writer.js';
import { zipOf } from '../../support/zip-writer.js';
import { bomOf } from '../reading.js';
import { billSheet, HEADER, STYLES, told, workbookBom } from './sheets.js';

const STEEL = ['steel', { number: '2' }, 'kg', 'f'];

function argsOf(found: ReturnType<typeof workbookBom>): unknown {
  return found.problems.map(({ code, args }) => ({ code, ...args }));
}

describe('a workbook as a bill', () => {
  it.each([
    ['shared strings', { shared: true }],
    ['inline strings', { shared: false }],
    ['no places in the cells', { bare: true }],
  ])('is read with %s', (_, shape) => {
    const bytes = xlsxOf([{
      name: '清单 1',
      rows: [
        [], ['名称', '数量', '单位', '因子', '损耗率', '损耗基准'], [undefined],
        ['棉', { number: '12.5' }, '千克', 'cotton', { number: '0.15', style: 2 }, '按投入'],
        ['', ' ', undefined], ['a < b & "c"\u000b_x0041_', { number: '1E-3' }, 'kg', 'f'],
      ],
    }], { ...shape, styles: STYLES });
    const { bom, problems } = workbookBom(bytes);
    expect(told(problems)).toEqual([]);
    expect(bom?.lines).toMatchObject([
      { line: 4, item: '棉', quantity: { text: '12.5' }, unit: { symbol: 'kg' }, loss: { rate: { text: '0.15' }, basis: 'of_input' } },
      { line: 6, item: 'a < b & "c"\u000b_x0041_', quantity: { text: '0.001' } },
    ]);
    expect(bom?.input).toEqual({
      name: 'bom.xlsx', role: 'bom', sha256: createHash('sha256').update(bytes).digest('hex'), rows: 2,
      encoding: 'xlsx', decimalMark: '.', sheet: '清单 1',
    });
    const line = bom?.lines[0];
    expect(line && bom?.spot(line, 'quantity')).toMatchObject({ input: 'bom.xlsx', sheet: '清单 1', line: 4, column: 2 });
  });

  it('leaves out columns without a header, and rows that hold nothing else', () => {
    const { bom, problems } = workbookBom([billSheet([[...STEEL, 'aside', { number: '1' }], [undefined, undefined, undefined, undefined, 'below']])]);
    expect(told(problems)).toEqual([]);
    expect(bom?.lines).toHaveLength(1);
  });

  it('reads text in pieces, and no phonetic guides', () => {
    const rich = { type: 'inlineStr', inside: '<is><r><t>棉</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 纱</t></r><rPh sb="0" eb="1"><t>mian</t></rPh></is>' };
    const { bom } = workbookBom([billSheet([[rich, { number: '2' }, 'kg', 'f']])]);
    expect(bom?.lines[0]?.item).toBe('棉 纱');
    const sst = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
      // The first five by the order in which the writer meets them.
      + ['unit', 'factor', 'steel', 'kg', 'f'].map((text) => `<si><t>${text}</t></si>`).join('')
      + '<si><r><t>it</t></r><r><t>em</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si><si><t>quantity</t></si><si><t/></si></sst>';
    const header = [{ type: 's', inside: '<v>5</v>' }, { type: 's', inside: '<v> 6 </v>' }, 'unit', 'factor', { type: 's', inside: '<v>7</v>' }];
    const parts = partsOf([{ name: 'A', rows: [header, STEEL] }], { shared: true, parts: [{ name: 'xl/sharedStrings.xml', content: sst }] });
    expect(argsOf(workbookBom(zipOf(parts)))).toEqual([]);
  });

  it('is read in the other edition of the standard, and as a template with macros', () => {
    const strict = partsOf([billSheet([STEEL])], { shared: true }).map(({ name, content }) => ({
      name,
      content: String(content)
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
    }));
    expect(workbookBom(zipOf(strict)).bom?.lines).toHaveLength(1);
  });
});

describe('which sheet', () => {
  const notes = { name: 'Notes', rows: [['about', 'this'], ['x', 'y']] };
  const empty = { name: 'Sheet3', rows: [] };
  const bill = billSheet([STEEL], { name: 'BOM' });

  it('is the only visible one that has the columns of a bill', () => {
    const { bom, problems } = workbookBom([notes, bill, empty, billSheet([STEEL], { name: 'old', state: 'hidden' })]);
    expect([bom?.input.sheet, told(problems)]).toEqual(['BOM', []]);
  });

  it('is the only one with anything in it, whose faults are told then', () => {
    expect(told(workbookBom([empty, notes]).problems).filter((text) => text.startsWith('column-missing'))).toHaveLength(4);
  });

  it('is asked for where several could be meant, or none', () => {
    expect(argsOf(workbookBom([bill, notes, { ...bill, name: 'BOM 2' }]))).toEqual([{ code: 'sheet-unclear', candidates: ['BOM', 'BOM 2'] }]);
    expect(argsOf(workbookBom([notes, { ...notes, name: 'More' }]))).toEqual([{ code: 'sheet-unclear', candidates: ['Notes', 'More'] }]);
    expect(argsOf(workbookBom([empty, { ...empty, name: 'B' }]))).toEqual([{ code: 'workbook-invalid', part: '', detail: 'no-sheet' }]);
    expect(argsOf(workbookBom([{ ...bill, state: 'veryHidden' }]))).toEqual([{ code: 'workbook-invalid', part: '', detail: 'no-sheet' }]);
  });

  it('is the one named, hidden or not, in any case', () => {
    const second = billSheet([['foil', { number: '3' }, 'kg', 'f']], { name: '旧 bill', state: 'hidden' });
    expect(workbookBom([bill, second], { sheet: '旧 BILL' }).bom?.lines[0]?.item).toBe('foil');
    expect(argsOf(workbookBom([bill, second], { sheet: 'BOMM' }))).toEqual([{ code: 'sheet-not-found', sheet: 'BOMM', candidates: ['BOM'] }]);
    expect(argsOf(workbookBom([bill, second], { sheet: 'x' }))).toEqual([{ code: 'sheet-not-found', sheet: 'x', candidates: ['BOM', '旧 bill'] }]);
    expect(told(workbookBom([bill, empty], { sheet: 'Sheet3' }).problems)).toEqual(['file-empty Sheet3!0:0']);
    expect(told(workbookBom([bill, { name: 'H', rows: [HEADER] }], { sheet: 'H' }).problems)).toEqual(['table-header-only H!1:0']);
  });

  it('may be one part among charts', () => {
    const parts = partsOf([notes, bill]).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels' ? { ...part, content: String(part.content).replace('/worksheet"', '/chartsheet"') } : part);
    expect(workbookBom(zipOf(parts)).bom?.input.sheet).toBe('BOM');
  });
});

describe('what is no workbook', () => {
  it('is told apart', () => {
    expect(argsOf(workbookBom(zipOf([{ name: 'bom.csv', content: 'item' }])))).toEqual([{ code: 'workbook-invalid', part: '', detail: 'no-workbook' }]);
    const rels = (target: string): string => '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
      + `<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
    const document = [{ name: '_rels/.rels', content: rels('word/document.xml') }, { name: 'word/document.xml', content: '<document/>' }];
    expect(argsOf(workbookBom(zipOf(document)))).toMatchObject([{ code: 'workbook-invalid', detail: 'no-workbook' }]);
    expect(argsOf(workbookBom(zipOf([{ name: '_rels/.rels', content: rels('xl/workbook.bin') }])))).toMatchObject([{ detail: 'binary' }]);
    expect(argsOf(workbookBom(zipOf([{ name: '_rels/.rels', content: rels('xl/workbook.xml') }])))).toEqual(
      [{ code: 'workbook-invalid', part: 'xl/workbook.xml', detail: 'no-part' }],
    );
    expect(argsOf(workbookBom(zipOf([{ name: '_rels/.rels', content: '<a' }])))).toMatchObject([{ code: 'xml-invalid', part: '_rels/.rels', line: 1 }]);
  });

  it('is told of its damaged parts', () => {
    const without = (name: string): Uint8Array => zipOf(partsOf([billSheet([STEEL])], { shared: true }).filter((part) => part.name !== name));
    for (const part of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']) {
      expect(argsOf(workbookBom(without(part)))).toEqual([{ code: 'workbook-invalid', part, detail: 'no-part' }]);
    }
    const sheet = (rows: string): Uint8Array => xlsxOf([billSheet([])], {
      parts: [{
        name: 'xl/worksheets/sheet1.xml',
        content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
      }],
    });
    for (const rows of [
      '<row r="2"/><row r="2"/>', '<row r="2"/><row r="1"/>', '<row r="x"/>', '<row r="1048577"/>', '<row r="1"><c r="B1"/><c r="A1"/></row>',
      '<row r="1"><c r="B1"/><c r="B1"/></row>', '<row r="1"><c r="B2"/></row>', '<row r="1"><c r="XFE1"/></row>', '<row r="1"><c r="1B"/></row>',
    ]) {
      expect(argsOf(workbookBom(sheet(rows))), rows).toEqual([{ code: 'workbook-invalid', part: 'xl/worksheets/sheet1.xml', detail: 'cell-place' }]);
    }
    for (const index of ['0', '-1', '1.5', 'x', '99999999999']) {
      expect(argsOf(workbookBom(sheet(`<row><c t="s"><v>${index}</v></c></row>`))), index).toMatchObject([{ detail: 'string-index' }]);
    }
    expect(argsOf(workbookBom(sheet('<row><c>')))).toMatchObject([{ code: 'xml-invalid', part: 'xl/worksheets/sheet1.xml' }]);
    expect(told(workbookBom(sheet('<row><c t="inlineStr"><is><t>item</t></is></c></row><row><c><v>1</v></c></row>')).problems)[0]).toMatch(/^column-/);
  });

  it('is a file of old Excel, or one under a password', () => {
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    expect(bomOf(bytes).problems.map(({ code }) => code)).toEqual(['file-old-excel']);
  });

  it('takes no options of the other form', () => {
    expect(argsOf(workbookBom([billSheet([STEEL])], { encoding: 'utf-8', delimiter: ';' }))).toEqual([
      { code: 'option-unfit', option: '--encoding', form: 'xlsx' }, { code: 'option-unfit', option: '--delimiter', form: 'xlsx' },
    ]);
    const { problems } = bomOf('item,quantity,unit,factor\na,1,kg,f\n', { sheet: 'A', allowFormulas: true });
    expect(problems.map(({ args }) => args)).toEqual([{ option: '--sheet', form: 'csv' }, { option: '--allow-formulas', form: 'csv' }]);
  });
});

describe('limits', () => {
  it('a cell that is too long is refused where it stands', () => {
    const { bom, problems } = workbookBom([billSheet([['x'.repeat(100_001), { number: '2' }, 'kg', 'f']])]);
    expect([bom, told(problems)]).toEqual([undefined, ['cell-too-long Sheet1!2:1']]);
  });

  it('hidden rows and columns are counted and told of', () => {
    const { bom, problems } = workbookBom([billSheet([STEEL, STEEL, STEEL], {
      hiddenRows: [3, 4], cols: '<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="true"/></cols>',
    })]);
    expect(bom?.lines).toHaveLength(3);
    expect(problems.map(({ code, args }) => ({ code, ...args }))).toEqual([
      { code: 'rows-hidden', sheet: 'Sheet1', rows: 2, columns: ['quantity', 'unit'] },
    ]);
  });
});

it('reads what LibreOffice saved', () => {
  const bytes = readFileSync(new URL('fixtures/libreoffice.xlsx', import.meta.url));
  expect(told(workbookBom(bytes).problems)).toEqual(['cell-formula-value 物料清单!4:3']);
  const { bom } = workbookBom(bytes, { allowFormulas: true });
  expect(bom?.lines.map(({ item, quantity }) => [item, quantity.text])).toEqual([
    // Typed as 12.3, as the sum of 0.1 and 0.2, as =C2*2, as 1/3, and as a text with a comma.
    ['棉纱', '12.3'], ['拉链', '0.3'], ['布', '24.6'], ['线', '0.333333333333333'], ['扣', '1.5'],
  ]);
  expect(bom?.lines[0]?.loss).toMatchObject({ rate: { text: '0.15' }, basis: 'of_input' });
});
