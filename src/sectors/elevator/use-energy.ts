import { decimalText } from '../../quantity/decimal-text.js';
import { Exact } from '../../quantity/exact.js';
import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';
import type { Traffic } from './traffic.js';

const HOURS = Exact.of('24');
/** Digits of a sum that a finding shows. */
const SHOWN_DIGITS = 12;

/** Electricity of use (module B6) over the service life: as measured, or after ISO 25745-2 as the rule's sources repeat it. */
export function addUseEnergy(context: ModelContext, use: ParameterGroup, traffic: Traffic): void {
  const { sheet, parameters, stages, fail } = context;
  const method = use.choice('energy_method');
  if (method === undefined || !stages.has('use')) return;
  const life = parameters.needAmount('service_life');
  if (method === 'yearly') {
    for (const other of ['reference_cycle', 'short_cycle', 'idle_power'] as const) {
      if (use.has(other)) fail('parameter-conflict', { parameter: use.id('yearly_electricity'), other: use.id(other) }, use.pointerTo(other));
    }
    const electricity = sheet.derive('use_electricity', {
      names: { en: 'electricity of use over the service life', zh: '使用寿命内用电量' },
      unit: 'kWh', formula: 'yearly * life', inputs: { yearly: use.needAmount('yearly_electricity'), life },
    });
    addLine(context, use, electricity, { en: 'electricity, use', zh: '使用用电' });
    return;
  }
  if (use.has('yearly_electricity')) {
    fail('parameter-conflict', { parameter: use.id('energy_method'), other: use.id('yearly_electricity') }, use.pointerTo('yearly_electricity'));
  }
  const running = runningPerDay(context, use, traffic, method);
  const standing = standingPerDay(context, use, traffic);
  sheet.derive('electricity_per_year', {
    names: { en: 'electricity a year', zh: '年用电量' },
    unit: 'kWh/a', formula: '(running + standing) * days / 1000', inputs: { running, standing, days: traffic.days },
  });
  for (const { id, names, perDay } of [
    { id: 'running_electricity', names: { en: 'electricity, running', zh: '运行用电' }, perDay: running },
    { id: 'standing_electricity', names: { en: 'electricity, idle and standby', zh: '空闲与待机用电' }, perDay: standing },
  ]) {
    const quantity = sheet.derive(id, {
      names, unit: 'kWh', formula: 'per_day * days / 1000 * life', inputs: { per_day: perDay, days: traffic.days, life },
    });
    addLine(context, use, quantity, names);
  }
}

function addLine({ sheet }: ModelContext, use: ParameterGroup, quantity: string, item: { en: string; zh: string }): void {
  sheet.line({ component: 'operation', item, stage: 'use', module: 'B6', quantity, factor: use.needFactor('electricity_factor') });
}

/** Wh a day of running. */
function runningPerDay(context: ModelContext, use: ParameterGroup, traffic: Traffic, method: string): string {
  const { sheet, fail } = context;
  const reference = use.needAmount('reference_cycle');
  const factor = loadFactor(context, use, traffic);
  const names = { en: 'running energy a day', zh: '日运行能耗' };
  if (method === 'reference-cycle') {
    return sheet.derive('running_per_day', {
      names, unit: 'Wh/d', formula: 'trips * share * factor * reference / 2',
      inputs: { trips: traffic.trips, share: traffic.travelShare, factor, reference },
    });
  }
  const short = use.needAmount('short_cycle');
  const height = use.needAmount('travel_height');
  const shortTravel = use.needAmount('short_cycle_travel');
  if (sheet.value(shortTravel).compare(sheet.value(height)) >= 0) {
    fail('number-outside', { column: shortTravel, text: decimalText(sheet.value(shortTravel)), range: `< ${height}` }, use.pointerTo('short_cycle_travel'));
  }
  const perMetre = sheet.derive('running_per_metre', {
    names: { en: 'running energy per metre at rated speed', zh: '额定速度下每米运行能耗' },
    unit: 'Wh/m', formula: '(reference - short) / (height - short_travel) / 2',
    inputs: { reference, short, height, short_travel: shortTravel },
  });
  if (sheet.value(perMetre).isNegative) fail('parameter-conflict', { parameter: reference, other: short }, use.pointerTo('short_cycle'));
  const startStop = sheet.derive('start_stop_energy', {
    names: { en: 'energy of starting, stopping and doors a trip', zh: '每次启停与开关门能耗' },
    unit: 'Wh', formula: '(reference - 2 * per_metre * height) / 2', inputs: { reference, per_metre: perMetre, height },
  });
  const cycle = sheet.derive('average_cycle', {
    names: { en: 'energy of an average cycle of two trips', zh: '平均循环（两次行程）能耗' },
    unit: 'Wh', formula: '2 * per_metre * travel + 2 * start_stop',
    inputs: { per_metre: perMetre, travel: traffic.travel, start_stop: startStop },
  });
  return sheet.derive('running_per_day', {
    names, unit: 'Wh/d', formula: 'factor * trips * cycle / 2', inputs: { factor, trips: traffic.trips, cycle },
  });
}

