import { cells, endOf, NO_PLAIN_LINE, scan, seek, setBytes, setCells, startOf } from './cells';
import { Factor, pairIn, Part, partIn, rowOf } from './factors';
import { hostBlank, hostSame, hostUnitOf } from './host';
import { room } from './memory';
import { take } from './line';
import { begin, points, threeAfterPoint } from './product';
import { setUnit, sizeOfRecord, writeRecord } from './record';
import { hi, lo } from './sums';
import { isBare } from './text';
import { isSame as isSameBytes } from './words';
import { out, setOut, Text } from './writer';

export { setBlank, setColumns, setMeaning } from './line';
export { setListed, setMixed, setStage } from './record';
export { setSlots, sizeFrom } from './slots';
export { room } from './memory';

/** What `run` gives: why it came back to its host. */
export const DONE: i32 = 0;
/** The output is full: it has to be taken before it goes on. */
export const FULL: i32 = 1;
/** A product is left to the reference lane; what is in the output comes before it. */
export const LEFT: i32 = 2;
/** A line is more, or less, than a record. */
export const NOT_PLAIN: i32 = 3;

const OUT_SIZE: usize = 1 << 20;
const MOST_PRODUCTS: i32 = 1 << 14;
/** A longer line is left to the reference reader, which knows how long a cell may be. */
const LONGEST_LINE: usize = 100000;

const outBase = room(OUT_SIZE);
const hashes = new StaticArray<u32>(2 * MOST_PRODUCTS);
let written: i32 = 0;

let productCell: i32 = 0;
/** Whether any product may be plain. */
let works: bool = false;
/** Whether each product has a unit of its own. */
let asksUnit: bool = false;

let at: usize = 0;
let end: usize = 0;
let line: i32 = 0;
/** The product under way, from its first line on. */
let isOpen: bool = false;
let plain: bool = false;
let ordinary: bool = false;
let productStart: usize = 0;
let productEnd: usize = 0;
let from: usize = 0;
let fromLine: i32 = 0;
let pointsOfAll: i32 = 0;
let threeOfAny: bool = false;

/** `product`: its cell, 0-based; `columns`: how many cells are known. Until `setWork` all is left to the reference lane. */
export function setLines(delimiter: u32, columns: i32, product: i32): void {
  setCells(delimiter, columns);
  productCell = product;
}

/** The lane takes what it can; `unit`: a Text of the one declared for all products, or 0 where the host is asked of each. */
export function setWork(unit: usize): void {
  works = true;
  asksUnit = unit == 0;
  if (!asksUnit) setUnit(unit);
}

/** A text that its host placed. */
export function newText(place: usize, length: i32): usize {
  return changetype<usize>(new Text(place, length));
}

/** Begins with the products of so many bytes at a place that `room` gave. */
export function start(place: usize, length: usize, firstLine: i32): void {
  at = place;
  end = place + length;
  line = firstLine;
  isOpen = false;
  pointsOfAll = 0;
  threeOfAny = false;
  setBytes(place, end);
  seek(place);
  emptied();
}

/** The output was taken. */
export function emptied(): void {
  setOut(outBase);
  written = 0;
}

/** Goes on until all is done, or its host has something to do. */
export function run(): i32 {
  while (at < end) {
    const next = scan(at);
    if (next == NO_PLAIN_LINE) return NOT_PLAIN;
    let first: usize = 0;
    let last: usize = 0;
    if (cells > productCell) {
      first = startOf(productCell);
      last = endOf(productCell, first);
    }
    if (first == last) {
      // It names no product: a blank line counts for nothing, any other is a fault of the product above.
      if (!isBlank(at, next)) {
        if (!isOpen) return NOT_PLAIN;
        plain = false;
      }
    } else {
      if (!isOpen || !isSame(first, last)) {
        if (isOpen) {
          const event = close(at);
          if (event != DONE) {
            seek(at);
            return event;
          }
        }
        if (!open(first, last)) return NOT_PLAIN;
      }
      if (plain && (next - at > LONGEST_LINE || !take(line))) plain = false;
    }
    at = next;
    line += 1;
  }
  return isOpen ? close(end) : DONE;
}

/** False where it holds a quotation mark. */
function open(first: usize, last: usize): bool {
  ordinary = isBare(first, last);
  if (!ordinary) for (let each = first; each < last; each += 1) if (load<u8>(each) == 0x22) return false;
  isOpen = true;
  productStart = first;
  productEnd = last;
  from = at;
  fromLine = line;
  plain = works && ordinary;
  if (plain && asksUnit) {
    const unit = hostUnitOf(first, <i32>(last - first));
    plain = unit != 0;
    if (plain) setUnit(unit);
  }
  begin();
  return true;
}

