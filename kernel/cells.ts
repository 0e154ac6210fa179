import { room } from './memory';

const LINE_FEED: u32 = 0x0a;
const CARRIAGE_RETURN: u32 = 0x0d;
const QUOTE: u32 = 0x22;
const CARRIAGE_RETURN_AND_LINE_FEED: u16 = 0x0a0d;

/** What `scan` gives where a line is no record of its own, or not by itself. */
export const NO_PLAIN_LINE: usize = 0;

/** So many bytes are looked through at a time for those that matter. */
const STEP: usize = 2048;
const BLOCK: usize = 64;
const MOST_AT_ONCE: i32 = 12;

let delimiter: u32 = 0x2c;
let columns: i32 = 0;
/** Of each known cell where it begins and ends. */
let edges: usize = 0;
let base: usize = 0;
let end: usize = 0;

/** Where delimiters, quotation marks and control characters stand, line ends among them: those found and not yet passed. */
let marks: usize = 0;
let mark: usize = 0;
let lastMark: usize = 0;
/** Up to where was looked for them. */
let looked: usize = 0;

/** How many cells the line has that was scanned last; those beyond the known columns are counted only. */
export let cells: i32 = 0;
/** A cell of it holds a control character or a doubled quotation mark, or one beyond the known columns is not blank. */
export let odd: bool = false;

export function setCells(delimiterByte: u32, columnCount: i32): void {
  delimiter = delimiterByte;
  columns = columnCount;
  edges = room(8 * columnCount);
  marks = room(4 * (<usize>columnCount + 1 + STEP + BLOCK));
}

/** Takes in bytes that begin at `from`; the byte at `to` is written over, to end the last line. */
export function setBytes(from: usize, to: usize): void {
  base = from;
  end = to;
  store<u8>(to, <u8>LINE_FEED);
}

/** Where a cell of the line begins, without quotation marks and blanks (U+0020) around it. */
// @ts-ignore: decorator
@inline
export function startOf(cell: i32): usize {
  let start = <usize>load<u32>(edges + (<usize>cell << 3));
  const stop = <usize>load<u32>(edges + (<usize>cell << 3), 4);
  while (start < stop && load<u8>(start) == 0x20) start += 1;
  return start;
}

// @ts-ignore: decorator
@inline
export function endOf(cell: i32, start: usize): usize {
  let stop = <usize>load<u32>(edges + (<usize>cell << 3), 4);
  while (start < stop && load<u8>(stop - 1) == 0x20) stop -= 1;
  return stop;
}

/** Delimiters, quotation marks and control characters, line ends among them, in 64 bytes: a bit each. */
// @ts-ignore: decorator
@inline
function interesting(at: usize): u64 {
  const control = i8x16.splat(0x20);
  const quote = i8x16.splat(<i8>QUOTE);
  const comma = i8x16.splat(<i8>delimiter);
  return (<u64>bits(v128.load(at), control, quote, comma))
    | (<u64>bits(v128.load(at, 16), control, quote, comma) << 16)
    | (<u64>bits(v128.load(at, 32), control, quote, comma) << 32)
    | (<u64>bits(v128.load(at, 48), control, quote, comma) << 48);
}

// @ts-ignore: decorator
@inline
function bits(bytes: v128, control: v128, quote: v128, comma: v128): u32 {
  return i8x16.bitmask(v128.or(v128.or(i8x16.lt_u(bytes, control), i8x16.eq(bytes, quote)), i8x16.eq(bytes, comma)));
}

/** Makes `scan` begin anew at a line. */
export function seek(at: usize): void {
  const within = (at - base) & (BLOCK - 1);
  mark = marks;
  lastMark = marks;
  looked = at - within;
  noteMarks(interesting(looked) & (~(<u64>0) << <u64>within));
}

/** Takes note of the marks among the next 64 bytes, a bit each. */
// @ts-ignore: decorator
@inline
function noteMarks(found: u64): void {
  const here = looked;
  let to = lastMark;
  looked = here + BLOCK;
  lastMark = to + (<usize>popcnt(found) << 2);
  // Most blocks have no more than so many: what is written beyond is written over.
  for (;;) {
    for (let each = 0; each < MOST_AT_ONCE; each += 1) {
      store<u32>(to + (<usize>each << 2), <u32>here + <u32>ctz(found));
      found &= found - 1;
    }
    if (found == 0) return;
    to += 4 * MOST_AT_ONCE;
  }
}

