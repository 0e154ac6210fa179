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

/** Parts grow one after another, so that none is held twice for long. */
const PARTS = 64;
const FIRST_SLOTS = 64;
const FULLEST = 0.8;
const GROWTH = 1.5;

/**
 * Which products came before, as 64 bits of each id: 10 to 15 bytes a product, however many lines. Two ids that share
 * their bits, one chance in 10^7 among two million, are taken for one: the bill is then looked through, which is slower and right.
 */
export class SeenProducts {
  /** Two numbers a slot; the second of no product is 0. */
  readonly #parts: Uint32Array[] = Array.from({ length: PARTS }, () => new Uint32Array(2 * FIRST_SLOTS));
  readonly #counts = new Uint32Array(PARTS);

  /** Adds a product; false where it came before. */
  add(one: number, two: number): boolean {
    const part = two % PARTS;
    let slots = this.#parts[part] as Uint32Array;
    const count = this.#counts[part] as number;
    if (2 * count > FULLEST * slots.length) {
      slots = grown(slots);
      this.#parts[part] = slots;
    }
    const slot = slotOf(slots, one, two);
    if (slots[slot + 1] !== 0) return false;
    slots[slot] = one;
    slots[slot + 1] = two;
    this.#counts[part] = count + 1;
    return true;
  }

  /** Adds products of two numbers each. */
  addAll(hashes: ArrayLike<number>): void {
    for (let at = 0; at < hashes.length; at += 2) this.add(hashes[at] as number, hashes[at + 1] as number);
  }

  has(one: number, two: number): boolean {
    const slots = this.#parts[two % PARTS] as Uint32Array;
    return slots[slotOf(slots, one, two) + 1] !== 0;
  }

  addText(product: string): boolean {
    return this.add(...SeenProducts.hashOf(product));
  }

  static hashOf(product: string): [number, number] {
    const bytes = Buffer.from(product, 'utf8');
    return productHash(bytes, 0, bytes.length);
  }
}

/** Where a product is, or would be. */
function slotOf(slots: Uint32Array, one: number, two: number): number {
  const count = slots.length / 2;
  let slot = Math.floor(one * count / 2 ** 32);
  while (slots[2 * slot + 1] !== 0 && (slots[2 * slot] !== one || slots[2 * slot + 1] !== two)) slot = slot + 1 === count ? 0 : slot + 1;
  return 2 * slot;
}

function grown(old: Uint32Array): Uint32Array {
  const slots = new Uint32Array(2 * Math.ceil(old.length / 2 * GROWTH));
  for (let at = 0; at < old.length; at += 2) {
    if (old[at + 1] === 0) continue;
    const slot = slotOf(slots, old[at] as number, old[at + 1] as number);
    slots[slot] = old[at] as number;
    slots[slot + 1] = old[at + 1] as number;
  }
  return slots;
}
