import { isPlain } from './plain-words.js';
import { traitsOf, type Trait } from './special-factors.js';
import type { Thesaurus } from './thesaurus.js';
import { aboutItself, firstPhrase } from './phrases.js';
import { foldedText, pairsOf, type Word } from './words.js';

/** The index term of a thing the thesaurus knows, so that it is never taken for a word. */
export function conceptTerm(name: string): string {
  return `§${name}`;
}

/** One thing an item says. A factor has it by any of `terms`, as much as their weight (0 to 1) says. */
export interface Facet {
  readonly written: string;
  /** How much of the item it is, beside the other facets. */
  readonly weight: number;
  readonly terms: ReadonlyMap<string, number>;
  readonly kind: 'concept' | 'word';
}

export interface Query {
  readonly folded: string;
  readonly facets: readonly Facet[];
  readonly traits: ReadonlySet<Trait>;
}

// Found on the tuning half of bench/match/labels.csv; bench/match.mjs tells what they give.
const HEAD = 4;
const CONCEPT = 2;
const LATER_CONCEPT = 1;
const WORD = 1;
const UNKNOWN_WORD = 0.3;
const PLAIN_WORD = 0;
const WIDER = 0.85;
const WIDER_STEP = 0.15;
const NARROWER = 0.55;
const PAIR = 0.6;

/** A longer item tells no more of what it is; official customs names stay below. */
const LONGEST_ITEM = 600;

/** Reads an item. `isIndexed`: whether any factor has a term; `nearTerm`: the indexed word that a misspelt one resembles. */
export function readQuery(
  item: string,
  thesaurus: Thesaurus,
  isIndexed: (term: string) => boolean,
  nearTerm: (word: string) => string | undefined,
): Query {
  const folded = foldedText(aboutItself(item.slice(0, LONGEST_ITEM)));
  const { concepts, words } = thesaurus.read(folded);
  const end = firstPhrase(folded);
  const head = concepts.findLast((concept) => concept.start < end) ?? concepts[0];
  const facets: Facet[] = concepts.map((concept) => ({
    written: concept.written,
    weight: concept === head ? HEAD : concept.start < end ? CONCEPT : LATER_CONCEPT,
    terms: conceptTerms(concept.name, concept.written, thesaurus),
    kind: 'concept',
  }));
  for (const word of joined(words)) facets.push(wordFacet(word, isIndexed, nearTerm));
  return { folded, facets, traits: traitsOf(folded) };
}

/** A single Chinese character goes with the word beside it: alone it is a part of too many words to tell anything. */
function joined(words: readonly Word[]): Word[] {
  const made: Word[] = [];
  for (const word of words) {
    const last = made.at(-1);
    const beside = last !== undefined && last.script === 'han' && word.script === 'han' && last.end === word.start;
    if (beside && (last.text.length === 1 || word.text.length === 1)) {
      made.splice(-1, 1, { ...last, text: last.text + word.text, end: word.end });
    } else {
      made.push(word);
    }
  }
  return made;
}

function conceptTerms(name: string, written: string, thesaurus: Thesaurus): ReadonlyMap<string, number> {
  const terms = new Map([[conceptTerm(name), 1]]);
  // Notes, ids and categories are indexed by their words alone.
  if (!written.includes(' ')) terms.set(written, 1);
  thesaurus.widerThan(name).forEach((wide, step) => {
    terms.set(conceptTerm(wide), WIDER - step * WIDER_STEP);
  });
  for (const narrow of thesaurus.narrowerThan(name)) if (!terms.has(conceptTerm(narrow))) terms.set(conceptTerm(narrow), NARROWER);
  return terms;
}

function wordFacet(
  { text, script }: Word,
  isIndexed: (term: string) => boolean,
  nearTerm: (word: string) => string | undefined,
): Facet {
  const terms = new Map([[text, 1]]);
  if (script === 'han') for (const pair of pairsOf(text)) if (!terms.has(pair)) terms.set(pair, PAIR);
  let known = [...terms.keys()].some(isIndexed);
  const near = known || script === 'han' ? undefined : nearTerm(text);
  if (near !== undefined) {
    terms.set(near, WIDER);
    known = true;
  }
  const weight = isPlain(text) || (script === 'han' && text.length === 1) ? PLAIN_WORD : known ? WORD : UNKNOWN_WORD;
  return { written: text, weight, terms, kind: 'word' };
}
