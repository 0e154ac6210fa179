import type { OriginValues } from '../report.js';
import type { Ledger } from './ledger.js';
import { big, SumsByName, ZERO, type Big } from './numbers.js';
import { rule } from './rule.js';

interface SumFault {
  readonly whole: string;
  readonly stated: string;
  readonly parts: string;
  readonly computed: string;
}

/** Every breakdown of the result adds up to the total, digit for digit. */
export const breakdownsAddUp = rule('report-sum', function* (ledger: Ledger) {
  const { result } = ledger.report;
  const { fossil, biogenic_emissions, biogenic_removals, dluc, unspecified } = result.by_origin;
  const breakdowns: readonly (readonly [string, Iterable<Big>])[] = [
    ['result.by_stage', result.by_stage.map(({ value }) => big(value))],
    ['result.by_component', result.by_component.map(({ value }) => big(value))],
    ['result.by_sign', Object.values(result.by_sign).map(big)],
    ['result.by_origin', [fossil, biogenic_emissions, biogenic_removals, dluc, unspecified].map(big)],
    ['inventory.contributions', ledger.counted.map(({ kgco2e }) => kgco2e)],
  ];
  for (const [parts, amounts] of breakdowns) {
    yield* compare('result.total', result.total, parts, sumOf(amounts));
  }
});

/** Each part of a breakdown is the sum of its contributions. */
export const partsAddUp = rule('report-sum', function* (ledger: Ledger) {
  const { result } = ledger.report;
  const stages = new SumsByName();
  const components = new SumsByName();
  const signs = { positive: ZERO, negative: ZERO };
  let beyond: Big | undefined;
  for (const { contribution, kgco2e } of ledger.entries) {
    if (contribution.stage === 'beyond_boundary') {
      beyond = (beyond ?? ZERO).plus(kgco2e);
      continue;
    }
    stages.add(contribution.stage, kgco2e);
    components.add(contribution.component, kgco2e);
    const sign = kgco2e.isNegative() ? 'negative' : 'positive';
    signs[sign] = signs[sign].plus(kgco2e);
  }
  const parts = 'inventory.contributions';
  for (const [index, { stage, value }] of result.by_stage.entries()) {
    yield* compare(`result.by_stage[${index}] ${stage}`, value, parts, stages.get(stage));
  }
  for (const [index, { component, value }] of result.by_component.entries()) {
    yield* compare(`result.by_component[${index}] ${component}`, value, parts, components.get(component));
  }
  const listed = new Set(result.by_component.map(({ component }) => component));
  for (const component of components.names()) {
    if (listed.has(component)) continue;
    yield { whole: `result.by_component ${component}`, stated: '', parts, computed: components.get(component).toFixed() };
  }
  yield* compare('result.by_sign.positive', result.by_sign.positive, parts, signs.positive);
  yield* compare('result.by_sign.negative', result.by_sign.negative, parts, signs.negative);
  const { beyond_boundary } = result;
  if (beyond !== undefined && beyond_boundary === undefined) {
    yield { whole: 'result.beyond_boundary', stated: '', parts, computed: beyond.toFixed() };
  } else if (beyond_boundary !== undefined) {
    yield* compare('result.beyond_boundary', beyond_boundary, parts, beyond ?? ZERO);
  }
});

/** The origins of each contribution add up to it, and those of all contributions to the result's. */
export const originsAddUp = rule('report-sum', function* (ledger: Ledger) {
  const sums = new SumsByName();
  for (const { index, contribution, kgco2e } of ledger.entries) {
    const { origins, stage } = contribution;
    const counts = stage !== 'beyond_boundary';
    if (origins === undefined) {
      if (counts) sums.add('unspecified', kgco2e);
      continue;
    }
    const { aircraft, ...parts } = origins;
    const path = `inventory.contributions[${index}]`;
    yield* compare(`${path}.kgco2e`, contribution.kgco2e, `${path}.origins`, sumOf(Object.values(parts).map(big)));
    yield* within(`${path}.origins`, origins);
    if (!counts) continue;
    for (const [name, part] of Object.entries(parts)) sums.add(name, big(part));
    sums.add('aircraft', big(aircraft));
  }
  const { by_origin } = ledger.report.result;
  for (const [name, stated] of Object.entries(by_origin)) {
    yield* compare(`result.by_origin.${name}`, stated, 'inventory.contributions', sums.get(name));
  }
});

/** Aircraft emissions are a part of the fossil ones. */
function* within(path: string, { fossil, aircraft }: Pick<OriginValues, 'fossil' | 'aircraft'>): Generator<SumFault> {
  if (big(aircraft).abs().lessThanOrEqualTo(big(fossil).abs())) return;
  yield { whole: `${path}.fossil`, stated: fossil, parts: `${path}.aircraft`, computed: aircraft };
}

function sumOf(amounts: Iterable<Big>): Big {
  let sum = ZERO;
  for (const amount of amounts) sum = sum.plus(amount);
  return sum;
}

function* compare(whole: string, stated: string, parts: string, computed: Big): Generator<SumFault> {
  if (!computed.equals(big(stated))) yield { whole, stated, parts, computed: computed.toFixed() };
}
