import type { XmlHandlers } from '../xml.js';

/**
 * Number formats that every workbook knows and that show a date or a time: ECMA-376 part 1, 18.8.30; 27 to 36 and 50
 * to 58 are those of Chinese, Japanese and Korean Excel.
 */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Texts, escaped characters, blanks of a width, fillers, and brackets such as colours and locales. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu;

/** Whether a number format shows its number as a date, a time or a duration. */
export function showsDate(format: string): boolean {
  const code = format.slice(0, 1000).replace(LITERAL, '');
  // General is the one name in formats; E stands for the year of an era only in formats that hold other date letters.
  return /[ymdhs]/iu.test(code.replace(/general/giu, ''));
}

/** Reads styles.xml: which cell styles (by index) show dates. */
export class DateStyles {
  readonly #custom = new Map<number, boolean>();
  readonly #styles: boolean[] = [];
  #inCellStyles = false;

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'cellXfs') this.#inCellStyles = true;
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'numFmt') this.#custom.set(id, showsDate(attributes.get('formatCode') ?? ''));
      if (name === 'xf' && this.#inCellStyles) this.#styles.push(this.#custom.get(id) ?? isBuiltInDate(id));
      return undefined;
    },
    close: (name) => {
      if (name === 'cellXfs') this.#inCellStyles = false;
    },
  };

  isDate(style: string | undefined): boolean {
    return this.#styles[Number(style ?? 0)] ?? false;
  }
}
