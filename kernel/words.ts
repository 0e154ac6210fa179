import { copy, room } from './memory';

const FIRST_SLOTS: i32 = 256;
/** 2^64 / golden ratio: multiplying by it spreads bits upwards. */
const SPREAD: u64 = 0x9e3779b97f4a7c15;

/** A word and its number: half a cache line, so that most words are found by one look. */
@unmanaged
class Slot {
  /** The first and the second 8 bytes, zeros where it has fewer. */
  first: u64;
  second: u64;
  /** Of a longer word: where all of it is. */
  place: usize;
  length: u32;
  hash: u32;
  /** Number + 1; 0 for none. */
  number: i32;
}

/** Of 8 bytes those that belong to a word of which so many are left. */
// @ts-ignore: decorator
@inline
function own(bytes: u64, left: u32): u64 {
  return left >= 8 ? bytes : bytes & ~(~(<u64>0) << (<u64>left << 3));
}

// @ts-ignore: decorator
@inline
function spread(hash: u64, bytes: u64): u64 {
  const mixed = (hash ^ bytes) * SPREAD;
  return mixed ^ (mixed >> 32);
}

/** Numbers the different words of an input, 0 upwards: open addressing over their bytes. */
@final
export class WordTable {
  private count: i32 = 0;
  private mask: u32 = FIRST_SLOTS - 1;
  private slots: usize = slotsOf(FIRST_SLOTS);

  constructor(private most: i32) {}

  /** The number of a word; -1 where it is new. */
  find(start: usize, end: usize): i32 {
    const length = <u32>(end - start);
    const first = own(load<u64>(start), length);
    const second = length > 8 ? own(load<u64>(start, 8), length - 8) : 0;
    const hash = hashOf(first, second, start, length);
    for (let at = hash & this.mask; ; at = (at + 1) & this.mask) {
      const slot = slotAt(this.slots, at);
      if (slot.number == 0) break;
      if (slot.hash == hash && slot.first == first && slot.second == second && slot.length == length && (length <= 16 || isSame(slot.place, start, length))) {
        return slot.number - 1;
      }
    }
    return -1;
  }

  /** The number of a new word; -1 where the table is full. */
  add(start: usize, end: usize): i32 {
    if (this.count >= this.most) return -1;
    if (<u32>(2 * this.count) > this.mask) this.grow();
    const length = <u32>(end - start);
    const first = own(load<u64>(start), length);
    const second = length > 8 ? own(load<u64>(start, 8), length - 8) : 0;
    const hash = hashOf(first, second, start, length);
    const slot = this.free(hash);
    slot.first = first;
    slot.second = second;
    slot.length = length;
    slot.hash = hash;
    if (length > 16) {
      slot.place = room(length);
      copy(slot.place, start, length);
    }
    this.count += 1;
    slot.number = this.count;
    return this.count - 1;
  }

  private free(hash: u32): Slot {
    let at = hash & this.mask;
    while (slotAt(this.slots, at).number != 0) at = (at + 1) & this.mask;
    return slotAt(this.slots, at);
  }

  private grow(): void {
    const old = this.slots;
    const length = this.mask + 1;
    this.mask = 2 * length - 1;
    this.slots = slotsOf(2 * length);
    for (let at: u32 = 0; at < length; at += 1) {
      const slot = slotAt(old, at);
      if (slot.number != 0) memory.copy(changetype<usize>(this.free(slot.hash)), changetype<usize>(slot), offsetof<Slot>());
    }
  }
}

// @ts-ignore: decorator
@inline
function slotAt(slots: usize, at: u32): Slot {
  return changetype<Slot>(slots + <usize>at * offsetof<Slot>());
}

function slotsOf(length: u32): usize {
  const slots = room(<usize>length * offsetof<Slot>());
  memory.fill(slots, 0, <usize>length * offsetof<Slot>());
  return slots;
}

// @ts-ignore: decorator
@inline
function hashOf(first: u64, second: u64, start: usize, length: u32): u32 {
  let hash = spread(spread(length, first), second);
  for (let at: u32 = 16; at < length; at += 8) hash = spread(hash, own(load<u64>(start + at), length - at));
  return <u32>hash;
}

/** Whether bytes are the same. */
export function isSame(kept: usize, start: usize, length: u32): bool {
  for (let at: u32 = 0; at < length; at += 8) {
    if (own(load<u64>(kept + at) ^ load<u64>(start + at), length - at) != 0) return false;
  }
  return true;
}
