import { nearest } from '../../diagnostics/candidates.js';
import type { GwpEdition } from '../../input/product-file.js';
import { Exact } from '../../quantity/exact.js';
import type { GwpTableFacts } from '../factor.js';
import { nameKey, OTHER_NAMES, refrigerantNumber, plainName } from './gas-names.js';

export interface Gas {
  readonly kind: 'gas';
  readonly name: string;
  readonly formula: string;
  readonly cas: string;
  /** By edition, in the order of the table; those of GWP_EDITIONS and national lists. */
  readonly values: ReadonlyMap<string, GwpValue>;
}

/** kg CO2e per kg of a gas, over 100 years. */
export interface GwpValue {
  readonly gwp100: Exact;
  /** The row of gwp.csv as it stands. */
  readonly row: Readonly<Record<'gwp100' | 'source' | 'publisher' | 'url' | 'locator' | 'evidence' | 'notes', string>>;
}

export interface Blend {
  readonly kind: 'blend';
  readonly name: string;
  /** Their shares add up to 1. */
  readonly components: readonly BlendComponent[];
}

export interface BlendComponent {
  readonly gas: Gas;
  /** Of the blend's mass. */
  readonly share: Exact;
  /** The row of blends.csv as it stands. */
  readonly row: Readonly<Record<'mass_share' | 'source' | 'url' | 'locator' | 'evidence', string>>;
}

export type Substance = Gas | Blend;

export type SubstanceAnswer =
  | { readonly kind: 'found'; readonly substance: Substance }
  /** No name, or the name of several: `candidates` are the likeliest. */
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] };

/** A part of one kg of a substance, in the figures of one edition. */
export interface GwpTerm {
  readonly gas: string;
  /** 1 for a gas itself. */
  readonly share: Exact;
  readonly gwp100: Exact;
  readonly source: string;
}

export type GwpAnswer =
  | { readonly kind: 'known'; readonly gwp100: Exact; readonly terms: readonly GwpTerm[] }
  /** Those of its gases that have no value in the edition. */
  | { readonly kind: 'lacking'; readonly gases: readonly Gas[] };

/** How many names a refusal suggests. */
const MOST_CANDIDATES = 5;

/** GWP100 by gas and edition, and blends by mass. */
export class GwpTable {
  /** By key: gases and blends by their own names, and gases by those of OTHER_NAMES. */
  readonly #named = new Map<string, Substance>();
  /** By key: formulas, CAS numbers and refrigerant numbers, which several gases may share. */
  readonly #shared = new Map<string, Gas[]>();
  /** As people write them, for suggestions. */
  readonly #names = new Set<string>();

  constructor(readonly facts: GwpTableFacts, readonly gases: readonly Gas[], readonly blends: readonly Blend[]) {
    for (const substance of [...gases, ...blends]) this.#name(substance.name, substance);
    for (const gas of gases) {
      for (const name of OTHER_NAMES.get(gas.name) ?? []) this.#name(name, gas);
      for (const name of [gas.formula, gas.cas, refrigerantNumber(gas.name) ?? '']) if (name !== '') this.#share(name, gas);
    }
  }

  /** By name, formula, CAS number or refrigerant number; of a name that several gases share, its own meaning goes first. */
  find(name: string): SubstanceAnswer {
    const key = nameKey(name);
    const named = this.#named.get(key);
    if (named !== undefined) return { kind: 'found', substance: named };
    const [only, ...others] = this.#shared.get(key) ?? [];
    if (only === undefined) return { kind: 'unknown', candidates: this.#alike(name) };
    if (others.length === 0) return { kind: 'found', substance: only };
    return { kind: 'unknown', candidates: [only, ...others].map((gas) => plainName(gas.name)) };
  }

  /** GWP100 in one edition; of a blend, exactly Σ mass share × GWP100 of the component. */
  gwp(substance: Substance, edition: GwpEdition): GwpAnswer {
    const parts = substance.kind === 'gas' ? [{ gas: substance, share: Exact.ONE }] : substance.components;
    const lacking: Gas[] = [];
    const terms: GwpTerm[] = [];
    let sum = Exact.ZERO;
    for (const { gas, share } of parts) {
      const value = gas.values.get(edition);
      if (value === undefined) {
        lacking.push(gas);
        continue;
      }
      terms.push({ gas: gas.name, share, gwp100: value.gwp100, source: value.row.source });
      sum = sum.plus(share.times(value.gwp100));
    }
    return lacking.length > 0 ? { kind: 'lacking', gases: lacking } : { kind: 'known', gwp100: sum, terms };
  }

  /** Gases of the same CAS number that have a value where this one has none: methane by its origin. */
  insteadOf({ name, cas }: Gas, edition: GwpEdition): string[] {
    if (cas === '') return [];
    return this.gases.filter((gas) => gas.cas === cas && gas.name !== name && gas.values.has(edition)).map((gas) => plainName(gas.name));
  }

  /** `CO2 biogenic` is not nearly `CH4 biogenic`: where the first word is a gas, only names that begin with it are alike. */
  #alike(name: string): string[] {
    const first = nameKey(name.trim().split(/\s/u)[0] ?? '');
    const alike = nearest(name, this.#names, MOST_CANDIDATES);
    if (!this.#named.has(first) && !this.#shared.has(first)) return alike;
    return alike.filter((each) => nameKey(each).startsWith(first));
  }

  #name(name: string, substance: Substance): void {
    this.#names.add(name);
    this.#named.set(nameKey(name), substance);
  }

  #share(name: string, gas: Gas): void {
    this.#names.add(name);
    const key = nameKey(name);
    const sharers = this.#shared.get(key);
    if (sharers === undefined) this.#shared.set(key, [gas]);
    else if (!sharers.includes(gas)) sharers.push(gas);
  }
}
