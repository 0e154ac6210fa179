import { cells, endOf, odd, startOf } from './cells';
import { dataOf, Factor, factorOf, isKnown, pairIn, partIn, rowOf, stageOf, unitOf } from './factors';
import { place, threshold } from './largest';
import { noteMeasure, notePoint, noteUse } from './product';
import { AIRCRAFT, beyond, gwpCount, originFrom, sizeFrom, together } from './slots';
import { add, addSize, multiply, tenth } from './sums';
import { isPlainStart } from './text';

const MOST_QUANTITY_DIGITS: i32 = 15;
const MOST_BLANKS: i32 = 64;

/** Cells a line must have. */
let width: i32 = 0;
let item: i32 = 0;
let component: i32 = -1;
let quantity: i32 = 0;
let unit: i32 = 0;
let factor: i32 = 0;
let stage: i32 = -1;
let data: i32 = -1;
/** Cells that must be blank: what they could say is no plain matter. */
const blanks = new StaticArray<i32>(MOST_BLANKS);
let blankCount: i32 = 0;
let unstated: i32 = 0;
/** Bit of each stage that the boundary takes in; module D among them. */
let allowed: i32 = 0;
/** Whether `1.5` is a number here; else whole numbers alone are plain. */
let mayPoint: bool = false;

/** Where the cells stand, 0-based; -1 where the bill lacks a column that it may lack. */
export function setColumns(cellsOfLine: i32, ofItem: i32, ofComponent: i32, ofQuantity: i32, ofUnit: i32, ofFactor: i32, ofStage: i32, ofData: i32): void {
  width = cellsOfLine;
  item = ofItem;
  component = ofComponent;
  quantity = ofQuantity;
  unit = ofUnit;
  factor = ofFactor;
  stage = ofStage;
  data = ofData;
}

export function setBlank(cell: i32): void {
  blanks[blankCount] = cell;
  blankCount += 1;
}

export function setMeaning(ofUnstated: i32, allowedStages: i32, mayBePoint: bool): void {
  unstated = ofUnstated;
  allowed = allowedStages;
  mayPoint = mayBePoint;
}

