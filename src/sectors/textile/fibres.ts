import { decimalText } from '../../quantity/decimal-text.js';
import { Exact } from '../../quantity/exact.js';
import { addCircularMaterial } from '../circular-footprint.js';
import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';
import { INPUT_OF, type MassChain } from './mass-chain.js';

/** Digits of a sum that a finding shows. */
const SHOWN_DIGITS = 12;

/** The fibres of the yarn, each with its spinning loss, its recycled content and the electricity of its route. */
export function addFibres(context: ModelContext, chain: MassChain): void {
  const { parameters, sheet, fail } = context;
  const fibres = parameters.list('fibres');
  if (fibres.length === 0) return;
  const sum = fibres.reduce((total, fibre) => total.plus(sheet.value(fibre.needAmount('share'))), Exact.ZERO);
  if (!sum.equals(Exact.ONE)) {
    fail('parameter-sum', { parameters: 'fibres.*.share', sum: decimalText(sum, SHOWN_DIGITS), expected: '1' }, parameters.pointerTo('fibres'));
  }
  const spinning = parameters.group('spinning');
  for (const fibre of fibres) addFibre(context, fibre, chain, spinning);
}

function addFibre(context: ModelContext, fibre: ParameterGroup, chain: MassChain, spinning: ParameterGroup | undefined): void {
  const { sheet, stages } = context;
  const name = fibre.text('name') ?? '';
  const names = { en: name, zh: name };
  const route = fibre.choice('route') ?? 'none';
  const yarn = sheet.derive(fibre.id('yarn'), {
    names: { en: `${name} in the yarn`, zh: `纱线中的${name}` }, unit: 'kg', formula: 'yarn * share', inputs: { yarn: chain.yarn, share: fibre.needAmount('share') },
  });
  const loss = fibre.amount('spinning_loss') ?? context.lookUp('spinning-loss', route);
  const mass = sheet.derive(fibre.id('mass'), {
    names: { en: `${name}, fibre`, zh: `${name}纤维` }, unit: 'kg', formula: INPUT_OF[chain.basis], inputs: { output: yarn, loss },
  });
  if (fibre.has('recycled_content')) {
    addCircularMaterial({ ...context, stages: new Set([...stages].filter((stage) => stage === 'raw_materials')) }, fibre, mass, names);
  } else if (stages.has('raw_materials')) {
    sheet.line({ component: 'fibre', item: names, stage: 'raw_materials', quantity: mass, factor: fibre.needFactor('virgin_factor') });
  }
  if (spinning !== undefined && route !== 'none' && stages.has('manufacturing')) addSpinning(context, spinning, fibre, yarn, route);
}

/** kWh = yarn × count ÷ 50 × the route's kWh at Nm 50 (Ecobalyse, 2024), or as measured. */
function addSpinning(context: ModelContext, spinning: ParameterGroup, fibre: ParameterGroup, yarn: string, route: string): void {
  const { sheet, fail } = context;
  const name = fibre.text('name') ?? '';
  const names = { en: `spinning of ${name}`, zh: `${name}纺纱` };
  const measured = spinning.amount('electricity');
  if (measured !== undefined && spinning.has('yarn_count')) {
    fail('parameter-conflict', { parameter: spinning.id('electricity'), other: spinning.id('yarn_count') }, spinning.pointerTo('yarn_count'));
  }
  const quantity = measured === undefined
    ? sheet.derive(fibre.id('spinning'), {
      names, unit: 'kWh', formula: 'yarn * count / 50 * energy',
      inputs: { yarn, count: spinning.needAmount('yarn_count'), energy: context.lookUp('spinning-energy', route) },
    })
    : sheet.derive(fibre.id('spinning'), { names, unit: 'kWh', formula: 'yarn * measured', inputs: { yarn, measured } });
  sheet.line({ component: 'spinning', item: names, stage: 'manufacturing', quantity, factor: spinning.needFactor('electricity_factor') });
}
