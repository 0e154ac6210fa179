/** Bytes of an input. */
export type Bytes = Uint8Array;

const FIRST_SLOTS = 256;

/**
 * Numbers the different words of an input, 0 upwards, without making strings of words seen before: open addressing
 * over their bytes. `resolve` is asked once a word.
 */
export class WordTable {
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  #hashes = new Int32Array(FIRST_SLOTS);
  #starts = new Int32Array(FIRST_SLOTS + 1);
  #bytes = new Uint8Array(FIRST_SLOTS * 16);
  #count = 0;

  constructor(private readonly resolve: (word: string, id: number) => void, readonly most: number) {}

  /** The number of the word between two offsets; -1 where the table is full. */
  find(bytes: Bytes, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number;
      if (id < 0) return this.#add(bytes, start, end, hash);
      if (this.#hashes[id] === hash && this.#equals(id, bytes, start, end)) return id;
    }
  }

  #equals(id: number, bytes: Bytes, start: number, end: number): boolean {
    let at = this.#starts[id] as number;
    if ((this.#starts[id + 1] as number) - at !== end - start) return false;
    const kept = this.#bytes;
    for (let here = start; here < end; here += 1, at += 1) if (kept[at] !== bytes[here]) return false;
    return true;
  }

  #add(bytes: Bytes, start: number, end: number, hash: number): number {
    const id = this.#count;
    if (id >= this.most) return -1;
    const from = this.#starts[id] ?? 0;
    const to = from + end - start;
    if (to > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(2 * to));
    this.#bytes.set(bytes.subarray(start, end), from);
    if (id + 2 > this.#hashes.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(2 * this.#hashes.length));
      this.#starts = grown(this.#starts, new Int32Array(2 * this.#starts.length));
    }
    this.#hashes[id] = hash;
    this.#starts[id + 1] = to;
    this.#count = id + 1;
    if (2 * this.#count > this.#slots.length) this.#rehash();
    else this.#place(id);
    this.resolve(Buffer.from(bytes.subarray(start, end)).toString('utf8'), id);
    return id;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (let id = 0; id < this.#count; id += 1) this.#place(id);
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[id] as number) & mask;
    while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id;
  }
}

function grown<Kind extends Uint8Array | Int32Array>(old: Kind, next: Kind): Kind {
  next.set(old);
  return next;
}
