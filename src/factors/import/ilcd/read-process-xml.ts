import type { XmlElement } from '../../../input/xml.js';
import type { IlcdProcess, IlcdReference, IlcdResult, ModuleAmount } from './process.js';
import {
  attribute, childAt, childrenAt, COMMON, described, elementText, EPD_2013, EPD_2019, PROCESS,
} from './xml-elements.js';

/** Finds the unit of a flow: see reference-units.ts. */
export type FlowUnit = (flow: string) => { readonly perAmount: string; readonly unit: string };

/** Reads a processDataSet (ILCD 1.1, with or without EPD extensions). */
export function readProcessXml(root: XmlElement, unitOfFlow: FlowUnit): IlcdProcess {
  const information = childAt(root, [PROCESS, 'processInformation']);
  const dataSet = childAt(information, [PROCESS, 'dataSetInformation']);
  const time = childAt(information, [PROCESS, 'time']);
  const publication = childAt(root, [PROCESS, 'administrativeInformation'], [PROCESS, 'publicationAndOwnership']);
  return {
    uuid: elementText(dataSet, [COMMON, 'UUID']),
    version: elementText(publication, [COMMON, 'dataSetVersion']),
    names: namesOf(dataSet),
    category: categoryOf(dataSet),
    location: attribute(childAt(information, [PROCESS, 'geography'], [PROCESS, 'locationOfOperationSupplyOrProduction']), 'location'),
    referenceYear: elementText(time, [COMMON, 'referenceYear']),
    validUntil: elementText(time, [COMMON, 'dataSetValidUntil']),
    owner: described(childAt(publication, [COMMON, 'referenceToOwnershipOfDataSet'])),
    publisher: described(childAt(publication, [COMMON, 'other'], [EPD_2019, 'referenceToPublisher'])),
    address: elementText(publication, [COMMON, 'permanentDataSetURI']),
    reference: referenceOf(root, unitOfFlow),
    results: childrenAt(root, [PROCESS, 'LCIAResults'], [PROCESS, 'LCIAResult']).map(resultOf),
  };
}

function namesOf(dataSet: XmlElement | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const name of childrenAt(dataSet, [PROCESS, 'name'], [PROCESS, 'baseName'])) {
    const language = (name.attributes.get('xml:lang') ?? 'en').slice(0, 2).toLowerCase();
    if (!names.has(language)) names.set(language, name.text.trim());
  }
  return names;
}

/** The narrowest class of the first classification. */
function categoryOf(dataSet: XmlElement | undefined): string {
  const classification = childAt(dataSet, [PROCESS, 'classificationInformation'], [COMMON, 'classification']);
  return childrenAt(classification, [COMMON, 'class']).at(-1)?.text.trim() ?? '';
}

function referenceOf(root: XmlElement, unitOfFlow: FlowUnit): IlcdReference {
  const wanted = elementText(root, [PROCESS, 'processInformation'], [PROCESS, 'quantitativeReference'], [PROCESS, 'referenceToReferenceFlow']);
  const exchange = childrenAt(root, [PROCESS, 'exchanges'], [PROCESS, 'exchange'])
    .find((one) => wanted !== '' && attribute(one, 'dataSetInternalID') === wanted);
  const flow = attribute(childAt(exchange, [PROCESS, 'referenceToFlowDataSet']), 'refObjectId').toLowerCase();
  const resulting = elementText(exchange, [PROCESS, 'resultingAmount']);
  return { amount: resulting === '' ? elementText(exchange, [PROCESS, 'meanAmount']) : resulting, ...unitOfFlow(flow) };
}

function resultOf(result: XmlElement): IlcdResult {
  const method = childAt(result, [PROCESS, 'referenceToLCIAMethodDataSet']);
  const other = childAt(result, [COMMON, 'other']);
  const modules = childrenAt(other, [EPD_2013, 'amount']).map((amount): ModuleAmount => ({
    module: attribute(amount, 'module', EPD_2013),
    scenario: attribute(amount, 'scenario', EPD_2013),
    text: amount.text.trim(),
  }));
  const whole = { module: '', scenario: '', text: elementText(result, [PROCESS, 'meanAmount']) };
  return {
    method: attribute(method, 'refObjectId').toLowerCase(),
    names: childrenAt(method, [COMMON, 'shortDescription']).map(({ text }) => text.trim()),
    unit: described(childAt(other, [EPD_2013, 'referenceToUnitGroupDataSet'])),
    amounts: modules.length > 0 ? modules : [whole],
  };
}
