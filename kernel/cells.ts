import { room } from './memory';

const LINE_FEED: u32 = 0x0a;
const CARRIAGE_RETURN: u32 = 0x0d;
const QUOTE: u32 = 0x22;

/** What `scan` gives where a line is no record of its own, or not by itself. */
export const NO_PLAIN_LINE: usize = 0;

let delimiter: u32 = 0x2c;
let columns: i32 = 0;
let edges: usize = 0;
let base: usize = 0;
let end: usize = 0;
/** The bytes of interest of the 64 from `block` that were not looked at yet. */
let block: usize = 0;
let pending: u64 = 0;

/** How many cells the line has that was scanned last; those beyond the known columns are counted only. */
export let cells: i32 = 0;
/** A cell of it holds a control character or a doubled quotation mark, or one beyond the known columns is not blank. */
export let odd: bool = false;

export function setCells(delimiterByte: u32, columnCount: i32): void {
  delimiter = delimiterByte;
  columns = columnCount;
  edges = room(8 * columnCount);
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
  const within = (at - base) & 63;
  block = at - within;
  pending = interesting(block) & (~(<u64>0) << <u64>within);
}

/** Scans the line that begins at `from`, the one after the line scanned last; gives where the next one begins, or NO_PLAIN_LINE. */
export function scan(from: usize): usize {
  const comma = delimiter;
  const known = columns;
  const last = end;
  let here = block;
  let mask = pending;
  let start = from;
  let cell = 0;
  let isOdd = false;
  for (;;) {
    while (mask == 0) {
      here += 64;
      mask = interesting(here);
    }
    let at = here + <usize>ctz(mask);
    mask &= mask - 1;
    let byte = <u32>load<u8>(at);
    let stop = at;
    if (byte == QUOTE) {
      if (at != start) return NO_PLAIN_LINE;
      start = at + 1;
      for (;;) {
        while (mask == 0) {
          here += 64;
          mask = interesting(here);
        }
        at = here + <usize>ctz(mask);
        mask &= mask - 1;
        byte = <u32>load<u8>(at);
        if (byte == LINE_FEED || byte == CARRIAGE_RETURN) return NO_PLAIN_LINE;
        if (byte != QUOTE) {
          if (byte < 0x20 && byte != comma) isOdd = true;
          continue;
        }
        if (load<u8>(at + 1) != <u8>QUOTE || at + 1 >= last) break;
        isOdd = true;
        while (mask == 0) {
          here += 64;
          mask = interesting(here);
        }
        mask &= mask - 1;
      }
      stop = at;
      at += 1;
      byte = <u32>load<u8>(at);
      if (byte != comma && byte != LINE_FEED && byte != CARRIAGE_RETURN) return NO_PLAIN_LINE;
      while (mask == 0) {
        here += 64;
        mask = interesting(here);
      }
      mask &= mask - 1;
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
    let next = at + 1;
    if (at >= last) next = last;
    else if (byte == CARRIAGE_RETURN) {
      if (next >= last || load<u8>(next) != <u8>LINE_FEED) return NO_PLAIN_LINE;
      while (mask == 0) {
        here += 64;
        mask = interesting(here);
      }
      mask &= mask - 1;
      next += 1;
    }
    block = here;
    pending = mask;
    return next;
  }
}
