import type { ModelContext } from '../model.js';
import type { ParameterGroup } from '../parameters.js';
import type { PerMadeTea } from './per-made-tea.js';

const FIELD = { component: 'cultivation', stage: 'raw_materials' } as const;

/** Fertiliser making, soil N2O, and CO2 of lime and urea. */
export function addCultivation(context: ModelContext, per: PerMadeTea): void {
  const nitrogen = addFertilisers(context, per);
  const soil = context.parameters.group('soil');
  if (soil !== undefined) addSoilN2O(context, soil, nitrogen, per);
  const liming = context.parameters.group('liming');
  if (liming !== undefined) addLiming(context, liming, per);
}

/** Ids of kg N put on the field, by origin. */
interface Nitrogen {
  readonly mineral: readonly string[];
  readonly organic: readonly string[];
}

const NUTRIENTS = [
  { basis: 'nitrogen', content: 'nitrogen_content', factor: 'nitrogen_factor', symbol: 'N' },
  { basis: 'phosphate', content: 'phosphate_content', factor: 'phosphate_factor', symbol: 'P2O5' },
  { basis: 'potash', content: 'potash_content', factor: 'potash_factor', symbol: 'K2O' },
] as const;

function addFertilisers(context: ModelContext, per: PerMadeTea): Nitrogen {
  const { sheet, parameters } = context;
  const nitrogen: { mineral: string[]; organic: string[] } = { mineral: [], organic: [] };
  for (const fertiliser of parameters.list('fertilisers')) {
    const name = fertiliser.text('name') ?? '';
    const basis = fertiliser.choice('basis');
    const amount = fertiliser.needAmount('amount');
    if (fertiliser.factor('product_factor') !== undefined) addProduct(context, fertiliser, per);
    for (const { basis: own, content, factor, symbol } of NUTRIENTS) {
      const contained = nutrientOf(context, fertiliser, content, symbol);
      const mass = basis === own ? amount : contained;
      if (mass === undefined) continue;
      if (own === 'nitrogen') nitrogen[fertiliser.choice('origin') === 'organic' ? 'organic' : 'mineral'].push(mass);
      const making = fertiliser.factor(factor);
      if (making === undefined) continue;
      const names = { en: `${name}, ${symbol}`, zh: `${name}，${symbol}` };
      const quantity = per.made(fertiliser.id(`${own}_per_tea`), names, 'kg', 'nutrient', { nutrient: mass });
      sheet.line({ ...FIELD, item: names, quantity, factor: making });
    }
  }
  return nitrogen;
}

/** kg of a nutrient in a fertiliser that is given by the mass of the product. */
function nutrientOf({ sheet, fail }: ModelContext, fertiliser: ParameterGroup, content: (typeof NUTRIENTS)[number]['content'], symbol: string): string | undefined {
  const share = fertiliser.amount(content);
  if (share === undefined) return undefined;
  if (fertiliser.choice('basis') !== 'product') {
    fail('parameter-conflict', { parameter: fertiliser.id('basis'), other: fertiliser.id(content) }, fertiliser.pointerTo(content));
    return undefined;
  }
  return sheet.derive(fertiliser.id(symbol.toLowerCase()), {
    names: { en: `${symbol} in ${fertiliser.text('name') ?? ''}`, zh: `${fertiliser.text('name') ?? ''}中的${symbol}` },
    unit: 'kg', formula: 'product * content', inputs: { product: fertiliser.needAmount('amount'), content: share },
  });
}

function addProduct({ sheet, fail }: ModelContext, fertiliser: ParameterGroup, per: PerMadeTea): void {
  if (fertiliser.choice('basis') !== 'product') {
    fail('parameter-conflict', { parameter: fertiliser.id('basis'), other: fertiliser.id('product_factor') }, fertiliser.pointerTo('product_factor'));
    return;
  }
  const name = fertiliser.text('name') ?? '';
  const names = { en: name, zh: name };
  const quantity = per.made(fertiliser.id('per_tea'), names, 'kg', 'product', { product: fertiliser.needAmount('amount') });
  sheet.line({ ...FIELD, item: names, quantity, factor: fertiliser.needFactor('product_factor') });
}

const FACTORS = [
  ['ef1_mineral', 'ef1-mineral'], ['ef1_organic', 'ef1-organic'], ['frac_gas_mineral', 'frac-gas-mineral'],
  ['frac_gas_organic', 'frac-gas-organic'], ['ef4', 'ef4'], ['frac_leach', 'frac-leach'], ['ef5', 'ef5'],
] as const;
type FactorId = (typeof FACTORS)[number][0];

