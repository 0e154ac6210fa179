import { copy, room } from './memory';

const FIRST_SLOTS: u32 = 64;
const NUMBERS: v128 = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
/** 2^64 / golden ratio and other odd numbers without a pattern: multiplying by them spreads bits upwards. */
const SPREAD: u64 = 0x9e3779b97f4a7c15;
const OTHER_SPREAD: u64 = 0xbf58476d1ce4e5b9;

/** The first 16 bytes of a word, zeros where it has fewer. */
// @ts-ignore: decorator
@inline
export function front(start: usize, length: u32): v128 {
  return v128.and(v128.load(start), i8x16.lt_u(NUMBERS, i8x16.splat(<i8>min<u32>(length, 16))));
}

/** The second 16 bytes of a word. */
// @ts-ignore: decorator
@inline
export function back(start: usize, length: u32): v128 {
  return v128.and(v128.load(start, 16), i8x16.lt_u(i8x16.add(NUMBERS, i8x16.splat(16)), i8x16.splat(<i8>min<u32>(length, 32))));
}

// @ts-ignore: decorator
@inline
export function isEqual(one: v128, other: v128): bool {
  return !v128.any_true(v128.xor(one, other));
}

/** Of 16 bytes and whatever else tells words apart. */
// @ts-ignore: decorator
@inline
export function hashOf(bytes: v128, more: u64): u32 {
  const sum = <u64>i64x2.extract_lane(bytes, 0) * SPREAD + <u64>i64x2.extract_lane(bytes, 1) * OTHER_SPREAD + more;
  return <u32>(((sum ^ (sum >> 32)) * SPREAD) >> 32);
}

/** A word and its number. */
@unmanaged
class Slot {
  /** Its first 16 bytes, zeros where it has fewer. */
  front: v128;
  /** Where all of it is. */
  place: usize;
  length: u32;
  /** Number + 1; 0 for none. */
  number: i32;
  hash: u32;
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
    const first = front(start, length);
    const hash = hashOf(first, length);
    for (let at = hash & this.mask; ; at = (at + 1) & this.mask) {
      const slot = slotAt(this.slots, at);
      if (slot.number == 0) break;
      if (isEqual(slot.front, first) && slot.length == length && (length <= 16 || isSame(slot.place, start, length))) return slot.number - 1;
    }
    return -1;
  }

  /** The number of a new word; -1 where the table is full. */
  add(start: usize, end: usize): i32 {
    if (this.count >= this.most) return -1;
    if (<u32>(4 * this.count) > this.mask) this.grow();
    const length = <u32>(end - start);
    const first = front(start, length);
    const hash = hashOf(first, length);
    const slot = this.free(hash);
    slot.front = first;
    slot.length = length;
    slot.hash = hash;
    slot.place = room(length);
    copy(slot.place, start, length);
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

/** Of 8 bytes those that belong to a word of which so many are left. */
// @ts-ignore: decorator
@inline
function own(bytes: u64, left: u32): u64 {
  return left >= 8 ? bytes : bytes & ~(~(<u64>0) << (<u64>left << 3));
}

/** Whether bytes are the same. */
export function isSame(kept: usize, start: usize, length: u32): bool {
  for (let at: u32 = 0; at < length; at += 8) {
    if (own(load<u64>(kept + at) ^ load<u64>(start + at), length - at) != 0) return false;
  }
  return true;
}
