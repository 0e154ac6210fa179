import { nearest } from '../diagnostics/candidates.js';
import { FINDINGS_LIMIT } from '../diagnostics/findings.js';
import type { GwpEdition } from '../input/product-file.js';
import type { Dataset } from './dataset.js';
import type { DatasetFacts, FactorAnswer, FactorLibrary } from './factor.js';
import { bundledGwp } from './gwp/bundled-gwp.js';
import { weigh } from './gwp/weigh.js';
import { folded } from './folded-name.js';

/** How many ids a refusal suggests. */
const MOST_CANDIDATES = 5;

/** The datasets of one run, asked together. Their names are unique. */
export class Library implements FactorLibrary {
  readonly datasets: readonly DatasetFacts[];
  readonly #answers = new Map<string, FactorAnswer>();
  /** Of factors given as gases, by edition and reference. */
  readonly #weighed = new Map<string, FactorAnswer>();
  #misses = 0;
  #named: ReadonlyMap<string, readonly QualifiedId[]> | undefined;

  /** Without `suggests` a missing factor has no candidates: each search reads all ids, and a catalogue may ask for many. */
  constructor(readonly loaded: readonly Dataset[], private readonly suggests = true) {
    this.datasets = loaded.map((dataset) => dataset.facts);
  }

  find(reference: string, edition?: GwpEdition): FactorAnswer {
    const answer = once(this.#answers, reference, () => this.#look(reference));
    if (answer.kind !== 'unweighed' || edition === undefined) return answer;
    return once(this.#weighed, `${edition} ${reference}`, () => weigh(answer.factor, edition, bundledGwp()));
  }

  #look(reference: string): FactorAnswer {
    const { dataset, id } = parsed(reference);
    const holders = this.loaded.filter((each) => (dataset === undefined || each.facts.name === dataset) && each.has(id));
    if (holders.length > 1) return { kind: 'ambiguous', candidates: holders.map((each) => `${each.facts.name}:${id}`) };
    const reading = holders[0]?.factor(id);
    if (reading === undefined) return { kind: 'missing', candidates: this.#candidates(reference) };
    if (reading.kind === 'gases') return { kind: 'unweighed', factor: reading.factor };
    return reading.kind === 'sound' ? { kind: 'found', factor: reading.factor } : reading;
  }

  /**
   * First the factors of which the text is the name, then those whose id resembles it. None once more factors are
   * missing than a run tells of: each search reads all ids.
   */
  #candidates(reference: string): string[] {
    this.#misses += 1;
    if (!this.suggests || this.#misses > FINDINGS_LIMIT) return [];
    const { dataset, id } = parsed(reference);
    this.#named ??= this.#byName();
    const named = (this.#named.get(folded(id)) ?? []).map(({ dataset: home, id: one }) => this.#shortest(home, one));
    const alike = dataset === undefined ? this.#alike(id) : [...this.#holders(id), ...this.#alikeIn(dataset, id)];
    return [...new Set([...named, ...alike])].slice(0, MOST_CANDIDATES);
  }

  #alike(id: string): string[] {
    const ids = new Set(this.loaded.flatMap((dataset) => dataset.ids));
    return nearest(id, ids).flatMap((one) => {
      const holders = this.#holders(one);
      return holders.length === 1 ? [one] : holders;
    });
  }

  /** Within the dataset that is named; where there is none of that name, in all of them. */
  #alikeIn(dataset: string, id: string): string[] {
    const home = this.loaded.find(({ facts }) => facts.name === dataset);
    if (home === undefined) return this.#alike(id);
    return nearest(id, home.ids).map((one) => `${dataset}:${one}`);
  }

  /** `dataset:id` for every dataset that has the id. */
  #holders(id: string): string[] {
    return this.loaded.filter((dataset) => dataset.has(id)).map((dataset) => `${dataset.facts.name}:${id}`);
  }

  /** The id alone where one dataset has it, else with the dataset's name before it. */
  #shortest(dataset: string, id: string): string {
    return this.#holders(id).length > 1 ? `${dataset}:${id}` : id;
  }

  #byName(): ReadonlyMap<string, readonly QualifiedId[]> {
    const named = new Map<string, QualifiedId[]>();
    for (const dataset of this.loaded) {
      for (const { cells } of dataset.rows()) {
        for (const name of new Set([folded(cells.name), folded(cells.name_zh)])) {
          if (name === '') continue;
          const known = named.get(name) ?? [];
          known.push({ dataset: dataset.facts.name, id: cells.id });
          named.set(name, known);
        }
      }
    }
    return named;
  }
}

function once(known: Map<string, FactorAnswer>, question: string, look: () => FactorAnswer): FactorAnswer {
  let answer = known.get(question);
  if (answer === undefined) {
    answer = look();
    known.set(question, answer);
  }
  return answer;
}

interface QualifiedId {
  readonly dataset: string;
  readonly id: string;
}

/** `dataset:id` in its parts; an id holds no colon (lint: factor-id-form). */
function parsed(reference: string): { dataset: string | undefined; id: string } {
  const colon = reference.indexOf(':');
  if (colon < 0) return { dataset: undefined, id: reference };
  return { dataset: reference.slice(0, colon), id: reference.slice(colon + 1) };
}
