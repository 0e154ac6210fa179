/**
 * Whether the reference reader takes the text of a cell as it stands: no blank beyond U+0020 before it and no formula.
 * In doubt it says no.
 */
// @ts-ignore: decorator
@inline
export function isPlainStart(start: usize): bool {
  const first = load<u8>(start);
  // Letters, and most characters of three bytes.
  return (first > 0x40 && first < 0xc2) || (first > 0xe3 && first < 0xef) || isPlainSeldom(start);
}

function isPlainSeldom(start: usize): bool {
  const second = load<u8>(start, 1);
  switch (load<u8>(start)) {
    case 0x2b: case 0x2d: case 0x3d: case 0x40: return false;
    // U+00A0, U+1680, U+2000 to U+205F, U+3000, U+FEFF, and full-width = and @ (U+FF1D, U+FF20).
    case 0xc2: return second != 0xa0;
    case 0xe1: return second != 0x9a;
    case 0xe2: return second != 0x80 && second != 0x81;
    case 0xe3: return second != 0x80 || load<u8>(start, 2) != 0x80;
    case 0xef: return second != 0xbb && (second != 0xbc || (load<u8>(start, 2) != 0x9d && load<u8>(start, 2) != 0xa0));
    default: return true;
  }
}

/** Whether a cell may end in a blank beyond U+0020; in doubt it says yes. The bytes before it are of the same line. */
export function mayEndBlank(end: usize): bool {
  const last = load<u8>(end - 1);
  if (last < 0x80) return false;
  const before = load<u8>(end - 2);
  const lead = load<u8>(end - 3);
  return (before == 0xc2 && last == 0xa0) || (lead == 0xe1 && before == 0x9a) || (lead == 0xe3 && before == 0x80 && last == 0x80)
    || (lead == 0xe2 && (before == 0x80 || before == 0x81)) || (lead == 0xef && before == 0xbb);
}

/** Of up to 16 characters those that a JSON string has in another form, and those equal to one of two: a bit each. */
// @ts-ignore: decorator
@inline
function others(at: usize, end: usize, one: i8, other: i8): i32 {
  const bytes = v128.load(at);
  const control = i8x16.lt_u(bytes, i8x16.splat(0x20));
  const escaped = v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c)));
  const asked = v128.or(i8x16.eq(bytes, i8x16.splat(one)), i8x16.eq(bytes, i8x16.splat(other)));
  return i8x16.bitmask(v128.or(v128.or(control, escaped), asked)) & ((1 << <i32>min<usize>(end - at, 16)) - 1);
}

/** Whether the bytes of a cell are those of its JSON string. */
export function isBare(start: usize, end: usize): bool {
  if (start == end) return true;
  if (!isPlainStart(start) || mayEndBlank(end)) return false;
  for (let at = start; at < end; at += 16) if (others(at, end, 0, 0) != 0) return false;
  return true;
}

/** Whether the bytes of a component's cell are those of its path as JSON: segments by `/`, none blank, no blanks around them. */
export function isBarePath(start: usize, end: usize): bool {
  if (start == end) return true;
  if (!isPlainStart(start) || mayEndBlank(end)) return false;
  // A slash, and the first byte of a full-width one.
  for (let at = start; at < end; at += 16) if (others(at, end, 0x2f, <i8>0xef) != 0) return isBare(start, end) && isBareOfMany(start, end);
  return true;
}

function isBareOfMany(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 1) {
    const byte = load<u8>(at);
    if (byte == 0x2f) {
      if (at == start || at + 1 == end) return false;
      const before = load<u8>(at - 1);
      const after = load<u8>(at + 1);
      if (before <= 0x20 || before == 0x2f || after <= 0x20 || after == 0x2f) return false;
      if (mayEndBlank(at) || !isPlainStart(at + 1)) return false;
    } else if (byte == 0xef && load<u8>(at, 1) == 0xbc && load<u8>(at, 2) == 0x8f) return false;
  }
  return true;
}
