import { grown } from './memory';
import { WordTable } from './words';
import { hostData, hostFactor, hostPair, hostStage, hostUnit } from './host';

const MOST_FACTORS: i32 = 100000;
const MOST_PAIRS: i32 = 1000000;
const MOST_WORDS: i32 = 1000;
const FIRST: i32 = 256;

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
const unitWords = new WordTable(MOST_WORDS);
const stageWords = new WordTable(MOST_WORDS);
const dataWords = new WordTable(MOST_WORDS);
/** A pair's word is its two numbers. */
const pairWords = new WordTable(MOST_PAIRS);
const pairKey = new StaticArray<i32>(4);
let pairs = new StaticArray<usize>(FIRST);
const stages = new StaticArray<i32>(MOST_WORDS);
const data = new StaticArray<i32>(MOST_WORDS);

/** What a factor's and a unit's cell make together; 0 where the decimal path has to look at it. */
export function pairOf(factorStart: usize, factorEnd: usize, unitStart: usize, unitEnd: usize): usize {
  let factor = factorWords.find(factorStart, factorEnd);
  if (factor < 0) {
    factor = factorWords.add(factorStart, factorEnd);
    if (factor < 0) return 0;
    hostFactor(factor, factorStart, <i32>(factorEnd - factorStart));
  }
  let unit = unitWords.find(unitStart, unitEnd);
  if (unit < 0) {
    unit = unitWords.add(unitStart, unitEnd);
    if (unit < 0) return 0;
    hostUnit(unit, unitStart, <i32>(unitEnd - unitStart));
  }
  unchecked(pairKey[0] = factor);
  unchecked(pairKey[1] = unit);
  const key = changetype<usize>(pairKey);
  let id = pairWords.find(key, key + 8);
  if (id < 0) {
    id = pairWords.add(key, key + 8);
    if (id < 0) return 0;
    if (id == pairs.length) pairs = grown(pairs, 2 * id);
    unchecked(pairs[id] = <usize>hostPair(factor, unit));
  }
  return unchecked(pairs[id]);
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
