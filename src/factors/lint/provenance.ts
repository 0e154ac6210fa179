import { problem } from '../../diagnostics/problem.js';
import type { FactorColumn } from '../factor.js';
import { OPEN_LICENCE_IDS } from '../open-licences.js';
import { isRegion } from '../regions.js';
import type { LintRule } from './rule.js';

/** What a reader needs in order to find the value again and to judge whether it fits. */
const COMPULSORY = [
  'name', 'region', 'year', 'source', 'publisher', 'url', 'locator', 'licence', 'evidence',
] as const satisfies readonly FactorColumn[];

export const fieldMissing: LintRule = {
  codes: ['factor-field-missing'],
  *check(rows) {
    for (const { row } of rows) {
      for (const column of COMPULSORY) {
        if (row.cells[column] === '') {
          yield problem('factor-field-missing', { id: row.cells.id, column }, row.spot(column));
        }
      }
    }
  },
};

export const licenceClosed: LintRule = {
  codes: ['factor-licence-closed'],
  *check(rows) {
    for (const { row } of rows) {
      const { id, licence } = row.cells;
      if (licence === '' || OPEN_LICENCE_IDS.includes(licence)) continue;
      yield problem('factor-licence-closed', { id, licence, allowed: OPEN_LICENCE_IDS }, row.spot('licence'));
    }
  },
};

export const regionUnknown: LintRule = {
  codes: ['factor-region-unknown'],
  *check(rows) {
    for (const { row } of rows) {
      const { id, region } = row.cells;
      if (region === '' || isRegion(region)) continue;
      yield problem('factor-region-unknown', { id, region }, row.spot('region'));
    }
  },
};
