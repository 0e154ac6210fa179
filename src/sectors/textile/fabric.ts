import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';
import type { MassChain } from './mass-chain.js';

const STAGE = 'manufacturing';

/** Electricity of knitting by the mass of fabric, or of weaving by grammage and yarn count, or as measured. */
export function addFabric(context: ModelContext, chain: MassChain): void {
  const { parameters, sheet, stages } = context;
  const fabric = parameters.group('fabric');
  if (fabric === undefined || !stages.has(STAGE)) return;
  const process = fabric.choice('process');
  const quantity = process === 'weaving' && !fabric.has('electricity')
    ? weaving(context, chain)
    : sheet.derive('fabric_electricity', {
      names: { en: 'knitting or weaving', zh: '织造' }, unit: 'MJ', formula: 'fabric * energy',
      inputs: { fabric: chain.fabric, energy: energyOf(context, fabric, process) },
    });
  sheet.line({ component: 'fabric', item: sheet.get(quantity).names, stage: STAGE, quantity, factor: fabric.needFactor('electricity_factor') });
}

function energyOf({ lookUp, fail }: ModelContext, fabric: ParameterGroup, process: string | undefined): string {
  if (process === undefined || fabric.has('electricity')) {
    if (process !== undefined) fail('parameter-conflict', { parameter: fabric.id('electricity'), other: fabric.id('process') }, fabric.pointerTo('process'));
    return fabric.needAmount('electricity');
  }
  return lookUp('knitting-energy', process);
}

/**
 * kWh = 0.0003145 × threads per cm × area × 100; threads per cm = grammage × Nm ÷ 100 ÷ 2 ÷ 1.08 (mean of warp and weft),
 * grammage in g/m2, area in m2 (Ecobalyse, 2024, without its rounding of the picks).
 */
function weaving({ parameters, sheet, fail }: ModelContext, chain: MassChain): string {
  const grammage = parameters.needAmount('fabric_grammage');
  const spinning = parameters.group('spinning');
  if (spinning === undefined) fail('parameter-missing', { parameter: 'spinning.yarn_count', names: { en: 'yarn count', zh: '纱线支数' } }, parameters.pointer);
  // Without a count the run ends; any quantity serves until then.
  const count = spinning?.needAmount('yarn_count') ?? grammage;
  const density = sheet.derive('thread_density', {
    names: { en: 'threads per cm, mean of warp and weft', zh: '经纬平均密度（根/cm）' },
    unit: '1/cm', formula: 'grammage * 1000 * count / 100 / 2 / crimp', inputs: { grammage, count, crimp: 'crimp' },
  });
  const area = sheet.derive('fabric_area', {
    names: { en: 'area of the fabric', zh: '面料面积' }, unit: 'm2', formula: 'fabric / grammage', inputs: { fabric: chain.fabric, grammage },
  });
  return sheet.derive('fabric_electricity', {
    names: { en: 'weaving', zh: '机织' }, unit: 'kWh', formula: 'energy * density * area * 100', inputs: { energy: 'weaving_energy', density, area },
  });
}

/** Electricity, heat by its sources and chemicals of each step, by the mass of finished fabric. */
export function addWetProcessing(context: ModelContext, chain: MassChain): void {
  const { parameters, sheet, stages, lookUp, fail } = context;
  if (!stages.has(STAGE)) return;
  for (const step of parameters.list('wet_processing')) {
    const process = step.choice('process');
    const name = step.text('name') ?? process ?? '';
    const line = { component: 'wet processing', stage: STAGE } as const;
    for (const { measured, table, item } of [
      { measured: 'electricity', table: 'wet-electricity', item: { en: 'electricity', zh: '用电' } },
      { measured: 'heat', table: 'wet-heat', item: { en: 'heat', zh: '用热' } },
    ] as const) {
      if (process !== undefined && step.has(measured)) {
        fail('parameter-conflict', { parameter: step.id(measured), other: step.id('process') }, step.pointerTo('process'));
      }
      const energy = process === undefined || step.has(measured) ? step.needAmount(measured) : lookUp(table, process);
      const names = { en: `${name}, ${item.en}`, zh: `${name}${item.zh}` };
      const quantity = sheet.derive(step.id(`${measured}_used`), { names, unit: 'MJ', formula: 'fabric * energy', inputs: { fabric: chain.fabric, energy } });
      const factors = measured === 'electricity' ? [step.needFactor('electricity_factor')] : step.list('heat_factors').map((each) => each.needFactor('factor'));
      for (const factor of factors) sheet.line({ ...line, item: names, quantity, factor });
    }
    const chemicals = step.factor('chemicals_factor');
    if (chemicals !== undefined) {
      sheet.line({ ...line, item: { en: `${name}, chemicals and effluent`, zh: `${name}化学品与废水` }, quantity: chain.fabric, factor: chemicals });
    }
  }
}
