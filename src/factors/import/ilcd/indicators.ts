import type { GwpSet } from '../../factor.js';
import { DEFAULT_IMPACT } from '../impact.js';
import type { IlcdProcess, IlcdResult } from './process.js';

/** An indicator of EN 15804 for the global warming potential, with the parts that it may come with. */
interface Indicator {
  readonly total: string;
  readonly fossil?: string;
  readonly biogenic?: string;
  readonly luluc?: string;
  readonly gwp: GwpSet;
}

/**
 * UUIDs of the LCIA methods of EN 15804 (https://github.com/InDataWG/ILCD-EPD-Data-Format, lists of indicators).
 * EF 3.0 characterises by IPCC AR5, EF 3.1 by AR6 (JRC130796, Updated characterisation and normalisation factors for
 * the Environmental Footprint 3.1 method, section 2); the A1 version leaves it to the edition of its methods.
 */
const INDICATORS: readonly Indicator[] = [
  {
    total: 'a7ea142a-9749-11ed-a8fc-0242ac120002',
    fossil: 'a7ea19c0-9749-11ed-a8fc-0242ac120002',
    biogenic: 'a7ea186c-9749-11ed-a8fc-0242ac120002',
    luluc: 'a7ea1ae2-9749-11ed-a8fc-0242ac120002',
    gwp: 'AR6',
  },
  {
    total: '6a37f984-a4b3-458a-a20a-64418c145fa2',
    fossil: '5f635281-343e-44fb-83df-1971b155e6b6',
    biogenic: '2356e1ab-0185-4db5-86e5-16de51c7485c',
    luluc: '4331bbdb-978a-490d-8707-eeb047f01a55',
    gwp: 'AR5',
  },
  { total: '77e416eb-a363-4258-a04e-171d843a6460', gwp: 'unknown' },
];

/** Short names that EPD programmes write into descriptions. */
const BY_NAME = { total: /\bGWP-total\b/iu, fossil: /\bGWP-fossil\b/iu, biogenic: /\bGWP-biogenic\b/iu, luluc: /\bGWP-luluc\b/iu };

/** The results of one process for climate change. */
export interface ClimateResults {
  readonly total: IlcdResult;
  readonly parts?: { readonly fossil: IlcdResult; readonly biogenic: IlcdResult; readonly luluc: IlcdResult };
  readonly gwp: GwpSet;
}

/** The result of a process by which it is imported; else the names that `impact` may mean. */
export function climateResults(process: IlcdProcess, impact: string | undefined): ClimateResults | readonly string[] {
  if (impact !== undefined) return named(process, impact);
  for (const { total, fossil, biogenic, luluc, gwp } of INDICATORS) {
    const by = (uuid: string | undefined): IlcdResult | undefined => process.results.find(({ method }) => method !== '' && method === uuid);
    const found = withParts(by(total), by(fossil), by(biogenic), by(luluc), gwp);
    if (found !== undefined) return found;
  }
  const by = (pattern: RegExp): IlcdResult | undefined => process.results.find(({ names }) => names.some((name) => pattern.test(name)));
  return withParts(by(BY_NAME.total), by(BY_NAME.fossil), by(BY_NAME.biogenic), by(BY_NAME.luluc), 'unknown')
    ?? named(process, DEFAULT_IMPACT);
}

function withParts(
  total: IlcdResult | undefined,
  fossil: IlcdResult | undefined,
  biogenic: IlcdResult | undefined,
  luluc: IlcdResult | undefined,
  gwp: GwpSet,
): ClimateResults | undefined {
  if (total === undefined) return undefined;
  if (fossil === undefined || biogenic === undefined || luluc === undefined) return { total, gwp };
  return { total, parts: { fossil, biogenic, luluc }, gwp };
}

/** The one result of this method, by name or UUID; or the one whose name holds the words. */
function named(process: IlcdProcess, impact: string): ClimateResults | readonly string[] {
  const wanted = impact.toLowerCase().trim();
  const held = process.results.filter(({ names }) => names.some((name) => name.toLowerCase().includes(wanted)));
  const exact = process.results.filter(({ method, names }) => method === wanted || names.some((name) => name.toLowerCase() === wanted));
  const [first, ...others] = exact.length > 0 ? exact : held;
  if (first !== undefined && others.length === 0) return { total: first, gwp: 'unknown' };
  return held.map(({ names }) => names[0] ?? '');
}
