import type { Findings } from '../diagnostics/findings.js';
import type { Spot } from '../diagnostics/place.js';
import { problem } from '../diagnostics/problem.js';
import { parseUnit } from '../quantity/parse-unit.js';
import validate from '../generated/institution.js';
import type { InputFacts } from './bom-line.js';
import { isCalendarDay } from './calendar-day.js';
import { FaultWatch } from './fault-watch.js';
import type { InstitutionProfile } from './institution-profile.js';
import { sha256 } from './sha256.js';
import type { Source } from './source.js';
import { readValidJson } from './valid-json.js';

/** A profile as read, with the means to point at its members. */
export interface ProfileInput {
  readonly profile: InstitutionProfile;
  readonly input: InputFacts;
  /** Where the member at a JSON Pointer stands. */
  spot(pointer: string): Spot;
}

/** Reads institution.json. Adds all its faults to `findings`; undefined where one of them is an error. */
export function readInstitutionProfile(source: Source, findings: Findings): ProfileInput | undefined {
  const watch = new FaultWatch(findings);
  const document = readValidJson(source, validate, watch);
  if (document === undefined) return undefined;
  // The schema is the type in another notation.
  const profile = document.value as InstitutionProfile;
  for (const [name, span] of [['period', profile.period], ['baseline', profile.baseline]] as const) {
    if (span === undefined) continue;
    for (const end of ['start', 'end'] as const) {
      const pointer = `/${name}/${end}`;
      if (!isCalendarDay(span[end])) watch.add(problem('date-invalid', { column: pointer, text: span[end] }, document.spot(pointer)));
    }
    if (span.start > span.end) watch.add(problem('dates-reversed', { start: span.start, end: span.end }, document.spot(`/${name}/end`)));
  }
  for (const [index, { per }] of (profile.fuels ?? []).entries()) {
    const read = parseUnit(per);
    if (read.kind !== 'found') watch.add(problem(read.kind === 'unknown' ? 'unit-unknown' : 'unit-ambiguous', { unit: per, candidates: read.candidates }, document.spot(`/fuels/${String(index)}/per`)));
  }
  const { electricity, equivalent_rate } = profile.energy;
  if (electricity === 'equivalent' && equivalent_rate === undefined) {
    watch.add(problem('ledger-equivalent-rate', {}, document.spot('/energy/electricity')));
  }
  if (watch.failed) return undefined;
  return {
    profile,
    input: { name: source.name, role: 'institution', sha256: sha256(source.bytes), rows: document.lines, encoding: document.encoding },
    spot: document.spot,
  };
}
