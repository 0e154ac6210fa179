import { conversion } from '../../quantity/convert.js';
import type { Unit } from '../../quantity/unit.js';
import type { Stage } from '../../input/vocabulary.js';
import type { FactorRow } from '../dataset.js';
import type { FactorEntry } from './factor-entry.js';
import type { FactorIndex } from './factor-index.js';
import type { Reason } from './reasons.js';
import { scored, type Wishes } from './score.js';

/** What a line of a bill says of the factor it needs. */
export interface MatchQuery {
  readonly item: string;
  readonly unit?: Unit;
  readonly stage?: Stage;
  readonly region?: string;
}

/** A factor that may fit. */
export interface Candidate {
  readonly dataset: string;
  readonly id: string;
  /** 0.000 to 1.000. */
  readonly score: string;
  readonly reasons: readonly Reason[];
  readonly row: FactorRow;
}

/** Factors that have less of an item than this are not offered. */
const LEAST_SCORE = 0.25;

const LATE_STAGES: ReadonlySet<string> = new Set(['end_of_life', 'beyond_boundary']);

/**
 * The factors that may fit a line, the best first, equal ones in the order of `dataset:id`. Only factors whose unit
 * has the dimension of the line's; factors of the end of life only for lines of it, where the line names a stage.
 */
export function matchFactors(index: FactorIndex, query: MatchQuery, top: number): Candidate[] {
  const { item, unit, stage, region } = query;
  const wishes: Wishes = {
    newestYear: index.newestYear,
    ...(stage === undefined ? {} : { stage }),
    ...(region === undefined ? {} : { region }),
  };
  const read = index.read(item);
  const unitFits = unitFilter(unit);
  const fits = (entry: FactorEntry): boolean => unitFits(entry.unit) && stageFits(entry, stage);
  const candidates = index.hits(read, fits).flatMap((hit): Candidate[] => {
    const { value, reasons } = scored(hit, read, wishes);
    if (value < LEAST_SCORE || !reasons.some(({ kind }) => kind === 'word')) return [];
    const { dataset, row } = hit.entry;
    const { cells } = row;
    const unitReason: Reason[] = unit === undefined ? [] : [{ kind: 'unit', unit: cells.unit }];
    return [{ dataset, id: cells.id, score: value.toFixed(3), reasons: [...reasons, ...unitReason], row }];
  });
  return newestEditions(candidates, item).sort(byScore).slice(0, top);
}

/**
 * Of the editions of one factor, which differ by a year at the end of the id, the newest. All of them where the item
 * names a year.
 */
function newestEditions(candidates: readonly Candidate[], item: string): Candidate[] {
  if (/(?<!\d)(?:19|20)\d\d(?!\d)/u.test(item)) return [...candidates];
  const newest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const factor = `${candidate.dataset}:${candidate.id.replace(/-(?:19|20)\d\d$/u, '')}`;
    const known = newest.get(factor);
    if (known === undefined || candidate.row.cells.year > known.row.cells.year) newest.set(factor, candidate);
  }
  return [...newest.values()];
}

/** Whether a factor's unit has the dimension of the line's; each unit is asked about once. */
function unitFilter(wanted: Unit | undefined): (unit: Unit | undefined) => boolean {
  const known = new Map<Unit, boolean>();
  return (unit) => {
    if (wanted === undefined) return true;
    if (unit === undefined) return false;
    const fits = known.get(unit) ?? conversion(wanted, unit) !== undefined;
    known.set(unit, fits);
    return fits;
  };
}

/** A line may be given another stage than its factor's, but no waste treatment stands for a material. */
function stageFits({ row }: FactorEntry, stage: Stage | undefined): boolean {
  return stage === undefined || !LATE_STAGES.has(row.cells.stage) || LATE_STAGES.has(stage);
}

/** The best first; equal ones by their references, in code units, whatever the locale. */
export function byScore(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  return `${a.dataset}:${a.id}` < `${b.dataset}:${b.id}` ? -1 : 1;
}
