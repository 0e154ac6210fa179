import type { Code, ProblemArguments } from './codes.js';
import { en } from './wording/en.js';
import type { Language, Wording, Words } from './wording/words.js';
import { zh } from './wording/zh.js';

export type { Counts, Language, PhraseKey, Phrases, Words, Wording } from './wording/words.js';

const WORDINGS: Readonly<Record<Language, Wording>> = { en, zh };

export function wordingOf(language: Language): Wording {
  return WORDINGS[language];
}

/** The words of one problem. */
export function wordsOf<C extends Code>(
  found: { readonly code: C; readonly args: ProblemArguments[C] },
  language: Language,
): Words {
  return WORDINGS[language].problems[found.code](found.args);
}
