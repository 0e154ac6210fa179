/** Finds the ends of the lines of a text one after another: LF, CRLF and CR in any mix. */
export class LineBreaks {
  /** Where the line after the one found last begins. */
  after = 0;
  #lf = -1;
  #cr = -1;

  constructor(private readonly text: string) {}

  /** Where the line that contains `from` ends; calls go forward through the text. */
  next(from: number): number {
    // Each kind is sought only once passed, so that a text without one of them is not scanned for every line.
    if (this.#lf < from) this.#lf = this.find('\n', from);
    if (this.#cr < from) this.#cr = this.find('\r', from);
    const end = Math.min(this.#lf, this.#cr);
    this.after = end + (this.#lf === this.#cr + 1 ? 2 : 1);
    return end;
  }

  private find(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.text.length : found;
  }
}

/** The physical lines of a text, whichever way each ends. */
export function linesOf(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
}
