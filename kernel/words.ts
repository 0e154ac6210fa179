import { copy, grown, room } from './memory';

const FIRST_SLOTS: i32 = 256;
/** 2^64 / golden ratio: multiplying by it spreads bits upwards. */
const SPREAD: u64 = 0x9e3779b97f4a7c15;

/** Of the last 0 to 8 bytes of a word: those that are its own. */
// @ts-ignore: decorator
@inline
function own(length: usize): u64 {
  return length == 0 ? 0 : ~(<u64>0) >> (64 - (<u64>length << 3));
}

/** Numbers the different words of an input, 0 upwards: open addressing over their bytes. */
@final
export class WordTable {
  private count: i32 = 0;
  /** Number + 1; 0 for none. */
  private slots: StaticArray<i32> = new StaticArray<i32>(FIRST_SLOTS);
  private hashes: StaticArray<u32> = new StaticArray<u32>(FIRST_SLOTS);
  private places: StaticArray<usize> = new StaticArray<usize>(FIRST_SLOTS);
  private lengths: StaticArray<usize> = new StaticArray<usize>(FIRST_SLOTS);

  constructor(private most: i32) {}

  /** The number of a word; -1 where it is new. */
  find(start: usize, end: usize): i32 {
    const length = end - start;
    const hash = this.hash(start, length);
    const slots = this.slots;
    const mask = slots.length - 1;
    let slot = <i32>hash & mask;
    let id = unchecked(slots[slot]) - 1;
    while (id >= 0 && (unchecked(this.hashes[id]) != hash || !this.equals(id, start, length))) {
      slot = (slot + 1) & mask;
      id = unchecked(slots[slot]) - 1;
    }
    return id;
  }

  /** The number of a new word; -1 where the table is full. */
  add(start: usize, end: usize): i32 {
    const id = this.count;
    if (id >= this.most) return -1;
    const length = end - start;
    if (id == this.hashes.length) {
      this.hashes = grown(this.hashes, 2 * id);
      this.places = grown(this.places, 2 * id);
      this.lengths = grown(this.lengths, 2 * id);
    }
    const place = room(length);
    copy(place, start, length);
    unchecked(this.hashes[id] = this.hash(start, length));
    unchecked(this.places[id] = place);
    unchecked(this.lengths[id] = length);
    this.count = id + 1;
    if (2 * this.count > this.slots.length) {
      this.slots = new StaticArray<i32>(2 * this.slots.length);
      for (let each = 0; each < this.count; each += 1) this.place(each);
    } else this.place(id);
    return id;
  }

  private place(id: i32): void {
    const mask = this.slots.length - 1;
    let slot = <i32>unchecked(this.hashes[id]) & mask;
    while (unchecked(this.slots[slot]) != 0) slot = (slot + 1) & mask;
    unchecked(this.slots[slot] = id + 1);
  }

  // @ts-ignore: decorator
  @inline
  private hash(start: usize, length: usize): u32 {
    let hash: u64 = <u64>length;
    let at = start;
    let left = length;
    for (; left > 8; left -= 8, at += 8) {
      hash = (hash ^ load<u64>(at)) * SPREAD;
      hash ^= hash >> 32;
    }
    hash = (hash ^ (load<u64>(at) & own(left))) * SPREAD;
    return <u32>(hash >> 32);
  }

  // @ts-ignore: decorator
  @inline
  private equals(id: i32, start: usize, length: usize): bool {
    if (unchecked(this.lengths[id]) != length) return false;
    let kept = unchecked(this.places[id]);
    let at = start;
    let left = length;
    for (; left > 8; left -= 8, at += 8, kept += 8) if (load<u64>(kept) != load<u64>(at)) return false;
    return ((load<u64>(kept) ^ load<u64>(at)) & own(left)) == 0;
  }
}
