import { existsSync } from 'node:fs';
import { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import { escaped } from '../diagnostics/render-json.js';
import { wordingOf } from '../diagnostics/wording.js';
import { matchBill, type ItemMatch } from '../factors/match/match-bill.js';
import { mappingCsv } from '../factors/match/mapping-csv.js';
import { openLibrary } from '../factors/open-library.js';
import { isRegion } from '../factors/regions.js';
import { readBom } from '../input/read-bom.js';
import { readSource } from '../input/read-source.js';
import { matchText } from '../show/match-text.js';
import type { Audience } from './calc.js';
import type { Outcome } from './outcome.js';
import { readingOf, type ReadingOptions } from './reading-options.js';
import { writeOutput } from './write-output.js';

export interface MatchOptions extends ReadingOptions {
  readonly factors?: readonly string[];
  readonly region?: string;
  readonly top: number;
  readonly all?: boolean;
  readonly output?: string;
  readonly json?: boolean;
}

/** Suggests factors for the lines of a bill that name none. A mapping that is already there is never written over. */
export async function match(bomPath: string, options: MatchOptions, { language, palette }: Audience): Promise<Outcome> {
  const { region, output, top } = options;
  if (region !== undefined && !isRegion(region)) {
    return { exit: 2, problems: [problem('usage', { detail: `--region ${region}${wordingOf(language).phrases['match.region_form']}` })] };
  }
  if (output !== undefined && output !== '-' && existsSync(output)) return { exit: 2, problems: [problem('output-exists', { file: output })] };
  const findings = new Findings();
  const source = await readSource(bomPath, findings);
  const bom = source === undefined ? undefined : readBom(source, { ...readingOf(options), factorless: true }, findings);
  const library = openLibrary(options.factors, findings);
  if (bom === undefined || library === undefined || findings.unusable) return { exit: 2, problems: findings.all() };

  const matches = matchBill(bom.lines, library.loaded, { top, all: options.all === true, ...(region === undefined ? {} : { region }) });
  const problems = findings.all();
  const json = options.json === true ? { stdout: jsonOf(matches) } : {};
  if (output !== undefined) {
    const mapping = mappingCsv(matches, language);
    if (output === '-') return { exit: 0, stdout: mapping, problems };
    const unwritten = writeOutput(output, [Buffer.from(mapping)]);
    if (unwritten !== undefined) return { exit: 2, problems: [...problems, unwritten] };
    const { phrases } = wordingOf(language);
    return { exit: 0, ...json, summary: `${output}: ${phrases['match.written']} ${matches.length}\n`, problems };
  }
  if (options.json === true) return { exit: 0, ...json, problems };
  if (matches.length === 0) return { exit: 0, summary: `${wordingOf(language).phrases['match.all_named']}\n`, problems };
  return { exit: 0, stdout: matchText(matches, language, palette), problems };
}

function jsonOf(matches: readonly ItemMatch[]): string {
  const shown = matches.map(({ item, unit, stage, lines, candidates }) => ({
    item,
    line: lines[0],
    lines,
    unit: unit.symbol,
    ...(stage === undefined ? {} : { stage }),
    candidates: candidates.map(({ dataset, id, score, reasons }) => ({ dataset, id, score, reasons })),
  }));
  return `${escaped(JSON.stringify(shown, undefined, 2))}\n`;
}