/**
 * Direct and indirect N2O of the soil (IPCC, volume 4, chapter 11, equations 11.1, 11.9 and 11.10):
 * N2O-N = N EF1 + N Frac_GAS EF4 + N Frac_LEACH EF5, and N2O = N2O-N × 44/28.
 */
function addSoilN2O(context: ModelContext, soil: ParameterGroup, nitrogen: Nitrogen, per: PerMadeTea): void {
  const { sheet, parameters } = context;
  const set = soil.choice('factor_set');
  if (set === undefined) return;
  const factors = soilFactors(context, soil, set);
  const mineral = sumOf(context, 'mineral_nitrogen', { en: 'mineral N', zh: '化学氮' }, nitrogen.mineral);
  const residues = parameters.amount('residue_nitrogen');
  const organic = sumOf(context, 'organic_nitrogen', { en: 'organic N and residues', zh: '有机氮与残体氮' }, [...nitrogen.organic, ...(residues === undefined ? [] : [residues])]);
  const inputs = { mineral, organic };
  for (const { id, names, formula, used } of [
    { id: 'direct_n2o', names: { en: 'soil N2O, direct', zh: '土壤N2O（直接）' }, formula: '(mineral * ef1_mineral + organic * ef1_organic) * 44 / 28', used: ['ef1_mineral', 'ef1_organic'] },
    {
      id: 'deposition_n2o', names: { en: 'soil N2O, by deposition', zh: '土壤N2O（大气沉降间接）' },
      formula: '(mineral * frac_gas_mineral + organic * frac_gas_organic) * ef4 * 44 / 28', used: ['frac_gas_mineral', 'frac_gas_organic', 'ef4'],
    },
    { id: 'leaching_n2o', names: { en: 'soil N2O, by leaching', zh: '土壤N2O（淋溶间接）' }, formula: '(mineral + organic) * frac_leach * ef5 * 44 / 28', used: ['frac_leach', 'ef5'] },
  ] satisfies readonly { id: string; names: { en: string; zh: string }; formula: string; used: readonly FactorId[] }[]) {
    const own = Object.fromEntries(used.map((factor) => [factor, factors[factor]]));
    const quantity = per.made(id, names, 'kg', formula, { ...inputs, ...own });
    sheet.line({ ...FIELD, item: names, quantity, factor: soil.needFactor('nitrous_oxide_factor') });
  }
}

/** Of one set, or all of them given: sets are not mixed. */
function soilFactors({ lookUp, fail }: ModelContext, soil: ParameterGroup, set: string): Readonly<Record<FactorId, string>> {
  const found = FACTORS.map(([id, table]) => {
    if (set === 'given') return [id, soil.needAmount(id)] as const;
    if (soil.has(id)) fail('parameter-conflict', { parameter: soil.id('factor_set'), other: soil.id(id) }, soil.pointerTo(id));
    return [id, lookUp(table, set)] as const;
  });
  return Object.fromEntries(found) as Record<FactorId, string>;
}

function sumOf({ sheet }: ModelContext, id: string, names: { en: string; zh: string }, parts: readonly string[]): string {
  const inputs = Object.fromEntries(parts.map((part, index) => [`n${String(index + 1)}`, part]));
  return sheet.derive(id, { names, unit: 'kg', formula: parts.length === 0 ? '0' : Object.keys(inputs).join(' + '), inputs });
}

/** CO2 of lime and urea spread on the field: mass × carbon × 44/12 (IPCC, volume 4, sections 11.3 and 11.4). */
function addLiming({ sheet }: ModelContext, liming: ParameterGroup, per: PerMadeTea): void {
  for (const { id, carbon, names } of [
    { id: 'limestone', carbon: 'lime_carbon', names: { en: 'CO2 of limestone', zh: '石灰石CO2' } },
    { id: 'dolomite', carbon: 'dolomite_carbon', names: { en: 'CO2 of dolomite', zh: '白云石CO2' } },
    { id: 'urea', carbon: 'urea_carbon', names: { en: 'CO2 of urea', zh: '尿素CO2' } },
  ]) {
    const mass = liming.amount(id);
    if (mass === undefined) continue;
    const quantity = per.made(liming.id(`${id}_co2`), names, 'kg', 'mass * carbon * 44 / 12', { mass, carbon });
    sheet.line({ ...FIELD, item: names, quantity, factor: liming.needFactor('carbon_dioxide_factor') });
  }
}
