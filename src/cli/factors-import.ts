import { statSync, readdirSync } from 'node:fs';
import { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { wordingOf, type Language } from '../diagnostics/wording.js';
import { importFactors, type ImportRequest } from '../factors/import/import-factors.js';
import type { ImportFormat } from '../factors/import/import-format.js';
import { readImport } from '../factors/import/read-import.js';
import { readSource } from '../input/read-source.js';
import type { Source } from '../input/source.js';
import type { Outcome } from './outcome.js';
import { writeFolder } from './write-folder.js';

export interface ImportOptions {
  readonly format?: ImportFormat;
  /** The mapping file of a table. */
  readonly columns?: string;
  readonly name: string;
  readonly datasetVersion: string;
  readonly licence?: string;
  readonly unit?: string;
  readonly impact?: string;
  readonly allowSkips?: boolean;
  readonly output: string;
  readonly encoding?: string;
  readonly delimiter?: ',' | ';' | 'tab';
  readonly decimalMark?: '.' | ',';
  readonly sheet?: string;
  readonly allowFormulas?: boolean;
}

/** Turns a file or a folder of factors that the user holds into a dataset folder. */
export async function importDataset(path: string, options: ImportOptions, language: Language): Promise<Outcome> {
  const { output, columns: columnsPath } = options;
  if (isFilled(output)) return { exit: 2, problems: [problem('output-not-empty', { folder: output })] };
  const findings = new Findings();
  const input = await readImport(path, findings);
  const columns = columnsPath === undefined ? undefined : await readSource(columnsPath, findings);
  if (input === undefined || findings.unusable) return { exit: 2, problems: findings.all() };
  const dataset = importFactors(input, requestOf(options, columns), findings);
  if (dataset === undefined) return { exit: findings.exit === 1 ? 1 : 2, problems: findings.all() };
  const unwritten = await writeFolder(output, [...dataset.files].map(([name, text]) => [name, [text]] as const));
  if (unwritten !== undefined) return { exit: 2, problems: [...findings.all(), unwritten] };
  const { phrases } = wordingOf(language);
  return { exit: 0, summary: `${phrases.factorsImported(dataset)}\n`, problems: findings.all() };
}

function requestOf(options: ImportOptions, columns: Source | undefined): ImportRequest {
  const { name, datasetVersion: version, format, licence, unit, impact, allowSkips } = options;
  const { encoding, delimiter, decimalMark, sheet, allowFormulas } = options;
  const reading = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' as const : delimiter }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(allowFormulas === undefined ? {} : { allowFormulas }),
  };
  return { name, version, format, columns, licence, unit, impact, allowSkips, reading };
}

/** Told before an hour's export is read. */
function isFilled(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length > 0;
}
