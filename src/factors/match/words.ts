/** A word of a text: as it is compared, and where it stands in the folded text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly script: 'han' | 'latin';
}

/** Text as it is compared: width, case and runs of blanks make no difference. */
export function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

// Han characters in a run; or letters and digits with what joins them (12.5, r-410a, dx51d+z, 8%).
const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[.+/#'-][\p{L}\p{N}]+)*[#%]?/gu;

let segmenter: Intl.Segmenter | undefined;
/** Runs that were cut before: the names of a dataset are made of few of them. */
const cut = new Map<string, readonly Cut[]>();
const MOST_CUT = 20_000;

interface Cut {
  readonly text: string;
  readonly start: number;
}

function cutRun(run: string): readonly Cut[] {
  const known = cut.get(run);
  if (known !== undefined) return known;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const parts = Array.from(segmenter.segment(run), ({ segment, index }) => ({ text: segment, start: index }));
  if (cut.size < MOST_CUT) cut.set(run, parts);
  return parts;
}

/** The words of a folded text; a run of Chinese is cut into the words of the language (Intl.Segmenter). */
export function wordsOf(folded: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of folded.matchAll(RUNS)) {
    if (!HAN.test(run)) {
      words.push({ text: stem(run), start: index, end: index + run.length, script: 'latin' });
      continue;
    }
    for (const { text, start } of cutRun(run)) {
      words.push({ text, start: index + start, end: index + start + text.length, script: 'han' });
    }
  }
  return words;
}

/** The index terms of a text: its words, and every pair of neighbouring Chinese characters. */
export function termsOf(text: string): string[] {
  const folded = foldedText(text);
  return termsIn(folded, wordsOf(folded));
}

/** As `termsOf`, of a text whose words are known. */
export function termsIn(folded: string, words: readonly Word[]): string[] {
  const terms = new Set<string>();
  for (const { text: word } of words) {
    terms.add(word);
    for (const part of partsOf(word)) terms.add(part);
  }
  for (const [run] of folded.matchAll(/\p{Script=Han}{2,}/gu)) for (const pair of pairsOf(run)) terms.add(pair);
  return [...terms];
}

/** Every pair of neighbouring characters. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** `dx51d+z` → dx51d, z: what a joined word is made of. */
function partsOf(word: string): string[] {
  const parts = word.split(/[.+/#'-]/u).filter((part) => part !== '');
  return parts.length > 1 ? parts.map(stem) : [];
}

/** American spellings of words that factor names hold, and plurals that no rule gives. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['aluminum', 'aluminium'], ['fiber', 'fibre'], ['fiberglass', 'fibreglass'], ['sulfur', 'sulphur'],
  ['sulfate', 'sulphate'], ['sulfuric', 'sulphuric'], ['tire', 'tyre'], ['fertilizer', 'fertiliser'],
  ['galvanized', 'galvanised'], ['color', 'colour'], ['gray', 'grey'], ['gases', 'gas'], ['leaves', 'leaf'],
  ['liter', 'litre'], ['meter', 'metre'], ['molding', 'moulding'], ['molded', 'moulded'], ['enameled', 'enamelled'],
]);

/** The singular of an English word, in British spelling. */
export function stem(word: string): string {
  const spelt = SPELLINGS.get(word) ?? word;
  if (spelt.length < 4 || !/[a-z]s$/u.test(spelt) || /(?:ss|us|is)$/u.test(spelt)) return spelt;
  const singular = /(?:x|ch|sh|ss)es$/u.test(spelt) ? spelt.slice(0, -2)
    : /[^aeiou]ies$/u.test(spelt) ? `${spelt.slice(0, -3)}y`
    : spelt.slice(0, -1);
  return SPELLINGS.get(singular) ?? singular;
}