/** Looks on until there are so many marks, or all bytes were looked at. */
function lookOn(count: i32): void {
  const held = lastMark - mark;
  memory.copy(marks, mark, held);
  mark = marks;
  lastMark = marks + held;
  const last = end;
  do {
    const to = looked + STEP;
    while (looked <= last && looked < to) noteMarks(interesting(looked));
  } while (<i32>((lastMark - mark) >> 2) < count && looked <= last);
}

/** Where the next mark stands; the line feed at the end is the last. */
// @ts-ignore: decorator
@inline
function nextMark(): usize {
  if (mark == lastMark) lookOn(1);
  const at = <usize>load<u32>(mark);
  mark += 4;
  return at;
}

/** Scans the line that begins at `from`, the one after the line scanned last; gives where the next one begins, or NO_PLAIN_LINE. */
export function scan(from: usize): usize {
  const count = columns;
  if (<i32>((lastMark - mark) >> 2) < count) lookOn(count);
  const first = mark;
  const stop = first + (<usize>(count - 1) << 2);
  if (stop >= lastMark) return scanSlowly(from);
  const comma = delimiter;
  let others: u32 = 0;
  let start = <u32>from;
  let edge = edges;
  for (let each = first; each < stop; each += 4) {
    const at = load<u32>(each);
    others |= load<u8>(at) ^ comma;
    store<u64>(edge, <u64>start | (<u64>at << 32));
    start = at + 1;
    edge += 8;
  }
  const at = load<u32>(stop);
  const ends = load<u8>(at) == <u8>LINE_FEED ? 1 : load<u16>(at) == CARRIAGE_RETURN_AND_LINE_FEED && <usize>at + 1 < end && stop + 4 < lastMark ? 2 : 0;
  if (others != 0 || ends == 0) return scanSlowly(from);
  store<u64>(edge, <u64>start | (<u64>at << 32));
  mark = stop + (<usize>ends << 2);
  cells = count;
  odd = false;
  return min<usize>(at + ends, end);
}

/** As `scan`, for any line: quoted cells, more or fewer cells than columns. */
function scanSlowly(from: usize): usize {
  const comma = delimiter;
  const known = columns;
  const last = end;
  let start = from;
  let cell = 0;
  let isOdd = false;
  for (;;) {
    let at = nextMark();
    let byte = <u32>load<u8>(at);
    let stop = at;
    if (byte == QUOTE) {
      if (at != start) return NO_PLAIN_LINE;
      start = at + 1;
      for (;;) {
        at = nextMark();
        byte = <u32>load<u8>(at);
        if (byte == LINE_FEED || byte == CARRIAGE_RETURN) return NO_PLAIN_LINE;
        if (byte != QUOTE) {
          if (byte < 0x20 && byte != comma) isOdd = true;
          continue;
        }
        if (load<u8>(at + 1) != <u8>QUOTE || at + 1 >= last) break;
        isOdd = true;
        nextMark();
      }
      stop = at;
      at += 1;
      byte = <u32>load<u8>(at);
      if (byte != comma && byte != LINE_FEED && byte != CARRIAGE_RETURN) return NO_PLAIN_LINE;
      nextMark();
    } else if (byte != comma && byte != LINE_FEED && byte != CARRIAGE_RETURN) {
      isOdd = true;
      continue;
    }
    if (cell < known) store<u64>(edges + (<usize>cell << 3), <u64>start | (<u64>stop << 32));
    else for (let inner = start; inner < stop; inner += 1) if (load<u8>(inner) != 0x20) isOdd = true;
    cell += 1;
    if (byte == comma) {
      start = at + 1;
      continue;
    }
    cells = cell;
    odd = isOdd;
    if (at >= last) return last;
    if (byte == LINE_FEED) return at + 1;
    if (at + 1 >= last || load<u8>(at + 1) != <u8>LINE_FEED) return NO_PLAIN_LINE;
    nextMark();
    return at + 2;
  }
}
