import type { Spot } from '../../../diagnostics/place.js';
import { problem, type Problem } from '../../../diagnostics/problem.js';
import type { Archive } from '../../../input/archive.js';
import { at, elementsAt, textAt } from '../../../input/exact-json.js';
import { Exact } from '../../../quantity/exact.js';
import { idFrom } from '../factor-id.js';
import { isKgCo2e } from '../impact.js';
import type { ImportTray } from '../import-tray.js';
import { machineDivisor, machineNumber, plainAmount } from '../machine-number.js';
import { isUnit, unitOf } from '../unit-of.js';
import { chooseCategory, type ChosenCategory } from './choose-category.js';
import { exchangesOf, unitAt, type OpenExchange } from './exchanges.js';
import { OpenPackage, type OpenEntity } from './open-package.js';

export interface OpenLcaOptions {
  /** For data sets whose own unit cannot be known. */
  readonly unit?: string | undefined;
  /** The impact category, by name or id; `climate change` where absent. */
  readonly impact?: string | undefined;
}

/**
 * Imports an openLCA package: its results (schema 2), and processes without inputs from other processes where the
 * package holds the impact category with its characterisation factors. Gives the problem where no category is clear.
 */
export function importOpenLca(archive: Archive, options: OpenLcaOptions, tray: ImportTray): Problem | undefined {
  const pack = new OpenPackage(archive, tray);
  const results = [...pack.all('results')];
  const chosen = chooseCategory(pack, results, options.impact);
  const processes = pack.all('processes');
  if ('code' in chosen) return chosen;
  if (chosen.category?.hasFactors === true) pack.readUnits();
  const context = { pack, chosen, options, tray };
  for (const result of results) addResult(result, context);
  for (const process of processes) addProcess(process, context);
  return undefined;
}

interface ImportContext {
  readonly pack: OpenPackage;
  readonly chosen: ChosenCategory;
  readonly options: OpenLcaOptions;
  readonly tray: ImportTray;
}

/** A calculation result: its amount for the category, per its reference flow. */
function addResult(entity: OpenEntity, context: ImportContext): void {
  const { chosen, tray } = context;
  const spot = { input: entity.entry, line: 0, column: 0 };
  const stated = elementsAt(entity.value, 'impactResults').find((one) => textAt(one, 'indicator', '@id') === chosen.id);
  if (stated === undefined) return tray.refuse(entity.name, problem('import-result-missing', { impact: chosen.name }, spot));
  const unit = textAt(stated, 'indicator', 'refUnit') || (chosen.category?.unit ?? '');
  const total = machineNumber(textAt(stated, 'amount'), '/impactResults/amount', spot);
  const flow = elementsAt(entity.value, 'flowResults').find((one) => at(one, 'isRefFlow') === true);
  const reference = { amount: textAt(flow, 'amount'), unit: unitAt(flow).name };
  addFactor(entity, { total, unit, reference, member: '/flowResults/amount', basis: 'result' }, context);
}

/** A process: the emissions and resources among its own exchanges, where it has no others. */
function addProcess(entity: OpenEntity, context: ImportContext): void {
  const { pack, chosen, tray } = context;
  const spot = { input: entity.entry, line: 0, column: 0 };
  const exchanges = exchangesOf(entity, pack);
  const reference = exchanges.find(({ isReference }) => isReference);
  const other = exchanges.find((exchange) => exchange !== reference && exchange.kind !== 'ELEMENTARY_FLOW');
  const { category } = chosen;
  if (category?.hasFactors !== true || other !== undefined || reference === undefined) {
    const flow = other === undefined ? '' : other.flowName || other.flow;
    return tray.refuse(entity.name, problem('import-unit-process', { flow }, spot));
  }
  const total = characterised(category, exchanges, pack, spot);
  const stated = { amount: reference.amount, unit: reference.unit.name };
  addFactor(entity, { total, unit: category.unit, reference: stated, member: '/exchanges/amount', basis: 'exchanges' }, context);
}

function characterised(
  category: NonNullable<ChosenCategory['category']>,
  exchanges: readonly OpenExchange[],
  pack: OpenPackage,
  spot: Spot,
): Exact | Problem {
  const total = category.total(exchanges, pack, spot);
  const counted = exchanges.some(({ flow, kind }) => kind === 'ELEMENTARY_FLOW' && category.has(flow));
  return counted ? total : problem('import-result-missing', { impact: category.name }, spot);
}

interface Reading {
  readonly total: Exact | Problem;
  readonly unit: string;
  readonly reference: { readonly amount: string; readonly unit: string };
  readonly member: string;
  readonly basis: 'result' | 'exchanges';
}

function addFactor(entity: OpenEntity, { total, unit, reference, member, basis }: Reading, context: ImportContext): void {
  const { pack, chosen, options, tray } = context;
  const { entry, id, name, value } = entity;
  const spot = { input: entry, line: 0, column: 0 };
  if (!(total instanceof Exact)) return tray.refuse(name, total);
  if (!isKgCo2e(unit)) return tray.refuse(name, problem('import-result-unit', { unit }, spot));
  const flowUnit = isUnit(reference.unit) ? reference.unit : options.unit ?? reference.unit;
  if (flowUnit === '') return tray.refuse(name, problem('import-unit-missing', {}, spot));
  const amount = machineDivisor(reference.amount, member, spot);
  if (!(amount instanceof Exact)) return tray.refuse(name, amount);
  const documentation = at(value, 'processDocumentation');
  const version = textAt(value, 'version');
  tray.add({
    id: idFrom(name, id.slice(0, 8)),
    name,
    category: textAt(value, 'category', 'name') || textAt(value, 'category').split('/').at(-1) || '',
    unit: unitOf(flowUnit),
    kgco2e: plainAmount(total.dividedBy(amount)),
    gwp: 'unknown',
    region: locationCode(value, pack),
    year: yearOf(documentation),
    valid_from: textAt(documentation, 'validFrom').slice(0, 10),
    valid_to: textAt(documentation, 'validUntil').slice(0, 10),
    source: `openLCA data set ${id}${version === '' ? '' : `, version ${version}`}`,
    publisher: textAt(documentation, 'dataSetOwner', 'name'),
    url: `urn:uuid:${id}`,
    locator: `${entry}; ${chosen.name}`,
    evidence: 'primary',
    notes: notesOf(amount, unitOf(flowUnit), basis),
  }, () => spot);
}

function notesOf(amount: Exact, unit: string, basis: Reading['basis']): string {
  const stated = amount.equals(Exact.ONE) ? '' : `Stated per ${plainAmount(amount)} ${unit}.`;
  const summed = basis === 'exchanges' ? 'Sum of the elementary exchanges of the data set, each times its characterisation factor.' : '';
  return [stated, summed].filter((text) => text !== '').join(' ');
}

/** The year in which a data set begins to be valid. */
function yearOf(documentation: unknown): string {
  return /^\d{4}/.exec(textAt(documentation, 'validFrom'))?.[0] ?? '';
}

/** References in version 1 name a location without its code; `name` is the best there is then. */
function locationCode(value: unknown, pack: OpenPackage): string {
  const id = textAt(value, 'location', '@id');
  if (id === '') return '';
  return textAt(pack.get('locations', id)?.value, 'code') || textAt(value, 'location', 'name');
}
