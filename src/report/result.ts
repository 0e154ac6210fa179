import { stepsText } from '../quantity/decimal-text.js';
import { divideHalfEven, powerOfTen } from '../quantity/exact.js';
import type { Footprint } from '../footprint/footprint.js';
import { legModule, MODULES, type Module } from '../input/modules.js';
import { STAGES, type Stage } from '../input/vocabulary.js';
import type { ClosedAmounts } from './closing.js';
import type { OriginValues, Result } from './report.js';

const PERCENT_PLACES = 4;

/** Total and its parts; every part is a sum of the contributions as they are printed. */
export function resultOf(footprint: Footprint, closed: ClosedAmounts, stages: readonly Stage[]): Result {
  const { places, total } = closed;
  const text = (steps: bigint): string => stepsText(steps, places);
  const byModule = new Map<Module, bigint>();
  const byComponent = new Map<string, bigint>();
  let positive = 0n;
  let negative = 0n;
  for (const [index, { component, stage, line, leg }] of footprint.contributions.entries()) {
    const module = leg ? legModule(line.module) : line.module;
    if (module !== undefined) byModule.set(module, (byModule.get(module) ?? 0n) + (closed.contributions[index] ?? 0n));
    if (stage === 'beyond_boundary') continue;
    const steps = closed.contributions[index] ?? 0n;
    byComponent.set(component, (byComponent.get(component) ?? 0n) + steps);
    if (steps < 0n) negative += steps;
    else positive += steps;
  }
  const beyond = closed.byStage.get('beyond_boundary');
  return {
    total: text(total),
    by_stage: STAGES.filter((stage) => stages.includes(stage) && stage !== 'beyond_boundary').map((stage) => {
      const steps = closed.byStage.get(stage) ?? 0n;
      return { stage, value: text(steps), ...percentOf(steps, total) };
    }),
    by_origin: originsOf(footprint, closed),
    by_component: [...byComponent]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([component, steps]) => ({ component, value: text(steps), ...percentOf(steps, total) })),
    ...(byModule.size === 0 ? {} : { by_module: MODULES.flatMap((module) => modulePart(module, byModule.get(module), text)) }),
    by_sign: { positive: text(positive), negative: text(negative) },
    ...(beyond === undefined ? {} : { beyond_boundary: text(beyond) }),
  };
}

function modulePart(module: Module, steps: bigint | undefined, text: (steps: bigint) => string): { module: Module; value: string }[] {
  return steps === undefined ? [] : [{ module, value: text(steps) }];
}

/** Of the net total, which may be negative; nothing where the total is 0. */
function percentOf(part: bigint, total: bigint): { percent?: string } {
  if (total === 0n) return {};
  const top = part * 100n * powerOfTen(PERCENT_PLACES);
  const steps = total < 0n ? divideHalfEven(-top, -total) : divideHalfEven(top, total);
  return { percent: stepsText(steps, PERCENT_PLACES) };
}

function originsOf(footprint: Footprint, closed: ClosedAmounts): OriginValues {
  const sums = { fossil: 0n, biogenic_emissions: 0n, biogenic_removals: 0n, dluc: 0n, unspecified: 0n, aircraft: 0n };
  for (const [index, { stage }] of footprint.contributions.entries()) {
    if (stage === 'beyond_boundary') continue;
    const origins = closed.origins[index];
    if (origins === undefined) {
      sums.unspecified += closed.contributions[index] ?? 0n;
      continue;
    }
    sums.fossil += origins.fossil;
    sums.biogenic_emissions += origins.biogenicEmissions;
    sums.biogenic_removals += origins.biogenicRemovals;
    sums.dluc += origins.dluc;
    sums.aircraft += origins.aircraft;
  }
  const text = (steps: bigint): string => stepsText(steps, closed.places);
  return {
    fossil: text(sums.fossil),
    biogenic_emissions: text(sums.biogenic_emissions),
    biogenic_removals: text(sums.biogenic_removals),
    dluc: text(sums.dluc),
    unspecified: text(sums.unspecified),
    aircraft: text(sums.aircraft),
  };
}
