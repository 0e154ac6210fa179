import { excerptLine } from './excerpt-lines.js';
import type { Spot } from './place.js';
import { placeText } from './place-text.js';
import type { Problem } from './problem.js';
import { wordingOf, wordsOf, type Counts, type Language, type Wording } from './wording.js';

type Paint = (text: string) => string;

/** How the parts of a rendered problem are coloured. */
export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly note: Paint;
  readonly place: Paint;
  /** Line numbers and labels. */
  readonly dim: Paint;
}

const PLAIN: Palette = { error: same, warning: same, note: same, place: same, dim: same };

export interface TextStyle {
  readonly language: Language;
  /** No colour where absent. */
  readonly colour?: Palette;
}

/** Problems for people, with excerpts, and a closing line that counts them; '' where there are none. */
export function renderText(problems: readonly Problem[], style: TextStyle): string {
  if (problems.length === 0) return '';
  const wording = wordingOf(style.language);
  const colour = style.colour ?? PLAIN;
  const blocks = problems.map((found) => block(found, style.language, wording, colour));
  const counts = countsOf(problems);
  const nothingCounted = counts.errors + counts.warnings + counts.notes === 0;
  return blocks.join('') + (nothingCounted ? '' : `${wording.phrases.problemsFound(counts)}\n`);
}

/** How many were found; the line that tells of the limit is no finding. */
export function countsOf(problems: readonly Problem[]): Counts {
  const findings = problems.filter((found) => found.code !== 'findings-limit');
  const of = (severity: Problem['severity']): number => findings.filter((found) => found.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('note') };
}

function block(found: Problem, language: Language, wording: Wording, colour: Palette): string {
  const words = wordsOf(found, language);
  const paint = colour[found.severity];
  const { phrases, severities } = wording;
  const title = paint(`${severities[found.severity]}[${found.code}]`);
  const place = found.spot === undefined ? '' : ` ${colour.place(placeText(found.spot))}`;
  const lines = [
    `${title}${place}${phrases.colon}${words.says}`,
    ...(found.spot === undefined ? [] : excerptLines(found.spot, paint, colour)),
  ];
  if (words.why !== undefined) lines.push(`  ${colour.dim(phrases.why + phrases.colon)}${words.why}`);
  if (words.mend !== undefined) lines.push(`  ${colour.dim(phrases.mend + phrases.colon)}${words.mend}`);
  return `${lines.join('\n')}\n`;
}

function excerptLines(spot: Spot, paint: Paint, colour: Palette): string[] {
  if (spot.excerpt === undefined || spot.line === 0) return [];
  const line = excerptLine(spot.excerpt);
  const gutter = `  ${spot.line} | `;
  const shown = `${colour.dim(gutter)}${line.before}${line.cell}${line.after}`;
  return [shown, `${' '.repeat(gutter.length + line.indent)}${paint('^'.repeat(line.carets))}`];
}

function same(text: string): string {
  return text;
}
