// Where a product's sums stand: the stages first, by their index.

export const FOSSIL: i32 = 0;
export const BIOGENIC_EMISSIONS: i32 = 1;
export const BIOGENIC_REMOVALS: i32 = 2;
export const DLUC: i32 = 3;
/** A part of fossil: it does not count again. */
export const AIRCRAFT: i32 = 4;
const ORIGINS: i32 = 5;

export let beyond: i32 = 0;
/** The parts of factors with a split; after them what those factors make together. */
export let originFrom: i32 = 0;
export let together: i32 = 0;
/** Sizes by data type and GWP set. */
export let sizeFrom: i32 = 0;
export let gwpCount: i32 = 0;
export let total: i32 = 0;
/** Scratch, for what is worked out to be written. */
export let unspecified: i32 = 0;

/** `stages`: how many, the last of them module D; `dataTypes`: how many, the unstated one among them. */
export function setSlots(stages: i32, dataTypes: i32, gwpSets: i32): void {
  beyond = stages - 1;
  originFrom = stages;
  together = originFrom + ORIGINS;
  sizeFrom = together + 1;
  gwpCount = gwpSets;
  total = sizeFrom + dataTypes * gwpSets;
  unspecified = total + 1;
}
