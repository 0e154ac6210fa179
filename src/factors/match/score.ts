import type { Stage } from '../../input/vocabulary.js';
import type { FactorEntry } from './factor-entry.js';
import type { Hit } from './factor-index.js';
import type { Facet, Query } from './query.js';
import type { Reason } from './reasons.js';

/** What a line of a bill asks beside its name. */
export interface Wishes {
  readonly stage?: Stage;
  /** ISO 3166, `GLO` or `EU`. */
  readonly region?: string;
  readonly newestYear: number;
}

export interface Score {
  /** 0 to 1. */
  readonly value: number;
  readonly reasons: readonly Reason[];
}

// Found on the tuning half of bench/match/labels.csv; bench/match.mjs tells what they give.
const SAID = 0.72;
const ASIDE_HIT = 0.4;
const TRAIT_UNASKED = 0.84;
/** Nobody buys waste treatment by the name of the material. */
const WASTE_UNASKED = 0.6;
const TRAIT_MISSING = 0.88;
const COVERAGE = { life_cycle: 1, direct: 0.97, part: 0.86 } as const;
const YEAR = 0.006;
const MOST_YEARS = 10;
const REGION = { same: 1, country: 0.97, wider: 0.93, within: 0.9, other: 0.86 } as const;
const STAGE = { same: 1, open: 0.99, other: 0.95 } as const;

/** How well a factor fits: what share of the item it has, what share of its name the item says, and what is preferred. */
export function scored(hit: Hit, query: Query, wishes: Wishes): Score {
  const { entry } = hit;
  const reasons: Reason[] = [];
  let said = 0;
  let whole = 0;
  for (const facet of query.facets) {
    whole += facet.weight;
    const best = bestTerm(facet, hit);
    if (best === undefined) continue;
    said += facet.weight * best.weight;
    if (facet.kind === 'concept' || best.weight >= ASIDE_HIT) {
      reasons.push({ kind: 'word', item: facet.written, factor: best.term.replace('§', ''), in: best.where });
    }
  }
  const text = whole === 0 ? 0 : SAID * (said / whole) + (1 - SAID) * Math.max(0, ...entry.names.map((parts) => told(parts, query)));
  const value = text * traitFit(entry, query, reasons) * preferences(entry, wishes, reasons);
  return { value: Math.min(1, value), reasons };
}

/** The term by which a factor has a facet best; undefined where it has none of its terms. */
export function bestTerm(facet: Facet, hit: Hit): { term: string; weight: number; where: 'name' | 'aside' } | undefined {
  let best: { term: string; weight: number; where: 'name' | 'aside' } | undefined;
  for (const [term, own] of facet.terms) {
    const where = hit.terms.get(term) ?? (facet.kind === 'word' ? prefixed(term, hit) : undefined);
    if (where === undefined) continue;
    const weight = where === 'name' ? own : own * ASIDE_HIT;
    if (best === undefined || weight > best.weight) best = { term, weight, where };
  }
  return best;
}

/** Where a search took the word for the beginning of another one. */
function prefixed(word: string, { terms }: Hit): 'name' | 'aside' | undefined {
  for (const [term, where] of terms) if (!term.startsWith('§') && term.startsWith(word)) return where;
  return undefined;
}

function told(parts: FactorEntry['names'][number], query: Query): number {
  let whole = 0;
  let said = 0;
  for (const { term, weight } of parts) {
    whole += weight;
    const share = Math.max(0, ...query.facets.map(({ terms }) => terms.get(term) ?? 0));
    said += weight * (share === 0 && /\p{Script=Han}/u.test(term) && query.folded.includes(term) ? 1 : share);
  }
  return whole === 0 ? 0 : said / whole;
}

function traitFit({ traits }: FactorEntry, query: Query, reasons: Reason[]): number {
  let fit = 1;
  for (const trait of traits) {
    if (query.traits.has(trait)) continue;
    fit *= trait === 'waste' ? WASTE_UNASKED : TRAIT_UNASKED;
    reasons.push({ kind: 'unasked', trait });
  }
  for (const trait of query.traits) if (!traits.has(trait)) fit *= TRAIT_MISSING;
  return fit;
}

function preferences(entry: FactorEntry, { stage, region, newestYear }: Wishes, reasons: Reason[]): number {
  const { cells } = entry.row;
  let value = COVERAGE[entry.coverage];
  reasons.push({ kind: 'coverage', coverage: entry.coverage });
  value *= 1 - YEAR * Math.min(MOST_YEARS, newestYear - (entry.year ?? 0));
  if (cells.year !== '') reasons.push({ kind: 'year', year: cells.year });
  if (region !== undefined) {
    const near = nearness(cells.region, region);
    value *= REGION[near];
    reasons.push({ kind: 'region', region: cells.region, near });
  }
  if (stage !== undefined) {
    const fit = cells.stage === '' ? 'open' : cells.stage === stage ? 'same' : 'other';
    value *= STAGE[fit];
    if (fit === 'same') reasons.push({ kind: 'stage', stage });
  }
  return value;
}

/** How near a factor's region is to the one asked for. */
function nearness(region: string, asked: string): keyof typeof REGION {
  if (region === asked) return 'same';
  if (asked.startsWith(`${region}-`)) return 'country';
  if (region.startsWith(`${asked}-`)) return 'within';
  return region === 'GLO' || region === 'EU' ? 'wider' : 'other';
}
