import { hostData, hostFactor, hostPair, hostStage, hostUnit } from './host';
import { copy, room } from './memory';
import { back, front, hashOf, isEqual, isSame, WordTable } from './words';

const MOST_FACTORS: u32 = 100000;
const MOST_WORDS: i32 = 1000;
/** Units in which one factor's lines may be given, by the number of the unit. */
const MOST_UNITS: i32 = 64;
const FIRST_ROWS: u32 = 256;
const FIRST_PAIRS: i32 = 4;
const CACHE_LINE: usize = 64;

/** What the record of a product tells of a factor. */
@unmanaged
export class Factor {
  /** `dataset:id` as JSON. */
  key: usize;
  keyLength: i32;
  /** What its first use in a product finds, up to the line's number: pairs of place and length. */
  findings: usize;
  findingCount: i32;
  /** Counts products. */
  lastUse: i32;
}

/** A part of a factor's amount by its origin: mantissa × 10^-scale. */
@unmanaged
export class Part {
  mantissa: f64;
  scale: i32;
  origin: i32;
}

/** Of the parts of a Pair the one at an index. */
// @ts-ignore: decorator
@inline
export function partIn(parts: usize, index: i32): Part {
  return changetype<Part>(parts + 8 + <usize>index * offsetof<Part>());
}

/** `Pair.state`: the host was asked, and the decimal path has to look at it. */
const NONE: u16 = 1;
const KNOWN: u16 = 2;

/** A factor in a unit: kg CO2e in one of it, mantissa × 10^-scale. */
@unmanaged
export class Pair {
  mantissa: f64;
  /** Its Parts: how many in the first 8 bytes; 0 where the factor states no split. */
  parts: usize;
  scale: u16;
  /** 0 until the host was asked. */
  state: u16;
}

/** A factor's cell and what each of its lines asks for: a cache line, and after it the pairs by unit. */
@unmanaged
export class FactorRow {
  /** The first and the second 16 bytes of the cell, zeros where it has fewer. */
  front: v128;
  back: v128;
  /** Where all of it is. */
  place: usize;
  length: u32;
  /** Of its Factor; 0 where the decimal path has to look at it. */
  factor: usize;
  /** -1 where the dataset leaves it open. */
  stage: i32;
  gwp: i32;
  /** 0 where it states none. */
  year: i32;
  findingCount: i32;
}

const unitWords = new WordTable(MOST_UNITS);
const stageWords = new WordTable(MOST_WORDS);
const dataWords = new WordTable(MOST_WORDS);
const stages = new StaticArray<i32>(MOST_WORDS);
const data = new StaticArray<i32>(MOST_WORDS);

/** By the hash of the cell: the number of its row + 1; 0 for none. */
let index: usize = 0;
let mask: u32 = 0;
let rows: usize = 0;
let rowCount: u32 = 0;
let rowRoom: u32 = FIRST_ROWS;
let pairRoom: i32 = FIRST_PAIRS;
let rowSize: usize = 0;
arrange(0, 0);

/** Lays the rows anew, in the room there is to be. */
function arrange(oldRows: usize, oldSize: usize): void {
  rowSize = CACHE_LINE + <usize>pairRoom * offsetof<Pair>();
  const size = <usize>rowRoom * rowSize;
  rows = (room(size + CACHE_LINE) + CACHE_LINE - 1) & ~(CACHE_LINE - 1);
  memory.fill(rows, 0, size);
  for (let id: u32 = 0; id < rowCount; id += 1) memory.copy(rows + <usize>id * rowSize, oldRows + <usize>id * oldSize, oldSize);
  // So many slots that most factors are found by one look.
  mask = 8 * rowRoom - 1;
  index = room(4 * <usize>(mask + 1));
  memory.fill(index, 0, 4 * <usize>(mask + 1));
  for (let id: u32 = 0; id < rowCount; id += 1) {
    const row = rowOf(<i32>id);
    store<u32>(index + (<usize>freeSlot(rowHash(row.front, row.back, row.place, row.length)) << 2), id + 1);
  }
}

