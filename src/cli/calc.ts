import { setImmediate as turn } from 'node:timers/promises';
import { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import type { Language } from '../diagnostics/wording.js';
import { openLibrary } from '../factors/open-library.js';
import { readSource } from '../input/read-source.js';
import { makeReport } from '../report/make-report.js';
import type { FootprintReport } from '../report/report.js';
import type { Palette } from '../show/palette.js';
import type { Outcome } from './outcome.js';
import { overwrites, writeOutput } from './write-output.js';

export interface CalcOptions {
  readonly product?: string;
  readonly factors?: readonly string[];
  readonly output?: string;
  readonly root?: string;
  readonly encoding?: string;
  readonly delimiter?: ',' | ';' | 'tab';
  readonly decimalMark?: '.' | ',';
}

/** In which language and colours people are told. */
export interface Audience {
  readonly language: Language;
  readonly palette: Palette;
}

/** Without an audience no summary is made. */
export async function calc(bomPath: string, options: CalcOptions, audience: Audience | undefined): Promise<Outcome> {
  const findings = new Findings();
  const { output } = options;
  const inputs = options.product === undefined ? [bomPath] : [bomPath, options.product];
  if (output !== undefined && overwrites(output, inputs)) {
    return { exit: 2, problems: [problem('output-is-input', { file: output })] };
  }
  const bom = await readSource(bomPath, findings);
  const product = options.product === undefined ? undefined : await readSource(options.product, findings);
  const library = openLibrary(options.factors, findings);
  if (bom === undefined || library === undefined || findings.unusable) return { exit: 2, problems: findings.all() };

  const { root, encoding, delimiter, decimalMark } = options;
  const made = makeReport({
    bom,
    library,
    ...(product === undefined ? {} : { product }),
    ...(root === undefined ? {} : { root }),
    reading: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
      ...(decimalMark === undefined ? {} : { decimalMark }),
    },
  }, findings);
  // While it calculates, Node hears no Ctrl-C. The second turn of its event loop has polled for signals: nothing is written yet.
  await turn();
  await turn();
  if (made === undefined || findings.exit !== 0) return { exit: findings.exit === 1 ? 1 : 2, problems: findings.all() };

  const summary = audience === undefined ? {} : { summary: await summaryOf(made.report, audience) };
  if (output === undefined || output === '-') return { exit: 0, pieces: made.pieces, ...summary, problems: findings.all() };
  const unwritten = writeOutput(output, made.pieces);
  if (unwritten !== undefined) return { exit: 2, problems: [...findings.all(), unwritten] };
  return { exit: 0, ...summary, problems: findings.all() };
}

/** Loaded only where somebody reads it: start-up is most of the time of a small bill. */
async function summaryOf(report: FootprintReport, { language, palette }: Audience): Promise<string> {
  const { summaryText } = await import('../show/summary.js');
  return summaryText(report, language, palette);
}
