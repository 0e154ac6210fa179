import { foldedText, wordsOf, type Word } from './words.js';
import type { SynonymGroup } from './synonyms.js';
import { ENERGY_SYNONYMS } from './synonyms-of-energy.js';
import { GOODS_SYNONYMS } from './synonyms-of-goods.js';
import { MATERIAL_SYNONYMS } from './synonyms-of-materials.js';
import { METAL_SYNONYMS } from './synonyms-of-metals.js';

export const SYNONYMS: readonly SynonymGroup[] = [...METAL_SYNONYMS, ...MATERIAL_SYNONYMS, ...GOODS_SYNONYMS, ...ENERGY_SYNONYMS];

/** A thing that a text names, by the group's own name; `written` is how the text names it. */
export interface Concept {
  readonly name: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** What a text says: the things that the thesaurus knows, and in `words` what is left over. */
export interface Reading {
  readonly folded: string;
  /** All words of the text. */
  readonly all: readonly Word[];
  readonly concepts: readonly Concept[];
  readonly words: readonly Word[];
}

/** The longest English name. */
const MOST_WORDS = 5;
const LETTER = /[a-z0-9]/u;
const HAN = /\p{Script=Han}/u;

/** Reads what a text names by the longest names that fit, from left to right. */
export class Thesaurus {
  /** Group names by a name of theirs: Chinese as written, English as stems with single blanks. */
  readonly #groups = new Map<string, string>();
  readonly #wider = new Map<string, readonly string[]>();
  readonly #narrower = new Map<string, string[]>();
  /** The lengths of the Chinese names that begin with a character, the longest first. */
  readonly #lengths = new Map<string, number[]>();

  constructor(groups: readonly SynonymGroup[] = SYNONYMS) {
    for (const { names, kindOf = [] } of groups) {
      const [own = '', ...others] = names.split('|');
      for (const name of [own, ...others]) {
        const key = keyOf(name);
        if (!this.#groups.has(key)) this.#groups.set(key, own);
        if (HAN.test(key)) this.#addLength(key);
      }
      this.#wider.set(own, kindOf);
      for (const wide of kindOf) this.#narrower.set(wide, [...this.#narrower.get(wide) ?? [], own]);
    }
  }

  /** The nearest first. */
  widerThan(name: string): readonly string[] {
    return this.#wider.get(name) ?? [];
  }

  narrowerThan(name: string): readonly string[] {
    return this.#narrower.get(name) ?? [];
  }

  read(text: string): Reading {
    const folded = foldedText(text);
    const words = wordsOf(folded);
    const starts = new Map(words.flatMap(({ start, script }, index) => (script === 'latin' ? [[start, index] as const] : [])));
    const concepts: Concept[] = [];
    let at = 0;
    while (at < folded.length) {
      const found = this.#hanAt(folded, at) ?? this.#wordsAt(words, starts.get(at));
      if (found !== undefined) concepts.push(found);
      at = found?.end ?? at + 1;
    }
    const left = words.filter((word) => !concepts.some(({ start, end }) => word.start < end && start < word.end));
    return { folded, all: words, concepts, words: [...left, ...this.#remains(folded, words, concepts)].sort((a, b) => a.start - b.start) };
  }

  #addLength(key: string): void {
    const lengths = this.#lengths.get(key.charAt(0)) ?? [];
    if (lengths.includes(key.length)) return;
    this.#lengths.set(key.charAt(0), [...lengths, key.length].sort((a, b) => b - a));
  }

  /** Names that hold Chinese may begin and end anywhere: there are no blanks to keep to. */
  #hanAt(folded: string, at: number): Concept | undefined {
    if (at > 0 && LETTER.test(folded.charAt(at)) && LETTER.test(folded.charAt(at - 1))) return undefined;
    for (const length of this.#lengths.get(folded.charAt(at)) ?? []) {
      const written = folded.slice(at, at + length);
      // Of a length that some name like pet瓶 has, but English: such names are taken by words.
      const name = HAN.test(written) ? this.#groups.get(written) : undefined;
      if (name !== undefined) return { name, written, start: at, end: at + length };
    }
    return undefined;
  }

  #wordsAt(words: readonly Word[], first: number | undefined): Concept | undefined {
    if (first === undefined) return undefined;
    const at = words[first]?.start ?? 0;
    for (let count = Math.min(MOST_WORDS, words.length - first); count > 0; count -= 1) {
      const run = words.slice(first, first + count);
      const written = run.map(({ text }) => text).join(' ');
      const name = this.#groups.get(written);
      if (name !== undefined) return { name, written, start: at, end: run.at(-1)?.end ?? at };
    }
    return undefined;
  }

  /** What is left of a Chinese word of which a name took a part: 钢 of 钢棒 leaves 棒. */
  #remains(folded: string, words: readonly Word[], concepts: readonly Concept[]): Word[] {
    return words.filter(({ script }) => script === 'han').flatMap((word) => {
      const inside = concepts.filter(({ start, end }) => word.start < end && start < word.end);
      if (inside.length === 0) return [];
      const parts: Word[] = [];
      let from = word.start;
      for (const { start, end } of [...inside, { start: word.end, end: word.end }]) {
        const text = folded.slice(from, Math.max(from, start));
        if (text !== '') parts.push({ text, start: from, end: start, script: 'han' });
        from = Math.max(from, end);
      }
      return parts;
    });
  }
}

function keyOf(name: string): string {
  const folded = foldedText(name);
  if (HAN.test(folded)) return folded;
  return wordsOf(folded).map(({ text }) => text).join(' ');
}
