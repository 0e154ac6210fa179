import { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { openLibrary } from '../factors/open-library.js';
import { readInstitutionProfile } from '../input/read-institution-profile.js';
import { readSource } from '../input/read-source.js';
import { makeInstitutionReports } from '../report/make-institution-reports.js';
import { institutionCsv } from '../show/institution-csv.js';
import { institutionText } from '../show/institution-text.js';
import type { Audience } from './calc.js';
import type { Outcome } from './outcome.js';
import { readingOf, type ReadingOptions } from './reading-options.js';
import { overwrites, writeOutput } from './write-output.js';

export interface InstitutionOptions extends ReadingOptions {
  readonly profile?: string;
  readonly factors?: readonly string[];
  readonly avoidedFactor?: string;
  readonly output?: string;
  /** A table for spreadsheets, one row an institution. */
  readonly csv?: string;
}

/** The zero-carbon metrics of the institutions of an energy ledger. Without an audience no summary is made. */
export async function institution(ledgerPath: string, options: InstitutionOptions, audience: Audience | undefined): Promise<Outcome> {
  const findings = new Findings();
  const { output, csv, profile: profilePath } = options;
  const inputs = [ledgerPath, profilePath].filter((path) => path !== undefined);
  for (const written of [output, csv]) {
    if (written !== undefined && overwrites(written, inputs)) return { exit: 2, problems: [problem('output-is-input', { file: written })] };
  }
  const ledger = await readSource(ledgerPath, findings);
  const profileSource = profilePath === undefined ? undefined : await readSource(profilePath, findings);
  const profile = profileSource === undefined ? undefined : readInstitutionProfile(profileSource, findings);
  const library = openLibrary(options.factors, findings);
  if (ledger === undefined || library === undefined || findings.unusable) return { exit: 2, problems: findings.all() };
  const made = makeInstitutionReports({
    ledger, library, reading: readingOf(options),
    ...(profile === undefined ? {} : { profile }),
    ...(options.avoidedFactor === undefined ? {} : { avoidedFactor: options.avoidedFactor }),
  }, findings);
  if (made === undefined || findings.exit !== 0) return { exit: findings.exit === 1 ? 1 : 2, problems: findings.all() };
  const problems = findings.all();
  const summary = audience === undefined ? {} : { summary: institutionText(made, audience.language, audience.palette) };
  if (csv !== undefined) {
    const unwritten = writeOutput(csv, [Buffer.from(institutionCsv(made.reports), 'utf8')]);
    if (unwritten !== undefined) return { exit: 2, problems: [...problems, unwritten] };
  }
  if (output === undefined || output === '-') return { exit: 0, pieces: made.pieces, ...summary, problems };
  const unwritten = writeOutput(output, made.pieces);
  return unwritten === undefined ? { exit: 0, ...summary, problems } : { exit: 2, problems: [...problems, unwritten] };
}
