import { hostQuality } from './host';
import { ranked, rankedCount, Ranked } from './largest';
import { copy, grown, room, SLACK } from './memory';
import { WordTable } from './words';
import { data, findingCount, gwp, measured, misfitCount, misfitLines, misfits, newest, oldest, stages, usedGwp } from './product';
import { AIRCRAFT, beyond, BIOGENIC_EMISSIONS, BIOGENIC_REMOVALS, DLUC, FOSSIL, originFrom, together, total, unspecified } from './slots';
import { addSum, hi, isZero, lo, multiply, partHi, partLo, settle, settledHi, settledLo } from './sums';
import { isBare, isBarePath } from './text';
import { out, put, putAmount, putByte, putBytes, putInteger, skip, Text } from './writer';

const MOST_STAGES: i32 = 16;
const MOST_GWP_BITS: i32 = 64;
/** All of a record but cells, keys and findings: names of members, some twenty amounts, quality. */
const FIXED: usize = 8192;
const MOST_QUALITIES: i32 = 10000;

const BEYOND_MEMBER = Text.of('"beyond_boundary":"');
const NEXT_MEMBER = Text.of('",');
const ALL_UNSPECIFIED = Text.of('"by_origin":{"aircraft":"0","biogenic_emissions":"0","biogenic_removals":"0","dluc":"0","fossil":"0","unspecified":"');
const BY_ORIGIN = Text.of('"by_origin":{"aircraft":"');
const EMISSIONS = Text.of('","biogenic_emissions":"');
const REMOVALS = Text.of('","biogenic_removals":"');
const LAND = Text.of('","dluc":"');
const FOSSIL_MEMBER = Text.of('","fossil":"');
const UNSPECIFIED = Text.of('","unspecified":"');
const BY_STAGE = Text.of('"},"by_stage":[');
const STAGE_ITEM = Text.of('{"stage":"');
const VALUE = Text.of('","value":"');
const END_OF_ITEM = Text.of('"}');
const FINDINGS = Text.of('],"exit":0,"findings":[');
const WARNING = Text.of(',"severity":"warning"}');
const LARGEST = Text.of('],"largest":[');
const COMPONENT = Text.of('{"component":"');
const FACTOR = Text.of('","factor":');
const ITEM = Text.of(',"item":"');
const KGCO2E = Text.of('","kgco2e":"');
const LINE = Text.of('","line":');
const STAGE = Text.of(',"stage":"');
const PRODUCT = Text.of('],"product":"');
const QUALITY = Text.of('","quality":');
const TOTAL = Text.of(',"total":"');
const UNIT = Text.of('","unit":');
const END = Text.of('}\n');

/** The names of the stages. */
const names = new StaticArray<Text>(MOST_STAGES);
/** Bits of the stages that are listed whether or not they occur. */
let listed: i32 = 0;
/** Whether a boundary was declared: then no others are listed. */
let declared: bool = false;
/** The finding that several GWP sets are mixed, by their bits. */
const mixed = new StaticArray<Text | null>(MOST_GWP_BITS);
let unit: Text = END;

export function setStage(index: i32, name: usize, length: i32): void {
  names[index] = new Text(name, length);
}

export function setListed(isDeclared: bool, stageBits: i32): void {
  declared = isDeclared;
  listed = stageBits;
}

export function setMixed(bits: i32, place: usize, length: i32): void {
  mixed[bits] = new Text(place, length);
}

/** The quality members of products all of whose lines are of one data type and one GWP set: their shares are 1, and they are few. */
const qualityWords = new WordTable(MOST_QUALITIES);
let qualities = new StaticArray<Text>(256);
const qualityWord = new StaticArray<i32>(4);

/** The declared unit as JSON: of all products, or of the one that begins. */
export function setUnit(text: usize): void {
  unit = changetype<Text>(text);
}

/** The most bytes that the product's record may take; 0 where a cell of it is not written as it stands. */
export function sizeOfRecord(productLength: usize): usize {
  let size = FIXED + productLength + <usize>unit.length + SLACK;
  for (let rank = 0; rank < rankedCount; rank += 1) {
    const one = unchecked(ranked[rank]);
    if (!isBare(one.itemStart, one.itemEnd) || !isBarePath(one.componentStart, one.componentEnd)) return 0;
    size += one.itemEnd - one.itemStart + one.componentEnd - one.componentStart + <usize>one.factor!.keyLength;
  }
  for (let at = 0; at < misfitCount; at += 1) {
    const factor = unchecked(misfits[at]);
    for (let each = 0; each < factor.findingCount; each += 1) size += 64 + <usize>load<u32>(factor.findings + (<usize>each << 3), 4);
  }
  return size;
}

