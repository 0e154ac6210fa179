import { GWP_SETS } from '../factors/factor.js';
import { DATA_TYPES, STAGES } from '../input/vocabulary.js';
import { ORIGINS } from './plain-factors.js';

// Where a product's sums stand: the stages first, by index in STAGES.
export const BEYOND = STAGES.indexOf('beyond_boundary');
/** The parts of factors with a split, by index in ORIGINS; after them what those factors make together. */
export const ORIGIN_FROM = STAGES.length;
/** Sizes by data type and GWP set. */
export const ABS_FROM = ORIGIN_FROM + ORIGINS.length + 1;
export const GWP_COUNT = GWP_SETS.length;
/** The data types and `unstated`. */
export const DATA_COUNT = DATA_TYPES.length + 1;
export const TOTAL = ABS_FROM + DATA_COUNT * GWP_COUNT;
/** One more for the amount worked out last. */
export const SLOTS = TOTAL + 2;
