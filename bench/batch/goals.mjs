import { DUCKDB, POLARS } from './contestants.mjs';

/** Wall time of tanji over that of a peer on the same machine, as `text` writes `most`. */
export const SPEED_GOALS = [
  { lines: 100_000, peer: DUCKDB, most: 1, text: '1' },
  { lines: 100_000, peer: POLARS, most: 1, text: '1' },
  { lines: 1_000_000, peer: DUCKDB, most: 0.67, text: '0.67' },
  { lines: 10_000_000, peer: DUCKDB, most: 1 / 3, text: '1/3' },
  { lines: 10_000_000, peer: POLARS, most: 1 / 2.5, text: '1/2.5' },
];

/** Peak memory of tanji in MB with so many threads, whatever the number of lines. */
export const MEMORY_GOALS = [
  { jobs: 1, below: 130 },
  { jobs: 2, below: 260 },
];