function freeSlot(hash: u32): u32 {
  let at = hash & mask;
  while (load<u32>(index + (<usize>at << 2)) != 0) at = (at + 1) & mask;
  return at;
}

// @ts-ignore: decorator
@inline
export function rowOf(id: i32): FactorRow {
  return changetype<FactorRow>(rows + <usize>id * rowSize);
}

// @ts-ignore: decorator
@inline
export function pairIn(row: FactorRow, unit: i32): Pair {
  return changetype<Pair>(changetype<usize>(row) + CACHE_LINE + <usize>unit * offsetof<Pair>());
}

// @ts-ignore: decorator
@inline
function rowHash(first: v128, second: v128, start: usize, length: u32): u32 {
  const more = <u64>hashOf(second, length) << 16;
  return hashOf(first, length > 32 ? more ^ load<u64>(start + length - 8) : more);
}

/** The number of a factor's cell; -1 where the decimal path has to look at it. */
// @ts-ignore: decorator
@inline
export function factorOf(start: usize, end: usize): i32 {
  const length = <u32>(end - start);
  const first = front(start, length);
  const second = back(start, length);
  let at = rowHash(first, second, start, length) & mask;
  let id = load<u32>(index + (<usize>at << 2));
  while (id != 0) {
    const row = rowOf(<i32>id - 1);
    if (isEqual(row.front, first) && isEqual(row.back, second) && row.length == length && (length <= 32 || isSame(row.place, start, length))) return <i32>id - 1;
    at = (at + 1) & mask;
    id = load<u32>(index + (<usize>at << 2));
  }
  return newRow(start, length, first, second, at);
}

function newRow(start: usize, length: u32, first: v128, second: v128, slot: u32): i32 {
  if (rowCount == MOST_FACTORS) return -1;
  const id = rowCount;
  if (id == rowRoom) {
    rowRoom *= 2;
    arrange(rows, rowSize);
    slot = freeSlot(rowHash(first, second, start, length));
  }
  rowCount += 1;
  store<u32>(index + (<usize>slot << 2), id + 1);
  const row = rowOf(<i32>id);
  row.front = first;
  row.back = second;
  row.length = length;
  row.place = room(length);
  copy(row.place, start, length);
  hostFactor(<i32>id, start, <i32>length);
  return <i32>id;
}

/** The number of a unit's cell; -1 where the decimal path has to look at it. */
export function unitOf(start: usize, end: usize): i32 {
  const known = unitWords.find(start, end);
  if (known >= 0) return known;
  const unit = unitWords.add(start, end);
  if (unit < 0) return -1;
  if (unit == pairRoom) {
    pairRoom *= 2;
    arrange(rows, rowSize);
  }
  hostUnit(unit, start, <i32>(end - start));
  return unit;
}

/** Whether the lane may use a factor in a unit. */
// @ts-ignore: decorator
@inline
export function isKnown(pair: Pair, factor: i32, unit: i32): bool {
  if (pair.state == KNOWN) return true;
  return pair.state == 0 && asked(pair, factor, unit);
}

function asked(pair: Pair, factor: i32, unit: i32): bool {
  pair.state = hostPair(factor, unit) ? KNOWN : NONE;
  return pair.state == KNOWN;
}

/** The index of a stage; -1 where the word is none. */
export function stageOf(start: usize, end: usize): i32 {
  let id = stageWords.find(start, end);
  if (id < 0) {
    id = stageWords.add(start, end);
    if (id < 0) return -1;
    unchecked(stages[id] = hostStage(start, <i32>(end - start)));
  }
  return unchecked(stages[id]);
}

/** The index of a data type; -1 where the word is none. */
export function dataOf(start: usize, end: usize): i32 {
  let id = dataWords.find(start, end);
  if (id < 0) {
    id = dataWords.add(start, end);
    if (id < 0) return -1;
    unchecked(data[id] = hostData(start, <i32>(end - start)));
  }
  return unchecked(data[id]);
}
