import { placeMembers } from '../diagnostics/place.js';
import type { Problem } from '../diagnostics/problem.js';
import type { ProblemRecord } from '../diagnostics/render-json.js';
import type { Stage } from '../input/vocabulary.js';
import { canonicalText } from '../report/canonical.js';
import { largestOf } from '../report/largest.js';
import type { UnsealedReport } from '../report/make-report.js';
import type { Quality, Result } from '../report/report.js';
import type { DeclaredUnit } from '../input/product-file.js';

/** How many contributions a record names. */
export const LARGEST = 3;

/** What batch tells of one product: the members of calc's report that a catalogue needs. Amounts are decimal strings. */
export type BatchRecord = FootprintRecord | FailedRecord;

/** kg CO2e per declared or functional unit, as in a report. */
export interface FootprintRecord extends Pick<Result, 'total' | 'by_origin' | 'beyond_boundary'> {
  readonly product: string;
  readonly exit: 0;
  readonly unit: DeclaredUnit;
  readonly by_stage: readonly { readonly stage: Stage; readonly value: string }[];
  /** By absolute value, without module D; equal ones in the order of the bill. */
  readonly largest: readonly LargestContribution[];
  readonly quality: Quality;
  readonly findings: readonly FindingRecord[];
}

export interface LargestContribution {
  readonly component: string;
  readonly item: string;
  readonly stage: Stage;
  readonly factor: string;
  readonly kgco2e: string;
  /** 1-based, of the line's quantity cell. */
  readonly line: number;
}

/** A product without a footprint; `exit` is what calc would end with. */
export interface FailedRecord {
  readonly product: string;
  readonly exit: 1 | 2;
  readonly findings: readonly FindingRecord[];
}

/** A finding in no language; names that could be meant are left to `calc`. */
export type FindingRecord = Omit<ProblemRecord, 'says' | 'why' | 'mend'>;

export function recordOf(product: string, { result, quality, unit, inventory }: UnsealedReport, problems: readonly Problem[]): FootprintRecord {
  const { total, by_stage, by_origin, beyond_boundary } = result;
  return {
    ...(beyond_boundary === undefined ? {} : { beyond_boundary }),
    by_origin,
    by_stage: by_stage.map(({ stage, value }) => ({ stage, value })),
    exit: 0,
    findings: problems.map(findingRecord),
    largest: largestOf(inventory.contributions, LARGEST).map(({ component, factor, item, kgco2e, place, stage }) => (
      { component, factor, item, kgco2e, line: place.line, stage }
    )),
    product,
    quality,
    total,
    unit,
  };
}

export function failedRecord(product: string, exit: 1 | 2, problems: readonly Problem[]): FailedRecord {
  return { exit, findings: problems.map(findingRecord), product };
}

/** Searching for near names costs milliseconds each: a catalogue of bad lines would take hours. */
const UNTOLD = new Set(['candidates', 'held']);

function findingRecord({ code, severity, args, spot }: Problem): FindingRecord {
  return { code, severity, ...placeMembers(spot), args: Object.fromEntries(Object.entries(args).filter(([name]) => !UNTOLD.has(name))) };
}

/** One line of NDJSON: canonical JSON (RFC 8785) and LF. */
export function recordLine(record: BatchRecord): string {
  return `${canonicalText(record)}\n`;
}
