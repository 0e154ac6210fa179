import { Findings } from '../diagnostics/findings.js';
import { problem, type Problem } from '../diagnostics/problem.js';
import { escaped, renderJson } from '../diagnostics/render-json.js';
import { renderText, type Palette } from '../diagnostics/render-text.js';
import { wordingOf, type Language } from '../diagnostics/wording.js';
import type { GasFactor } from '../factors/factor.js';
import type { Library } from '../factors/library.js';
import { lintDataset } from '../factors/lint/lint.js';
import { loadDatasets, openLibrary } from '../factors/open-library.js';
import { searchFactors, type SearchHit } from '../factors/search.js';
import { FaultWatch } from '../input/fault-watch.js';
import { GWP_EDITIONS } from '../input/product-file.js';
import { decimalText } from '../quantity/decimal-text.js';
import { factorCardText } from '../show/factor-card.js';
import { factorListText } from '../show/factor-list.js';
import type { Audience } from './calc.js';
import type { Outcome } from './outcome.js';

export interface FactorsOptions {
  /** Bundled names or folders; all bundled ones where absent. */
  readonly factors?: readonly string[];
  readonly json?: boolean;
}

export type FactorsCommand = 'list' | 'search' | 'show' | 'lint';

/** One of the `factors` commands; `asked` are its arguments: words, an id, or datasets. */
export function runFactors(
  command: FactorsCommand,
  asked: readonly string[],
  options: FactorsOptions,
  { language, palette }: Audience,
): Outcome {
  switch (command) {
    case 'list': return listFactors(options, language);
    case 'search': return findFactors(asked.join(' '), options, language);
    case 'show': return showFactor(asked[0] ?? '', options, language);
    case 'lint': return lintFactors([...asked, ...(options.factors ?? [])], options, language, palette);
  }
}

/** Every factor of the datasets, in the order of their files. */
export function listFactors(options: FactorsOptions, language: Language): Outcome {
  return withLibrary(options, (library) => {
    const hits = library.loaded.flatMap((dataset) => dataset.rows().map((row) => ({ dataset: dataset.facts.name, row })));
    return { exit: 0, stdout: listed(hits, options, language), problems: [] };
  });
}

/** The factors in which all words of the query occur, the likeliest first. */
export function findFactors(query: string, options: FactorsOptions, language: Language): Outcome {
  return withLibrary(options, (library) => {
    const hits = searchFactors(library.loaded, query);
    if (hits.length === 0 && options.json !== true) {
      return { exit: 0, summary: `${wordingOf(language).phrases.no_factors}\n`, problems: [] };
    }
    return { exit: 0, stdout: listed(hits, options, language), problems: [] };
  });
}

/** One factor with all that is needed to cite it. */
export function showFactor(reference: string, options: FactorsOptions, language: Language): Outcome {
  return withLibrary(options, (library) => {
    const answer = library.find(reference);
    if (answer.kind === 'unweighed') return showGasFactor(answer.factor, library, reference, options, language);
    if (answer.kind === 'unsound') return refused(answer.problems);
    if (answer.kind !== 'found') {
      const code = answer.kind === 'ambiguous' ? 'factor-ambiguous' : 'factor-not-found';
      return refused([problem(code, { factor: reference, candidates: answer.candidates })]);
    }
    const { factor } = answer;
    const facts = library.datasets.find(({ name }) => name === factor.dataset);
    if (facts === undefined) return refused([]);
    const { version, sha256 } = facts;
    const stdout = options.json === true
      ? json({ dataset: factor.dataset, version, sha256, line: factor.line, ...factor.row })
      : factorCardText(factor, facts, language);
    return { exit: 0, stdout, problems: [] };
  });
}

/** Of a factor given as gases, the value in each edition that has a figure for all of them. */
function showGasFactor(gases: GasFactor, library: Library, reference: string, options: FactorsOptions, language: Language): Outcome {
  const byEdition = GWP_EDITIONS.flatMap((edition) => {
    const answer = library.find(reference, edition);
    return answer.kind === 'found' ? [answer.factor] : [];
  });
  const facts = library.datasets.find(({ name }) => name === gases.dataset);
  if (facts === undefined) return refused([]);
  if (options.json !== true) return { exit: 0, stdout: factorCardText({ gases, byEdition }, facts, language), problems: [] };
  const { version, sha256 } = facts;
  const values = byEdition.map(({ value, weighed }) => ({ edition: weighed?.edition, kgco2e: decimalText(value) }));
  const amounts = gases.gases.map(({ gas, amount }) => ({ gas, amount: decimalText(amount) }));
  const stdout = json({ dataset: gases.dataset, version, sha256, line: gases.line, ...gases.row, gases: amounts, values });
  return { exit: 0, stdout, problems: [] };
}

/** Checks datasets against the rules of `src/factors/lint/`, all bundled ones where none is named. */
export function lintFactors(named: readonly string[], options: FactorsOptions, language: Language, colour: Palette): Outcome {
  const findings = new Findings();
  const datasets = loadDatasets(named, new FaultWatch(findings));
  for (const dataset of datasets) lintDataset(dataset, findings);
  const problems = findings.all();
  if (options.json === true) return { exit: findings.exit, stdout: renderJson(problems, language), problems: [] };
  const names = datasets.map(({ facts }) => `${facts.name} ${facts.version} (${String(facts.factors)})`).join(', ');
  const { phrases } = wordingOf(language);
  const told = problems.length === 0 ? `${phrases.no_problems}\n` : renderText(problems, { language, colour });
  return { exit: findings.exit, stdout: `${names === '' ? '' : `${names}\n`}${told}`, problems: [] };
}

function withLibrary(options: FactorsOptions, answer: (library: Library) => Outcome): Outcome {
  const findings = new Findings();
  const library = openLibrary(options.factors, findings);
  return library === undefined ? refused(findings.all()) : answer(library);
}

function refused(problems: readonly Problem[]): Outcome {
  return { exit: 2, problems };
}

function listed(hits: readonly SearchHit[], options: FactorsOptions, language: Language): string {
  if (options.json !== true) return factorListText(hits, language);
  return json(hits.map(({ dataset, row: { cells, gases } }) => ({ dataset, ...cells, ...(gases === '' ? {} : { gases }) })));
}

function json(value: unknown): string {
  return `${escaped(JSON.stringify(value, undefined, 2))}\n`;
}
