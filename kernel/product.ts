import { Factor, FactorRow } from './factors';
import { clearRanked } from './largest';
import { clear } from './sums';

/** More first uses that do not fit than a report tells of are left to the reference lane. */
const MOST_MISFITS: i32 = 80;

// The product whose lines are under way.

/** Bits of the stages, data types and GWP sets that occur; `usedGwp`: module D as well. */
export let stages: i32 = 0;
export let data: i32 = 0;
export let gwp: i32 = 0;
export let usedGwp: i32 = 0;
/** 0 for none. */
export let oldest: i32 = 0;
export let newest: i32 = 0;
/** An amount within the boundary is not 0. */
export let measured: bool = false;
/** What its numbers told of the decimal mark; commas are never plain. */
export let points: i32 = 0;
export let threeAfterPoint: i32 = 0;
/** First uses of factors that do not fit what was declared. */
export const misfits = new StaticArray<Factor>(MOST_MISFITS);
export const misfitLines = new StaticArray<i32>(MOST_MISFITS);
export let misfitCount: i32 = 0;
export let findingCount: i32 = 0;
let number: i32 = 0;

export function begin(): void {
  clear();
  clearRanked();
  stages = 0;
  data = 0;
  gwp = 0;
  usedGwp = 0;
  oldest = 0;
  newest = 0;
  measured = false;
  points = 0;
  threeAfterPoint = 0;
  misfitCount = 0;
  findingCount = 0;
  number += 1;
}

/** Of a number, as 0 or 1: has it a point, and is it one that could part thousands. */
// @ts-ignore: decorator
@inline
export function notePoint(isDecimal: i32, isThree: i32): void {
  threeAfterPoint |= isDecimal & isThree;
  points += isDecimal & (isThree ^ 1);
}

/** False where there are more findings than the lane tells. */
export function noteUse(row: FactorRow, stage: i32, line: i32): bool {
  stages |= 1 << stage;
  usedGwp |= 1 << row.gwp;
  const year = row.year;
  if (year != 0) {
    oldest = select(year, oldest, i32(oldest == 0) | i32(year < oldest));
    newest = max(newest, year);
  }
  if (row.findingCount == 0) return true;
  const factor = changetype<Factor>(row.factor);
  if (factor.lastUse == number) return true;
  factor.lastUse = number;
  findingCount += factor.findingCount;
  if (findingCount > MOST_MISFITS) return false;
  unchecked(misfits[misfitCount] = factor);
  unchecked(misfitLines[misfitCount] = line);
  misfitCount += 1;
  return true;
}

export function noteMeasure(dataType: i32, gwpSet: i32, isZero: bool): void {
  data |= 1 << dataType;
  gwp |= 1 << gwpSet;
  if (!isZero) measured = true;
}
