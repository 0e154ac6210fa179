import { problem } from '../../diagnostics/problem.js';
import { bundledGwp } from '../gwp/bundled-gwp.js';
import type { LintRule } from './rule.js';

/** How a value was read (DESIGN section 5). */
const EVIDENCE = ['primary', 'secondary'];

/** Every row can be read into a factor. */
export const readable: LintRule = {
  codes: [
    'row-ragged', 'cell-too-long', 'cell-missing', 'word-unknown', 'unit-unknown', 'unit-ambiguous', 'number-invalid',
    'number-out-of-range', 'number-outside', 'date-invalid', 'factor-split', 'factor-aircraft',
    'gases-invalid', 'gases-beside',
  ],
  *check(rows) {
    for (const { reading } of rows) if (reading.kind === 'unsound') yield* reading.problems;
  },
};

/** Evidence says whether the value was read in the publication or in a copy. */
export const evidenceWord: LintRule = {
  codes: ['word-unknown'],
  *check(rows) {
    for (const { row } of rows) {
      const text = row.cells.evidence;
      if (text === '' || EVIDENCE.includes(text)) continue;
      yield problem('word-unknown', { column: 'evidence', text, candidates: EVIDENCE }, row.spot('evidence'));
    }
  },
};

/** An id is lower-case words, digits and hyphens: it is written into bills, often by hand. */
export const idForm: LintRule = {
  codes: ['factor-id-form'],
  *check(rows) {
    for (const { row } of rows) {
      const { id } = row.cells;
      if (id !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) yield problem('factor-id-form', { id }, row.spot('id'));
    }
  },
};

/** Every gas of a factor given as gases is one of the GWP table; the table is read where there is such a factor. */
export const gasesKnown: LintRule = {
  codes: ['gas-unknown'],
  *check(rows) {
    for (const { reading } of rows) {
      if (reading.kind !== 'gases') continue;
      for (const { gas } of reading.factor.gases) {
        const answer = bundledGwp().find(gas);
        if (answer.kind === 'unknown') yield problem('gas-unknown', { gas, candidates: answer.candidates }, reading.factor.spot);
      }
    }
  },
};
