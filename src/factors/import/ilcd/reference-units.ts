import type { Archive } from '../../../input/archive.js';
import type { XmlElement } from '../../../input/xml.js';
import { attribute, childAt, childrenAt, elementText, FLOW, FLOW_PROPERTY, UNIT_GROUP } from './xml-elements.js';

/** Reads one file of the archive as XML; undefined where it cannot be read. */
export type XmlReader = (entry: string) => XmlElement | undefined;

/**
 * Reference units of the flow properties that EPDs declare
 * (https://github.com/InDataWG/ILCD-EPD-Data-Format, reference data: flow properties and unit groups).
 */
const KNOWN_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['93a60a56-a3c8-11da-a746-0800200b9a66', 'kg'],
  ['7e18d0ad-e78e-47a0-8e96-1c0a581902e2', 'kg'],
  ['93a60a56-a3c8-22da-a746-0800200c9a66', 'm3'],
  ['93a60a56-a3c8-19da-a746-0800200c9a66', 'm2'],
  ['838aaa23-0117-11db-92e3-0800200c9a66', 'm'],
  ['01846770-4cfe-4a25-8ad9-919d8d378345', 'Item(s)'],
  ['93a60a56-a3c8-14da-a746-0800200c9a66', 'MJ'],
  ['93a60a56-a3c8-11da-a746-0800200c9a66', 'MJ'],
  ['93a60a56-a3c8-21da-a746-0800200c9a66', 'm2*a'],
  ['838aaa20-0117-11db-92e3-0800200c9a66', 't*km'],
]);

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * The units of reference flows, by way of the flow, flow property and unit group data sets that stand beside a
 * process data set. An amount of a flow counts its reference flow property; `perAmount` is that property's mean value.
 */
export class ReferenceUnits {
  readonly #entries = new Map<string, string>();

  constructor(archive: Archive, private readonly read: XmlReader) {
    for (const name of archive.names) {
      const [file = '', folder = ''] = name.toLowerCase().split('/').reverse();
      const uuid = UUID.exec(file)?.[0];
      if (uuid !== undefined && file.endsWith('.xml')) this.#entries.set(`${folder}/${uuid}`, name);
    }
  }

  of(flow: string): { perAmount: string; unit: string } {
    const root = this.#data('flows', flow);
    const wanted = elementText(root, [FLOW, 'flowInformation'], [FLOW, 'quantitativeReference'], [FLOW, 'referenceToReferenceFlowProperty']);
    const property = childrenAt(root, [FLOW, 'flowProperties'], [FLOW, 'flowProperty'])
      .find((one) => wanted !== '' && attribute(one, 'dataSetInternalID') === wanted);
    if (property === undefined) return { perAmount: '1', unit: '' };
    const uuid = attribute(childAt(property, [FLOW, 'referenceToFlowPropertyDataSet']), 'refObjectId').toLowerCase();
    return { perAmount: elementText(property, [FLOW, 'meanValue']), unit: this.#unitOfProperty(uuid) };
  }

  #unitOfProperty(uuid: string): string {
    const known = KNOWN_PROPERTIES.get(uuid);
    if (known !== undefined) return known;
    const property = this.#data('flowproperties', uuid);
    const group = childAt(
      property, [FLOW_PROPERTY, 'flowPropertiesInformation'], [FLOW_PROPERTY, 'quantitativeReference'], [FLOW_PROPERTY, 'referenceToReferenceUnitGroup'],
    );
    const units = this.#data('unitgroups', attribute(group, 'refObjectId').toLowerCase());
    const wanted = elementText(units, [UNIT_GROUP, 'unitGroupInformation'], [UNIT_GROUP, 'quantitativeReference'], [UNIT_GROUP, 'referenceToReferenceUnit']);
    const unit = childrenAt(units, [UNIT_GROUP, 'units'], [UNIT_GROUP, 'unit'])
      .find((one) => wanted !== '' && attribute(one, 'dataSetInternalID') === wanted);
    return elementText(unit, [UNIT_GROUP, 'name']);
  }

  #data(folder: string, uuid: string): XmlElement | undefined {
    const entry = this.#entries.get(`${folder}/${uuid}`);
    return entry === undefined ? undefined : this.read(entry);
  }
}
