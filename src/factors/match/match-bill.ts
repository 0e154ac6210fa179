import type { BomLine } from '../../input/bom-line.js';
import { leafLines, openLines } from '../../input/open-lines.js';
import type { Stage } from '../../input/vocabulary.js';
import type { Unit } from '../../quantity/unit.js';
import type { Dataset } from '../dataset.js';
import { FactorIndex } from './factor-index.js';
import { matchFactors, type Candidate } from './match-factors.js';

export interface BillMatching {
  /** ISO 3166, `GLO` or `EU`. */
  readonly region?: string;
  /** How many candidates an item is given at most. */
  readonly top: number;
  /** Lines that name a factor too. */
  readonly all: boolean;
}

/** What the lines of one item, unit and stage may need. */
export interface ItemMatch {
  readonly item: string;
  readonly unit: Unit;
  readonly stage?: Stage;
  /** 1-based lines of the bill. */
  readonly lines: readonly number[];
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

/** Candidates for each distinct item, unit and stage of the lines without a factor, in the order of the bill. */
export function matchBill(lines: readonly BomLine[], datasets: readonly Dataset[], matching: BillMatching): ItemMatch[] {
  const { region, top, all } = matching;
  const groups = new Map<string, BomLine[]>();
  for (const line of all ? leafLines(lines) : openLines(lines)) {
    const key = JSON.stringify([line.item, line.unit.symbol, line.stage ?? '']);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  if (groups.size === 0) return [];
  const index = new FactorIndex(datasets);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { item, unit, stage } = first;
    const staged = stage === undefined ? {} : { stage };
    const query = { item, unit, ...staged, ...(region === undefined ? {} : { region }) };
    return [{ item, unit, ...staged, lines: group.map(({ line }) => line), candidates: matchFactors(index, query, top) }];
  });
}