/** Takes the line scanned last into the product. False where the product must be left to the reference lane. */
export function take(line: i32): bool {
  if (odd || cells < width) return false;
  for (let at = 0; at < blankCount; at += 1) {
    const cell = unchecked(blanks[at]);
    const start = startOf(cell);
    if (start < endOf(cell, start)) return false;
  }
  const itemStart = startOf(item);
  const itemEnd = endOf(item, itemStart);
  if (itemStart == itemEnd || !isPlainStart(itemStart)) return false;
  let componentStart: usize = 0;
  let componentEnd: usize = 0;
  if (component >= 0) {
    componentStart = startOf(component);
    componentEnd = endOf(component, componentStart);
    if (componentStart < componentEnd && !isPlainStart(componentStart)) return false;
  }

  // The quantity: digits with a point between, as PLAIN_POINT of input/number.ts has them.
  let first = startOf(quantity);
  const quantityEnd = endOf(quantity, first);
  const negative = first < quantityEnd && load<u8>(first) == 0x2d;
  if (negative) first += 1;
  const length = <i32>(quantityEnd - first);
  if (length <= 0 || length > MOST_QUANTITY_DIGITS + 1) return false;
  const bytes = v128.load(first);
  const others = i8x16.bitmask(i8x16.gt_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(9))) & ((1 << length) - 1);
  // What is true of half the lines is no branch: a processor would guess it wrong.
  const isDecimal = i32(others != 0);
  const whole = ctz(others | (1 << length));
  const scale = length - whole - isDecimal;
  const leads = i32(load<u8>(first) == 0x30);
  const isPoint = i32(load<u8>(first + whole) == 0x2e) & i32(mayPoint) & i32(scale != 0) & i32((others & (others - 1)) == 0);
  if ((i32(whole == 0) | (leads & i32(whole > 1)) | (isDecimal & ~isPoint) | i32(whole + scale > MOST_QUANTITY_DIGITS)) != 0) return false;
  // Digits before the point move one to the right, over it.
  const from = i8x16.add(RIGHT, i8x16.splat(<i8>(length - 16)));
  const before = i8x16.splat(<i8>select(whole, -128, isDecimal != 0));
  const digits = integerOf(i8x16.swizzle(bytes, i8x16.sub(from, v128.and(i8x16.le_s(from, before), i8x16.splat(1)))));
  // As THREE_AFTER_POINT and POINT_ONLY of input/decimal-mark.ts.
  notePoint(isDecimal, i32(scale == 3) & i32(whole <= 3) & (leads ^ 1));
  const mantissa = <f64>(negative ? -digits : digits);

  const factorStart = startOf(factor);
  const unitStart = startOf(unit);
  const unitNumber = unitOf(unitStart, endOf(unit, unitStart));
  const factorNumber = factorOf(factorStart, endOf(factor, factorStart));
  if (factorNumber < 0 || unitNumber < 0) return false;
  const row = rowOf(factorNumber);
  const pair = pairIn(row, unitNumber);
  if (!isKnown(pair, factorNumber, unitNumber)) return false;
  const pairScale = <i32>pair.scale;

  let stageIndex = row.stage;
  if (stage >= 0) {
    const start = startOf(stage);
    const end = endOf(stage, start);
    if (start < end) stageIndex = stageOf(start, end);
  }
  if (stageIndex < 0 || (allowed & (1 << stageIndex)) == 0) return false;
  let dataIndex = unstated;
  if (data >= 0) {
    const start = startOf(data);
    const end = endOf(data, start);
    if (start < end) dataIndex = dataOf(start, end);
    if (dataIndex < 0) return false;
  }

  if (!multiply(mantissa, pair.mantissa, scale + pairScale) || !add(stageIndex)) return false;
  if (!noteUse(row, stageIndex, line)) return false;
  if (stageIndex == beyond) return true;
  noteMeasure(dataIndex, row.gwp, mantissa == 0 || pair.mantissa == 0);
  if (!addSize(sizeFrom + dataIndex * gwpCount + row.gwp)) return false;
  const size = abs(mantissa * pair.mantissa) * tenth(scale + pairScale);
  if (size >= threshold) {
    const ranked = place(size, mantissa, pair.mantissa, scale + pairScale);
    if (ranked !== null) {
      ranked.stage = stageIndex;
      ranked.line = line;
      ranked.itemStart = itemStart;
      ranked.itemEnd = itemEnd;
      ranked.componentStart = componentStart;
      ranked.componentEnd = componentEnd;
      ranked.factor = changetype<Factor>(row.factor);
    }
  }
  return pair.parts == 0 || takeParts(mantissa, scale, pair.parts);
}

const RIGHT: v128 = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

/** The integer of 16 characters: digits, and NUL where there is none. */
// @ts-ignore: decorator
@inline
function integerOf(characters: v128): i64 {
  const digits = v128.and(characters, i8x16.splat(0x0f));
  // By twos, by fours, and these one after another.
  const twos = i16x8.add(i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10)), i16x8.shr_u(digits, 8));
  const fours = i32x4.dot_i16x8_s(twos, i32x4.splat(100 | (1 << 16)));
  return ((<i64>i32x4.extract_lane(fours, 0) * 10000 + <i64>i32x4.extract_lane(fours, 1)) * 10000
    + <i64>i32x4.extract_lane(fours, 2)) * 10000 + <i64>i32x4.extract_lane(fours, 3);
}

function takeParts(mantissa: f64, scale: i32, parts: usize): bool {
  const count = load<i32>(parts);
  for (let at = 0; at < count; at += 1) {
    const part = partIn(parts, at);
    if (!multiply(mantissa, part.mantissa, scale + part.scale) || !add(originFrom + part.origin)) return false;
    if (part.origin != AIRCRAFT && !add(together)) return false;
  }
  return true;
}
