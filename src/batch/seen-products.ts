const FIRST_SLOTS = 1 << 12;

/** Two hashes of 32 bits of a product's id in UTF-8 (FNV-1a and a multiplicative one). */
export function productHash(bytes: Uint8Array, start: number, end: number): [number, number] {
  let one = 0x811c9dc5;
  let two = end - start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two, 0x5bd1e995) + byte + (two >>> 13);
  }
  return [one >>> 0, ((two ^ (two >>> 15)) >>> 0) || 1];
}

/**
 * Which products came before, as 64 bits of each id: 16 bytes a product, however many lines. Two ids that share their
 * bits, one chance in 10^7 among two million, are taken for one: the bill is then looked through, which is slower and right.
 */
export class SeenProducts {
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #count = 0;

  /** Adds a product; false where it came before. */
  add(one: number, two: number): boolean {
    if (3 * this.#count > this.#slots.length) this.#grow();
    const slot = this.#slotOf(one, two);
    if (this.#slots[slot + 1] !== 0) return false;
    this.#slots[slot] = one;
    this.#slots[slot + 1] = two;
    this.#count += 1;
    return true;
  }

  /** Adds products of two numbers each. */
  addAll(hashes: ArrayLike<number>): void {
    for (let at = 0; at < hashes.length; at += 2) this.add(hashes[at] as number, hashes[at + 1] as number);
  }

  has(one: number, two: number): boolean {
    return this.#slots[this.#slotOf(one, two) + 1] !== 0;
  }

  /** Where a product is, or would be: the second half of no product is 0. */
  #slotOf(one: number, two: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = (one & mask) >>> 0;
    while (slots[2 * slot + 1] !== 0 && (slots[2 * slot] !== one || slots[2 * slot + 1] !== two)) slot = (slot + 1) & mask;
    return 2 * slot;
  }

  addText(product: string): boolean {
    return this.add(...SeenProducts.hashOf(product));
  }

  static hashOf(product: string): [number, number] {
    const bytes = Buffer.from(product, 'utf8');
    return productHash(bytes, 0, bytes.length);
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    this.#count = 0;
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) this.add(old[at] as number, old[at + 1] as number);
  }
}
