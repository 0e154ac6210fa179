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
  let width = 1;
  for (let rest = value; rest >= 10; rest /= 10) width += 1;
  putDigits(value, width);
}

/** `00` to `99`. */
const PAIRS = pairs();

function pairs(): usize {
  const place = room(200);
  for (let pair = 0; pair < 100; pair += 1) store<u16>(place + 2 * pair, <u16>(0x3030 + pair / 10 + ((pair % 10) << 8)));
  return place;
}

function putDigits(value: u64, width: i32): void {
  let rest = value;
  let at = out + width;
  for (; at >= out + 2; at -= 2) {
    const next = rest / 100;
    store<u16>(at - 2, load<u16>(PAIRS + <usize>(2 * (rest - next * 100))));
    rest = next;
  }
  if (at > out) store<u8>(out, <u8>(0x30 + rest % 10));
  out += width;
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
  const thousandths = upper - whole * 1000;
  putInteger(whole);
  if (thousandths == 0 && low == 0) return;
  putByte(0x2e);
  putDigits(thousandths, 3);
  if (low > 0) putDigits(<u64>low, 15);
  while (load<u8>(out - 1) == 0x30) out -= 1;
}
