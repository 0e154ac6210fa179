import type { Findings } from '../diagnostics/findings.js';
import footprint from '../generated/footprint-report.js';
import institution from '../generated/institution-report.js';
import institutionSet from '../generated/institution-set-report.js';
import type { Source } from '../input/source.js';
import { INSTITUTION_SCHEMA, INSTITUTION_SET_SCHEMA, type InstitutionReport, type InstitutionSetReport } from './institution-report.js';
import { readSealed } from './read-report.js';
import { REPORT_SCHEMA, type FootprintReport } from './report.js';
import { checkInstitution, checkInstitutionSet } from './rules/institution.js';
import { checkFootprint, checkSeal } from './validate-report.js';

const KINDS = [
  { schema: REPORT_SCHEMA, validate: footprint },
  { schema: INSTITUTION_SCHEMA, validate: institution },
  { schema: INSTITUTION_SET_SCHEMA, validate: institutionSet },
];

/** Holds a report of any kind that tanji writes against its schema, its seal and its arithmetic, without its inputs. */
export function validateAnyReport(source: Source, findings: Findings): void {
  const read = readSealed(source, findings, KINDS);
  if (read === undefined) return;
  const spot = { input: source.name, line: 0, column: 0 };
  const { value, text, kind } = read;
  checkSeal({ report: value as { digest: string }, text }, spot, findings);
  switch (kind.schema) {
    case INSTITUTION_SCHEMA: checkInstitution(value as InstitutionReport, spot, findings); break;
    case INSTITUTION_SET_SCHEMA: checkInstitutionSet(value as InstitutionSetReport, spot, findings); break;
    default: checkFootprint(value as FootprintReport, spot, findings);
  }
}
