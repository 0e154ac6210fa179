import { Findings } from '../../../src/diagnostics/findings.js';
import type { Problem } from '../../../src/diagnostics/problem.js';
import type { Bom } from '../../../src/input/bom-line.js';
import { readBom, type BomReading } from '../../../src/input/read-bom.js';
import { readWorkbook } from '../../../src/input/xlsx/read-workbook.js';
import { xlsxOf, type WorkbookShape, type WrittenCell, type WrittenSheet } from '../../support/xlsx-writer.js';

/** Styles by index: 0 General, 1 a built-in date (14), 2 a percentage (9), 3 a date of its own, 4 and 5 none that show dates. */
export const STYLES = '<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
  + '<numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[Red]0.0\\d_m;[$￥-804]#,##0"/></numFmts>'
  // A date among the base styles is not one of the cells'.
  + '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
  + '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';

export const HEADER: readonly WrittenCell[] = ['item', 'quantity', 'unit', 'factor'];

export function billSheet(rows: WrittenSheet['rows'], more: Partial<WrittenSheet> = {}): WrittenSheet {
  return { name: 'Sheet1', rows: [HEADER, ...rows], ...more };
}

export function workbookBom(
  sheets: readonly WrittenSheet[] | Uint8Array,
  reading: BomReading = {},
  shape: WorkbookShape = {},
): { bom: Bom | undefined; problems: readonly Problem[] } {
  const bytes = sheets instanceof Uint8Array ? sheets : xlsxOf(sheets, shape);
  const findings = new Findings();
  const bom = readBom({ name: 'bom.xlsx', bytes, workbook: readWorkbook }, reading, findings);
  return { bom, problems: findings.all() };
}

/** `code Sheet!line:column` of every problem. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ code, spot }) => `${code} ${spot?.sheet ?? ''}!${String(spot?.line)}:${String(spot?.column)}`);
}

/** The text of the one quantity of a bill. */
export function quantityOf(cell: WrittenCell, reading: BomReading = {}): string | undefined | string[] {
  const { bom, problems } = workbookBom([billSheet([['steel', cell, 'kg', 'f']])], reading, { styles: STYLES });
  return bom?.lines[0]?.quantity.text ?? told(problems);
}