function loadFactor(context: ModelContext, use: ParameterGroup, { loadShare }: Traffic): string {
  const drive = use.choice('drive') ?? 'traction-50';
  if (!use.has('drive')) context.fail('parameter-missing', { parameter: use.id('drive'), names: { en: 'drive and balance', zh: '驱动与平衡' } }, use.pointer);
  const slope = drive === 'traction-30'
    ? context.lookUp('load-slope-recalled', drive, use.pointerTo('drive'))
    : context.lookUp('load-slope', drive);
  return context.sheet.derive('load_factor', {
    names: { en: 'load factor', zh: '载荷系数' }, unit: '', formula: '1 + slope * share', inputs: { slope, share: loadShare },
  });
}

/** Wh a day of standing: idle, and standby from 5 and from 30 minutes on. */
function standingPerDay(context: ModelContext, use: ParameterGroup, traffic: Traffic): string {
  const { sheet, fail } = context;
  const time = sheet.derive('time_per_trip', {
    names: { en: 'time of an average trip', zh: '平均行程时间' },
    unit: 's', formula: 'travel / speed + speed / acceleration + acceleration / jerk + doors',
    inputs: {
      travel: traffic.travel, speed: use.needAmount('rated_speed'), acceleration: use.needAmount('acceleration'),
      jerk: use.needAmount('jerk'), doors: use.needAmount('door_time'),
    },
  });
  const running = sheet.derive('running_hours', {
    names: { en: 'hours of running a day', zh: '日运行时间' }, unit: 'h/d', formula: 'trips * time / 3600', inputs: { trips: traffic.trips, time },
  });
  if (sheet.value(running).compare(HOURS) >= 0) {
    fail('number-outside', { column: running, text: decimalText(sheet.value(running), SHOWN_DIGITS), range: '< 24' }, use.pointer);
  }
  const [idle, five, thirty] = timeShares(context, use, traffic);
  const power = sheet.derive('standing_power', {
    names: { en: 'mean power without running', zh: '非运行时间平均功率' },
    unit: 'W', formula: 'idle * idle_power + five * five_power + thirty * thirty_power',
    inputs: {
      idle, idle_power: use.needAmount('idle_power'), five, five_power: use.needAmount('standby_power_5'),
      thirty, thirty_power: use.needAmount('standby_power_30'),
    },
  });
  return sheet.derive('standing_per_day', {
    names: { en: 'idle and standby energy a day', zh: '日空闲与待机能耗' },
    unit: 'Wh/d', formula: '(24 - running) * power', inputs: { running, power },
  });
}

const SHARES = [['idle_share', 'idle-share'], ['standby_5_share', 'standby-5-share'], ['standby_30_share', 'standby-30-share']] as const;

function timeShares(context: ModelContext, use: ParameterGroup, { category }: Traffic): readonly [string, string, string] {
  const { sheet, fail } = context;
  if (use.choice('time_shares') === 'category') {
    for (const [given] of SHARES) {
      if (use.has(given)) fail('parameter-conflict', { parameter: use.id('time_shares'), other: use.id(given) }, use.pointerTo(given));
    }
    const pointer = use.pointerTo('time_shares');
    const [idle, five, thirty] = SHARES.map(([, table]) => context.lookUp(table, category, pointer));
    return [idle ?? '', five ?? '', thirty ?? ''];
  }
  const [idle = '', five = '', thirty = ''] = SHARES.map(([given]) => use.needAmount(given));
  const sum = [idle, five, thirty].reduce((total, id) => total.plus(sheet.value(id)), Exact.ZERO);
  if (!sum.equals(Exact.ONE)) {
    fail('parameter-sum', { parameters: SHARES.map(([given]) => use.id(given)).join(' + '), sum: decimalText(sum, SHOWN_DIGITS), expected: '1' }, use.pointerTo('idle_share'));
  }
  return [idle, five, thirty];
}
