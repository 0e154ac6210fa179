const LONGEST = 60;

/** Control, format, direction and line-breaking characters and lone surrogates: a cell could move the cursor with them, colour the terminal, or hide what it says. */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Cell text made fit to print: what does not show is shown as `·`, long text cut. */
export function printable(text: string, longest: number = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return cut.replace(UNPRINTABLE, '·');
}

/** Cell text in quotation marks, fit to print. */
export function quote(text: string): string {
  return `"${printable(text)}"`;
}
