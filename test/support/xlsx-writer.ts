import { zipOf, type ZipFile } from './zip-writer.js';

/** A cell: a text, a number by its digits, or the XML of a `c` element's inside with its type. */
export type WrittenCell =
  | string
  | { readonly number: string; readonly style?: number; readonly formula?: string }
  | { readonly type: string; readonly inside: string; readonly style?: number };

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (WrittenCell | undefined)[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  readonly cols?: string;
}

export interface WorkbookShape {
  /** Texts in sharedStrings.xml, as Excel writes them, or in the cells. */
  readonly shared?: boolean;
  /** Without the places that are optional: `r` of rows and cells. */
  readonly bare?: boolean;
  /** The inside of styles.xml. */
  readonly styles?: string;
  /** Parts that take the place of those written here, or of none. */
  readonly parts?: readonly ZipFile[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** An Excel workbook by the letter of ECMA-376 part 1, written apart from the reader. */
export function xlsxOf(sheets: readonly WrittenSheet[], shape: WorkbookShape = {}): Uint8Array {
  return zipOf(partsOf(sheets, shape));
}

export function partsOf(sheets: readonly WrittenSheet[], shape: WorkbookShape = {}): ZipFile[] {
  const texts: string[] = [];
  const sheetParts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${String(index + 1)}.xml`,
    content: `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1"/>${sheet.cols ?? ''}<sheetData>`
      + sheet.rows.map((cells, row) => rowXml(cells, row + 1, sheet, shape, texts)).join('')
      + '</sheetData></worksheet>',
  }));
  const rels = sheets.map((_, index) =>
    `<Relationship Id="rId${String(index + 1)}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`);
  const parts: ZipFile[] = [
    { name: '[Content_Types].xml', content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: '_rels/.rels', content: relationships([`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`]) },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`
        + sheets.map(({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(index + 1)}"/>`).join('')
        + '</sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...rels,
        ...(shape.shared === true ? [`<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>`] : []),
        ...(shape.styles === undefined ? [] : [`<Relationship Id="y" Type="${OFFICE}/styles" Target="styles.xml"/>`]),
      ]),
    },
    ...sheetParts,
    ...(shape.shared === true ? [{
      name: 'xl/sharedStrings.xml',
      content: `${HEAD}<sst xmlns="${MAIN}" count="1">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    }] : []),
    ...(shape.styles === undefined ? [] : [{ name: 'xl/styles.xml', content: `${HEAD}<styleSheet xmlns="${MAIN}">${shape.styles}</styleSheet>` }]),
  ];
  const replaced = new Map((shape.parts ?? []).map((part) => [part.name, part]));
  const known = new Set(parts.map(({ name }) => name));
  return [...parts.map((part) => replaced.get(part.name) ?? part), ...[...replaced.values()].filter(({ name }) => !known.has(name))];
}

function relationships(entries: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

function rowXml(cells: readonly (WrittenCell | undefined)[], row: number, sheet: WrittenSheet, shape: WorkbookShape, texts: string[]): string {
  const hidden = sheet.hiddenRows?.includes(row) === true ? ' hidden="1"' : '';
  const written = cells.map((cell, index) => {
    const place = shape.bare === true ? '' : ` r="${letters(index)}${String(row)}"`;
    if (cell === undefined) return shape.bare === true ? '<c/>' : '';
    if (typeof cell !== 'string') return cellXml(place, cell);
    if (shape.shared !== true) return `<c${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    const known = texts.indexOf(cell);
    if (known < 0) texts.push(cell);
    return `<c${place} t="s"><v>${String(known < 0 ? texts.length - 1 : known)}</v></c>`;
  });
  return `<row${shape.bare === true ? '' : ` r="${String(row)}"`}${hidden}>${written.join('')}</row>`;
}

function cellXml(place: string, cell: Exclude<WrittenCell, string>): string {
  const style = cell.style === undefined ? '' : ` s="${String(cell.style)}"`;
  if ('type' in cell) return `<c${place}${style}${cell.type === '' ? '' : ` t="${cell.type}"`}>${cell.inside}</c>`;
  return `<c${place}${style}>${cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`}<v>${cell.number}</v></c>`;
}

/** A to Z are enough here. */
function letters(index: number): string {
  return String.fromCharCode(65 + index);
}

/** XML's own characters, and control characters the way ECMA-376 writes them. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f]/gu, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
