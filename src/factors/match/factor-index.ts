import { distance } from 'fastest-levenshtein';
import MiniSearch, { type Query as IndexQuery } from 'minisearch';
import type { Dataset } from '../dataset.js';
import { factorEntry, type FactorEntry } from './factor-entry.js';
import { readQuery, type Facet, type Query } from './query.js';
import { Thesaurus } from './thesaurus.js';
import { termsOf } from './words.js';

const FIELDS = ['names', 'id', 'category', 'notes'] as const;
type Field = (typeof FIELDS)[number];
const BOOST: Readonly<Record<Field, number>> = { names: 4, id: 2, category: 1, notes: 0.3 };

/** The most factors that are weighed for one item, the likeliest by BM25. */
const MOST_WEIGHED = 400;

/** Words that may be misspelt; shorter ones are too like each other. */
const ENGLISH = /^[a-z]{6,}$/u;
/** From this length on two letters may be wrong. */
const LONG_WORD = 9;

/** A factor that has something of an item; by index term, whether a name of it has it. */
export interface Hit {
  readonly entry: FactorEntry;
  readonly terms: ReadonlyMap<string, 'name' | 'aside'>;
}

interface IndexedFactor extends Readonly<Record<Field, string>> {
  readonly key: number;
}

/** All factors of the datasets of one run, by what they are called. Made in about a second for 10,000 factors. */
export class FactorIndex {
  readonly #thesaurus = new Thesaurus();
  readonly #entries: FactorEntry[] = [];
  readonly #index: MiniSearch<IndexedFactor>;
  readonly #terms = new Set<string>();
  readonly #read = new Map<string, readonly string[]>();
  readonly newestYear: number;

  constructor(datasets: readonly Dataset[]) {
    this.#index = new MiniSearch<IndexedFactor>({
      idField: 'key', fields: [...FIELDS], tokenize: tokens, processTerm: (term) => term,
      searchOptions: { boost: BOOST, combineWith: 'OR' },
    });
    for (const dataset of datasets) {
      for (const row of dataset.rows()) this.#add(factorEntry(dataset.facts.name, row, this.#thesaurus));
    }
    this.newestYear = this.#entries.reduce((newest, { year }) => Math.max(newest, year ?? 0), 0);
  }

  get entries(): readonly FactorEntry[] {
    return this.#entries;
  }

  read(item: string): Query {
    return readQuery(item, this.#thesaurus, (term) => this.#terms.has(term), (word) => this.#near(word));
  }

  /** The factors that have something of the query and that `fits` lets pass; of very many the likeliest by BM25. */
  hits(query: Query, fits: (entry: FactorEntry) => boolean): Hit[] {
    return this.#search(query, false, fits).slice(0, MOST_WEIGHED);
  }

  /** All factors that have something of the query, whose words may be cut short. */
  all(query: Query): Hit[] {
    return this.#search(query, true, () => true);
  }

  #search(query: Query, prefix: boolean, fits: (entry: FactorEntry) => boolean): Hit[] {
    const filter = ({ id }: { id: unknown }): boolean => {
      const entry = this.#entries[Number(id)];
      return entry !== undefined && fits(entry);
    };
    const telling = query.facets.filter(({ weight }) => prefix || weight > 0);
    const tree: IndexQuery = { combineWith: 'OR', queries: telling.map((facet) => facetQuery(facet, prefix)) };
    return this.#index.search(tree, { filter }).flatMap(({ id, match }) => {
      const entry = this.#entries[Number(id)];
      if (entry === undefined) return [];
      const terms = new Map<string, 'name' | 'aside'>();
      for (const [term, fields] of Object.entries(match)) terms.set(term, fields.includes('names') ? 'name' : 'aside');
      return [{ entry, terms }];
    });
  }

  #add(entry: FactorEntry): void {
    const { cells } = entry.row;
    const fields: Readonly<Record<Field, readonly string[]>> = {
      names: entry.terms,
      id: termsOf(cells.id),
      category: this.#repeated(`${cells.category} ${cells.region}`),
      notes: this.#repeated(cells.notes),
    };
    const key = this.#entries.push(entry) - 1;
    for (const terms of [fields.names, fields.id, fields.category]) for (const term of terms) this.#terms.add(term);
    this.#index.add({
      key, names: joined(fields.names), id: joined(fields.id), category: joined(fields.category), notes: joined(fields.notes),
    });
  }

  /** Categories and notes are the same in many rows. */
  #repeated(text: string): readonly string[] {
    const known = this.#read.get(text) ?? termsOf(text);
    this.#read.set(text, known);
    return known;
  }

  #near(word: string): string | undefined {
    if (!ENGLISH.test(word)) return undefined;
    const farthest = word.length < LONG_WORD ? 1 : 2;
    let near: { term: string; away: number } | undefined;
    for (const term of this.#terms) {
      if (!ENGLISH.test(term) || Math.abs(term.length - word.length) > farthest) continue;
      const away = distance(word, term);
      if (away <= farthest && (near === undefined || away < near.away || (away === near.away && term < near.term))) near = { term, away };
    }
    return near?.term;
  }
}

function facetQuery({ terms, kind }: Facet, prefix: boolean): IndexQuery {
  return {
    combineWith: 'OR',
    queries: [...terms].map(([term, weight]) => ({
      queries: [term], boost: scaled(weight), prefix: prefix && kind === 'word' && !/\p{Script=Han}/u.test(term),
    })),
  };
}

function scaled(weight: number): Record<Field, number> {
  return { names: BOOST.names * weight, id: BOOST.id * weight, category: BOOST.category * weight, notes: BOOST.notes * weight };
}

const SEPARATOR = '\n';

function joined(terms: readonly string[]): string {
  return terms.join(SEPARATOR);
}

function tokens(text: string): string[] {
  return text.split(SEPARATOR).filter((term) => term !== '');
}
