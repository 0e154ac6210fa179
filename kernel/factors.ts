import { grown, room } from './memory';
import { WordTable } from './words';
import { hostData, hostFactor, hostPair, hostStage, hostUnit } from './host';

const MOST_FACTORS: i32 = 100000;
const MOST_WORDS: i32 = 1000;
/** Units in which one factor's lines may be given, by the number of the unit. */
const MOST_UNITS: i32 = 64;
const FIRST: i32 = 256;
/** In a factor's row: the host was asked, and the decimal path has to look at it. */
const NONE: u32 = 1;

/** A factor that the lane may use. */
@unmanaged
export class Factor {
  /** `dataset:id` as JSON. */
  key: usize;
  keyLength: i32;
  /** -1 where the dataset leaves it open. */
  stage: i32;
  gwp: i32;
  /** 0 where it states none. */
  year: i32;
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

/** kg CO2e in one of a line's unit: mantissa × 10^-scale. */
@unmanaged
export class Pair {
  mantissa: f64;
  scale: i32;
  /** -1 where the factor states no split. */
  partCount: i32;
  parts: usize;
  /** Of its Factor. */
  factor: usize;
}

const factorWords = new WordTable(MOST_FACTORS);
const unitWords = new WordTable(MOST_UNITS);
const stageWords = new WordTable(MOST_WORDS);
const dataWords = new WordTable(MOST_WORDS);
/** By factor: a row of its pairs by unit, 4 bytes each; 0 for what was not asked yet. */
let rows = new StaticArray<usize>(FIRST);
const stages = new StaticArray<i32>(MOST_WORDS);
const data = new StaticArray<i32>(MOST_WORDS);

/** What a factor's and a unit's cell make together; 0 where the decimal path has to look at it. */
export function pairOf(factorStart: usize, factorEnd: usize, unitStart: usize, unitEnd: usize): usize {
  let factor = factorWords.find(factorStart, factorEnd);
  if (factor < 0) {
    factor = factorWords.add(factorStart, factorEnd);
    if (factor < 0) return 0;
    addRow(factor);
    hostFactor(factor, factorStart, <i32>(factorEnd - factorStart));
  }
  let unit = unitWords.find(unitStart, unitEnd);
  if (unit < 0) {
    unit = unitWords.add(unitStart, unitEnd);
    if (unit < 0) return 0;
    hostUnit(unit, unitStart, <i32>(unitEnd - unitStart));
  }
  const cell = unchecked(rows[factor]) + (<usize>unit << 2);
  let pair = load<u32>(cell);
  if (pair == 0) {
    pair = <u32>hostPair(factor, unit);
    if (pair == 0) pair = NONE;
    store<u32>(cell, pair);
  }
  return pair == NONE ? 0 : <usize>pair;
}

function addRow(factor: i32): void {
  if (factor == rows.length) rows = grown(rows, 2 * factor);
  const row = room(4 * MOST_UNITS);
  memory.fill(row, 0, 4 * MOST_UNITS);
  unchecked(rows[factor] = row);
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
