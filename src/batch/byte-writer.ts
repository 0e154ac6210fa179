import type { Bytes } from './word-table.js';

const FIRST_SIZE = 1 << 16;

/** Text as UTF-8 in a buffer that grows as it must. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_SIZE);
  length = 0;

  /** The bytes written, which the caller may keep; the writer starts anew. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  text(text: string): void {
    this.put(Buffer.from(text, 'utf8'));
  }

  put(bytes: Bytes): void {
    const { length } = bytes;
    this.#make(length);
    const to = this.#bytes;
    // For so few bytes a loop is faster than the call.
    if (length < 24) for (let at = 0, here = this.length; at < length; at += 1, here += 1) to[here] = bytes[at] as number;
    else to.set(bytes, this.length);
    this.length += length;
  }

  putRange(bytes: Bytes, start: number, end: number): void {
    this.#make(end - start);
    const to = this.#bytes;
    let here = this.length;
    for (let at = start; at < end; at += 1, here += 1) to[here] = bytes[at] as number;
    this.length = here;
  }

  byte(byte: number): void {
    this.#make(1);
    this.#bytes[this.length] = byte;
    this.length += 1;
  }

  /** An integer of 0 or more, below 2^53. */
  integer(value: number): void {
    this.#make(17);
    const upper = Math.floor(value / 1e8);
    if (upper > 0) {
      this.integer(upper);
      this.#digits(value - upper * 1e8, 8);
      return;
    }
    let width = 1;
    for (let rest = value; rest >= 10; rest = (rest / 10) | 0) width += 1;
    this.#digits(value, width);
  }

  /** hi × 10^15 + lo, both of one sign and lo below 10^15, in steps of 10^-18: as decimal text, no trailing zeros. */
  amount(hi: number, lo: number): void {
    if (hi < 0 || lo < 0) {
      this.byte(0x2d);
      this.amount(-hi, -lo);
      return;
    }
    const whole = Math.floor(hi / 1000);
    this.integer(whole);
    const thousandths = hi - whole * 1000;
    if (thousandths === 0 && lo === 0) return;
    this.#make(19);
    this.byte(0x2e);
    this.#digits(thousandths, 3);
    if (lo > 0) {
      const upper = Math.floor(lo / 1e7);
      this.#digits(upper, 8);
      this.#digits(lo - upper * 1e7, 7);
    }
    while (this.#bytes[this.length - 1] === 0x30) this.length -= 1;
  }

  /** A whole number below 2^31 in so many digits. */
  #digits(value: number, width: number): void {
    const to = this.#bytes;
    let rest = value | 0;
    for (let at = this.length + width - 1; at >= this.length; at -= 1) {
      const next = (rest / 10) | 0;
      to[at] = 0x30 + rest - next * 10;
      rest = next;
    }
    this.length += width;
  }

  #make(room: number): void {
    if (this.length + room <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.length + room));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
