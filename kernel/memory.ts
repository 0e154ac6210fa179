/** Copies go in steps of 16 bytes and words are read 32 at a time: so much may be touched beyond an end. */
export const SLACK: usize = 64;

/** Memory that is never given back: what grows doubles, so no more than half of it is waste. */
export function room(length: usize): usize {
  return heap.alloc(length + SLACK);
}

/** Copies, and may write up to 15 bytes beyond the end. */
// @ts-ignore: decorator
@inline
export function copy(to: usize, from: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}

export function grown<T>(old: StaticArray<T>, length: i32): StaticArray<T> {
  const next = new StaticArray<T>(length);
  memory.copy(changetype<usize>(next), changetype<usize>(old), <usize>old.length * sizeof<T>());
  return next;
}
