import { placeMembers, type PlaceMembers } from './place.js';
import type { Problem } from './problem.js';
import { UNPRINTABLE } from './quote.js';
import { wordsOf, type Language } from './wording.js';

/** One problem for machines. */
export interface ProblemRecord extends PlaceMembers {
  readonly code: string;
  readonly severity: string;
  readonly says: string;
  readonly why?: string;
  readonly mend?: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Problems as one JSON document, an array of `ProblemRecord`, keys in a fixed order. */
export function renderJson(problems: readonly Problem[], language: Language): string {
  const records = problems.map((found) => problemRecord(found, language));
  return `${escaped(JSON.stringify(records, undefined, 2))}\n`;
}

export function problemRecord(found: Problem, language: Language): ProblemRecord {
  const { says, why, mend } = wordsOf(found, language);
  const { spot } = found;
  const args = Object.entries(found.args).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    code: found.code,
    severity: found.severity,
    ...placeMembers(spot),
    says,
    ...(why === undefined ? {} : { why }),
    ...(mend === undefined ? {} : { mend }),
    args: Object.fromEntries(args),
  };
}

/** Escapes what JSON allows raw and a terminal may obey; the line breaks are the document's own. */
export function escaped(json: string): string {
  return json.replace(UNPRINTABLE, (character) => (character === '\n' ? character : unicodeEscape(character)));
}

function unicodeEscape(character: string): string {
  return character.split('').map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
