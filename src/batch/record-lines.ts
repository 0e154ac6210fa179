/** The product that a written line tells of: a record's, or a whole report's. */
export function productIn(line: string): string {
  const { product } = JSON.parse(line) as { readonly product: string | { readonly id: string } };
  return typeof product === 'string' ? product : product.id;
}

/** Gathers bytes into whole lines without their LF. */
export class LineSplitter {
  #rest: Uint8Array = new Uint8Array(0);

  *push(bytes: Uint8Array): Generator<string> {
    const whole = this.#rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#rest, bytes]);
    let start = 0;
    for (let end = whole.indexOf(0x0a); end >= 0; end = whole.indexOf(0x0a, start)) {
      yield whole.toString('utf8', start, end);
      start = end + 1;
    }
    this.#rest = whole.subarray(start);
  }

  /** What no LF has ended. */
  get rest(): string {
    return Buffer.from(this.#rest).toString('utf8');
  }
}
