import { copy, room } from './memory';

/** Text written again and again. */
@final
export class Text {
  constructor(public place: usize, public length: i32) {}

  static of(ascii: string): Text {
    const place = room(ascii.length);
    for (let at = 0; at < ascii.length; at += 1) store<u8>(place + at, <u8>ascii.charCodeAt(at));
    return new Text(place, ascii.length);
  }
}

/** Where the next byte is written: who begins a record makes sure that there is room for it. */
export let out: usize = 0;

export function setOut(place: usize): void {
  out = place;
}

// @ts-ignore: decorator
@inline
export function put(text: Text): void {
  putBytes(text.place, text.length);
}

// @ts-ignore: decorator
@inline
export function putBytes(place: usize, length: i32): void {
  copy(out, place, length);
  out += length;
}

// @ts-ignore: decorator
@inline
export function putByte(byte: u8): void {
  store<u8>(out, byte);
  out += 1;
}

/** Takes in what was written by another hand. */
export function skip(length: i32): void {
  out += length;
}

/** An integer of 0 or more. */
export function putInteger(value: u64): void {
  if (value >= EIGHT) {
    const upper = value / EIGHT;
    putInteger(upper);
    store<u64>(out, eightDigits(<u32>(value - upper * EIGHT)));
    out += 8;
    return;
  }
  const digits = eightDigits(<u32>value);
  const leading = min<u64>(ctz(digits ^ ZEROS) >> 3, 7);
  store<u64>(out, digits >> (leading << 3));
  out += 8 - <usize>leading;
}

const EIGHT: u64 = 100000000;
const ZEROS: u64 = 0x3030303030303030;

/** Below 10^8: by fours, by twos, by ones, the first digit in the lowest byte. The factors divide exactly for what is so small. */
// @ts-ignore: decorator
@inline
function eightDigits(value: u32): u64 {
  const upper = value / 10000;
  const fours = <u64>upper | (<u64>(value - upper * 10000) << 32);
  const hundreds = ((fours * 10486) >> 20) & 0x7f0000007f;
  const twos = hundreds | ((fours - hundreds * 100) << 16);
  const tens = ((twos * 103) >> 10) & 0x000f000f000f000f;
  return (tens | ((twos - tens * 10) << 8)) + ZEROS;
}

/** high × 10^15 + low, both of one sign and low below 10^15, in steps of 10^-18: as decimal text, no trailing zeros. */
export function putAmount(high: f64, low: f64): void {
  if (high < 0 || low < 0) {
    putByte(0x2d);
    high = -high;
    low = -low;
  }
  const upper = <u64>high;
  const whole = upper / 1000;
  putInteger(whole);
  const fraction = (upper - whole * 1000) * 1000000000000000 + <u64>low;
  if (fraction == 0) return;
  const ten = fraction / EIGHT;
  const two = <u32>(ten / EIGHT);
  store<u8>(out, 0x2e);
  store<u8>(out, <u8>(0x30 + two / 10), 1);
  store<u8>(out, <u8>(0x30 + two % 10), 2);
  store<u64>(out, eightDigits(<u32>(ten - <u64>two * EIGHT)), 3);
  store<u64>(out, eightDigits(<u32>(fraction - ten * EIGHT)), 11);
  const others = ~i8x16.bitmask(i8x16.eq(v128.load(out, 3), i8x16.splat(0x30))) & 0xffff;
  out += 3 + 32 - <usize>clz(others);
  if (others == 0 && two % 10 == 0) out -= 1;
}
