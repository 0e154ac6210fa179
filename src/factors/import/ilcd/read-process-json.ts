import { at, elementsAt, textAt } from '../../../input/exact-json.js';
import type { IlcdProcess, IlcdReference, IlcdResult, ModuleAmount } from './process.js';

/** Whether a JSON value is a process data set as soda4LCA serves it (`format=json&view=extended`). */
export function isProcessJson(value: unknown): boolean {
  return at(value, 'processInformation', 'dataSetInformation') !== undefined;
}

/** Reads such a data set. Numbers are texts already (src/input/exact-json.ts). */
export function readProcessJson(value: unknown): IlcdProcess {
  const information = at(value, 'processInformation');
  const dataSet = at(information, 'dataSetInformation');
  const publication = at(value, 'administrativeInformation', 'publicationAndOwnership');
  return {
    uuid: textAt(dataSet, 'UUID'),
    version: textAt(publication, 'dataSetVersion'),
    names: byLanguage(elementsAt(dataSet, 'name', 'baseName')),
    category: categoryOf(dataSet),
    location: textAt(information, 'geography', 'locationOfOperationSupplyOrProduction', 'location'),
    referenceYear: textAt(information, 'time', 'referenceYear'),
    validUntil: textAt(information, 'time', 'dataSetValidUntil'),
    owner: described(at(publication, 'referenceToOwnershipOfDataSet')),
    publisher: publisherOf(publication),
    address: textAt(publication, 'permanentDataSetURI'),
    reference: referenceOf(value),
    results: elementsAt(value, 'LCIAResults', 'LCIAResult').map(resultOf),
  };
}

function byLanguage(texts: readonly unknown[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of texts) {
    const language = textAt(text, 'lang').slice(0, 2).toLowerCase();
    if (!found.has(language)) found.set(language, textAt(text, 'value'));
  }
  return found;
}

/** The short description of a reference, in English where there is one. */
function described(reference: unknown): string {
  const texts = byLanguage(elementsAt(reference, 'shortDescription'));
  return texts.get('en') ?? [...texts.values()][0] ?? '';
}

function categoryOf(dataSet: unknown): string {
  return textAt(elementsAt(dataSet, 'classificationInformation', 'classification', 0, 'class').at(-1), 'value');
}

/** Elements of `other` stand in a list called `anies`, each with its name and value. */
function extension(holder: unknown, name: string): unknown {
  return at(elementsAt(holder, 'other', 'anies').find((any) => textAt(any, 'name') === name), 'value');
}

function publisherOf(publication: unknown): string {
  return described(extension(publication, 'referenceToPublisher'));
}

function referenceOf(value: unknown): IlcdReference {
  const wanted = elementsAt(value, 'processInformation', 'quantitativeReference', 'referenceToReferenceFlow').map((id) => textAt(id));
  const exchange = elementsAt(value, 'exchanges', 'exchange').find((one) => {
    const id = textAt(one, 'dataSetInternalID');
    return wanted.length === 0 ? at(one, 'referenceFlow') === true : id !== '' && wanted[0] === id;
  });
  const resulting = textAt(exchange, 'resultingAmount');
  const property = elementsAt(exchange, 'flowProperties').find((one) => at(one, 'referenceFlowProperty') === true);
  const perAmount = textAt(property, 'meanValue');
  return {
    amount: resulting === '' ? textAt(exchange, 'meanAmount') : resulting,
    perAmount: perAmount === '' ? '1' : perAmount,
    unit: textAt(property, 'referenceUnit'),
  };
}

function resultOf(result: unknown): IlcdResult {
  const method = at(result, 'referenceToLCIAMethodDataSet');
  const modules = elementsAt(result, 'other', 'anies')
    .filter((any) => textAt(any, 'module') !== '')
    .map((any): ModuleAmount => ({ module: textAt(any, 'module'), scenario: textAt(any, 'scenario'), text: textAt(any, 'value') }));
  const whole = { module: '', scenario: '', text: textAt(result, 'meanAmount') };
  return {
    method: textAt(method, 'refObjectId').toLowerCase(),
    names: elementsAt(method, 'shortDescription').map((text) => textAt(text, 'value')),
    unit: described(extension(result, 'referenceToUnitGroupDataSet')),
    amounts: modules.length > 0 ? modules : [whole],
  };
}
