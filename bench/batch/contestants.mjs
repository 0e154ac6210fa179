import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

export const CORES = availableParallelism();

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(bill: string, dataset: string, out: string) => string[]} words  after the node executable
 * @property {'ordered' | 'exact' | 'near'} [check]  how its records are compared with the reference (check.mjs)
 */

/** tanji with so many threads. @returns {Contestant} */
export function tanji(jobs) {
  return {
    name: `tanji --jobs ${jobs}`,
    words: (bill, dataset, out) => [MAIN, 'batch', bill, '--factors', dataset, '-o', out, '--jobs', String(jobs), '--quiet'],
    check: 'ordered',
  };
}

export const ONE_THREAD = tanji(1);
export const ALL_CORES = tanji(CORES);
/** @type {Contestant[]} */
export const TANJI = CORES > 1 ? [ONE_THREAD, ALL_CORES] : [ONE_THREAD];

/** @type {Contestant} */
export const DUCKDB = { name: 'DuckDB', words: (...files) => [script('duckdb.mjs'), ...files], check: 'exact' };
/** @type {Contestant} */
export const POLARS = { name: 'polars', words: (...files) => [script('polars.mjs'), ...files], check: 'near' };
/** @type {Contestant} */
export const CSV_PARSE = { name: 'csv-parse, parse and drop', words: (bill) => [script('csv-parse.mjs'), bill] };

export const PEERS = [DUCKDB, POLARS, CSV_PARSE];
