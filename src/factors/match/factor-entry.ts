import { parseUnit } from '../../quantity/parse-unit.js';
import type { Unit } from '../../quantity/unit.js';
import type { FactorRow } from '../dataset.js';
import { isPlain } from './plain-words.js';
import { conceptTerm } from './query.js';
import { coverageOf, traitsOf, type Coverage, type Trait } from './special-factors.js';
import type { Reading, Thesaurus } from './thesaurus.js';
import { termsIn } from './words.js';

/** A part of a factor's name: its index term, and how much of the name it is. */
export interface NamePart {
  readonly term: string;
  readonly weight: number;
}

/** A factor as it is matched. */
export interface FactorEntry {
  readonly dataset: string;
  readonly row: FactorRow;
  /** Absent where the unit cannot be read. */
  readonly unit?: Unit;
  readonly year: number | undefined;
  /** The parts of each of its names. */
  readonly names: readonly (readonly NamePart[])[];
  /** The index terms of its names: of things and of words. */
  readonly terms: readonly string[];
  readonly traits: ReadonlySet<Trait>;
  readonly coverage: Coverage;
}

const CONCEPT_PART = 1.5;
const PLAIN_PART = 0;
/** Of what stands in brackets or after the first comma: particulars. */
const ASIDE = 0.5;

/** Reads a row of a dataset for matching. */
export function factorEntry(dataset: string, row: FactorRow, thesaurus: Thesaurus): FactorEntry {
  const { cells } = row;
  const read = parseUnit(cells.unit);
  const year = /^\d{4}$/u.test(cells.year) ? Number(cells.year) : undefined;
  const names = [cells.name, cells.name_zh].filter((name) => name !== '');
  const readings = names.map((name) => thesaurus.read(name));
  const parts = readings.map(nameParts);
  return {
    dataset,
    row,
    ...(read.kind === 'found' ? { unit: read.unit } : {}),
    year,
    names: parts,
    terms: [...new Set([...parts.flat().map(({ term }) => term), ...readings.flatMap(({ folded, all }) => termsIn(folded, all))])],
    traits: traitsOf(`${cells.name} ${cells.name_zh} ${cells.category}`),
    coverage: coverageOf(cells.boundary),
  };
}

function nameParts({ folded, concepts, words }: Reading): NamePart[] {
  const aside = folded.search(/[,(（，]/u);
  const part = (term: string, start: number, weight: number): NamePart => (
    { term, weight: aside >= 0 && start > aside ? weight * ASIDE : weight }
  );
  return [
    ...concepts.map((concept) => part(conceptTerm(concept.name), concept.start, CONCEPT_PART)),
    ...words.map(({ text, start }) => part(text, start, isPlain(text) ? PLAIN_PART : 1)),
  ];
}
