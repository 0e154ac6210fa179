const LONGEST = 60;
// Control characters would let a cell move the cursor or colour the terminal.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Cell text made fit to print: control and direction characters shown as `·`, long text cut. */
export function printable(text: string, longest: number = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return cut.replace(CONTROL, '·');
}

/** Cell text in quotation marks, fit to print. */
export function quote(text: string): string {
  return `"${printable(text)}"`;
}