/** Writes the record of the product: the bytes that `recordLine` would give. */
export function writeRecord(productStart: usize, productEnd: usize): void {
  for (let stage = 0; stage < beyond; stage += 1) addSum(total, stage, 1);
  putByte(0x7b);
  if ((stages & (1 << beyond)) != 0) {
    put(BEYOND_MEMBER);
    putSum(beyond);
    put(NEXT_MEMBER);
  }
  putOrigins();
  putStages();
  putFindings();
  put(LARGEST);
  for (let rank = 0; rank < rankedCount; rank += 1) {
    if (rank > 0) putByte(0x2c);
    putRanked(unchecked(ranked[rank]));
  }
  put(PRODUCT);
  putBytes(productStart, <i32>(productEnd - productStart));
  put(QUALITY);
  putQuality();
  put(TOTAL);
  putSum(total);
  put(UNIT);
  put(unit);
  put(END);
}

function putSum(slot: i32): void {
  settle(unchecked(hi[slot]), unchecked(lo[slot]));
  putAmount(settledHi, settledLo);
}

function putQuality(): void {
  const isFew = popcnt(data) == 1 && popcnt(gwp) == 1;
  if (!isFew) {
    skip(hostQuality(data, gwp, measured, oldest, newest, out));
    return;
  }
  unchecked(qualityWord[0] = data << 16 | gwp << 8 | i32(measured));
  unchecked(qualityWord[1] = oldest);
  unchecked(qualityWord[2] = newest);
  const word = changetype<usize>(qualityWord);
  const known = qualityWords.find(word, word + 12);
  if (known >= 0) {
    put(unchecked(qualities[known]));
    return;
  }
  const length = hostQuality(data, gwp, measured, oldest, newest, out);
  const id = qualityWords.add(word, word + 12);
  if (id >= 0) {
    const place = room(length);
    copy(place, out, length);
    if (id == qualities.length) qualities = grown(qualities, 2 * id);
    unchecked(qualities[id] = new Text(place, length));
  }
  skip(length);
}

function putOrigins(): void {
  let split = false;
  for (let slot = originFrom; slot <= together; slot += 1) if (!isZero(slot)) split = true;
  if (!split) {
    put(ALL_UNSPECIFIED);
    putSum(total);
    return;
  }
  put(BY_ORIGIN);
  putSum(originFrom + AIRCRAFT);
  put(EMISSIONS);
  putSum(originFrom + BIOGENIC_EMISSIONS);
  put(REMOVALS);
  putSum(originFrom + BIOGENIC_REMOVALS);
  put(LAND);
  putSum(originFrom + DLUC);
  put(FOSSIL_MEMBER);
  putSum(originFrom + FOSSIL);
  put(UNSPECIFIED);
  addSum(unspecified, total, 1);
  addSum(unspecified, together, -1);
  putSum(unspecified);
}

function putStages(): void {
  put(BY_STAGE);
  const bits = declared ? listed : stages;
  let between = false;
  for (let stage = 0; stage < beyond; stage += 1) {
    if ((bits & (1 << stage)) == 0) continue;
    if (between) putByte(0x2c);
    between = true;
    put(STAGE_ITEM);
    put(unchecked(names[stage]));
    put(VALUE);
    putSum(stage);
    put(END_OF_ITEM);
  }
}

function putFindings(): void {
  put(FINDINGS);
  let between = false;
  for (let at = 0; at < misfitCount; at += 1) {
    const factor = unchecked(misfits[at]);
    for (let each = 0; each < factor.findingCount; each += 1) {
      const finding = factor.findings + (<usize>each << 3);
      if (between) putByte(0x2c);
      between = true;
      putBytes(<usize>load<u32>(finding), <i32>load<u32>(finding, 4));
      putInteger(unchecked(misfitLines[at]));
      put(WARNING);
    }
  }
  const mix = unchecked(mixed[usedGwp]);
  if (mix === null) return;
  if (between) putByte(0x2c);
  put(mix);
}

function putRanked(one: Ranked): void {
  const factor = one.factor!;
  put(COMPONENT);
  putBytes(one.componentStart, <i32>(one.componentEnd - one.componentStart));
  put(FACTOR);
  putBytes(factor.key, factor.keyLength);
  put(ITEM);
  putBytes(one.itemStart, <i32>(one.itemEnd - one.itemStart));
  put(KGCO2E);
  multiply(one.mantissa, one.coefficient, one.scale);
  settle(partHi, partLo);
  putAmount(settledHi, settledLo);
  put(LINE);
  putInteger(one.line);
  put(STAGE);
  put(unchecked(names[one.stage]));
  put(END_OF_ITEM);
}