/** Ends the product under way, where its host need not: then it is still, or no more, under way. */
function close(to: usize): i32 {
  const size = plain ? sizeOfRecord(productEnd - productStart) : 0;
  if (size == 0 || size > OUT_SIZE) {
    isOpen = false;
    leftTo = to;
    return LEFT;
  }
  if (out + size > outBase + OUT_SIZE || written == MOST_PRODUCTS) return FULL;
  writeRecord(productStart, productEnd);
  pointsOfAll += points;
  if (threeAfterPoint != 0) threeOfAny = true;
  noteHash();
  isOpen = false;
  return DONE;
}

/** As productHash of batch/seen-products.ts. */
function noteHash(): void {
  let one: u32 = 0x811c9dc5;
  let two = <u32>(productEnd - productStart);
  for (let each = productStart; each < productEnd; each += 1) {
    const byte = <u32>load<u8>(each);
    one = (one ^ byte) * 0x01000193;
    two = two * 0x5bd1e995 + byte + (two >> 13);
  }
  two ^= two >> 15;
  unchecked(hashes[2 * written] = one);
  unchecked(hashes[2 * written + 1] = two == 0 ? 1 : two);
  written += 1;
}

function isSame(first: usize, last: usize): bool {
  const length = productEnd - productStart;
  if (last - first == length && isSameBytes(productStart, first, <u32>length)) return true;
  if (ordinary && isBare(first, last)) return false;
  return hostSame(productStart, <i32>length, first, <i32>(last - first));
}

function isBlank(start: usize, stop: usize): bool {
  for (let each = start; each < stop; each += 1) {
    const byte = load<u8>(each);
    if (byte != 0x2c && byte != 0x20 && byte != 0x0a && byte != 0x0d && byte != 0x09 && byte != 0x3b) return hostBlank(start, <i32>(stop - start));
  }
  return true;
}

let leftTo: usize = 0;

// The product that was left.
export function leftStart(): usize { return from; }
export function leftEnd(): usize { return leftTo; }
export function leftLine(): i32 { return fromLine; }
export function leftProduct(): usize { return productStart; }
export function leftProductEnd(): usize { return productEnd; }

// What was written since the output was emptied.
export function outPlace(): usize { return outBase; }
export function outLength(): usize { return out - outBase; }
export function hashPlace(): usize { return changetype<usize>(hashes); }
export function productCount(): i32 { return written; }

// What the numbers of the products written told of the decimal mark; the line after the last.
export function pointCount(): i32 { return pointsOfAll; }
export function anyThree(): bool { return threeOfAny; }
export function nextLine(): i32 { return line; }

// The sums of the product under way.
export function hiPlace(): usize { return changetype<usize>(hi); }
export function loPlace(): usize { return changetype<usize>(lo); }

/** The lane may use a factor; `findings`: pairs of place and length, 4 bytes each. */
export function setFactor(number: i32, key: usize, keyLength: i32, stage: i32, gwp: i32, year: i32, findings: usize, findingCount: i32): void {
  const factor = new Factor();
  factor.key = key;
  factor.keyLength = keyLength;
  factor.findings = findings;
  factor.findingCount = findingCount;
  factor.lastUse = 0;
  const row = rowOf(number);
  row.factor = changetype<usize>(factor);
  row.stage = stage;
  row.gwp = gwp;
  row.year = year;
  row.findingCount = findingCount;
}

/** kg CO2e in one of a unit, in so many parts; 0 where the factor states no split. */
export function setPair(factor: i32, unit: i32, mantissa: f64, scale: i32, partCount: i32): void {
  const pair = pairIn(rowOf(factor), unit);
  pair.mantissa = mantissa;
  pair.scale = <u16>scale;
  if (partCount == 0) return;
  pair.parts = room(8 + <usize>partCount * offsetof<Part>());
  store<i32>(pair.parts, partCount);
}

export function setPart(factor: i32, unit: i32, index: i32, origin: i32, mantissa: f64, scale: i32): void {
  const part = partIn(pairIn(rowOf(factor), unit).parts, index);
  part.origin = origin;
  part.mantissa = mantissa;
  part.scale = scale;
}

const LINE_FEED: i8 = 0x0a;

let sawNul: bool = false;

/** Whether one of the bytes is NUL whose line feeds were counted last. */
export function anyNul(): bool { return sawNul; }

/** The line feeds of so many bytes. */
export function lineFeeds(place: usize, length: usize): i32 {
  let count = 0;
  let each = place;
  const stop = place + length;
  let zeros = i8x16.splat(0);
  for (; each + 16 <= stop; each += 16) {
    const bytes = v128.load(each);
    count += popcnt(i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(LINE_FEED))));
    zeros = v128.or(zeros, i8x16.eq(bytes, i8x16.splat(0)));
  }
  let isZero = v128.any_true(zeros);
  for (; each < stop; each += 1) {
    const byte = load<u8>(each);
    if (byte == 0) isZero = true;
    if (byte == <u8>LINE_FEED) count += 1;
  }
  sawNul = isZero;
  return count;
}
