import type { XmlElement } from '../../../input/xml.js';

/** Namespaces of ILCD 1.1 and of its EPD extensions (EPD_Extensions_2013.xsd, EPD_Extensions_2019.xsd). */
export const PROCESS = 'http://lca.jrc.it/ILCD/Process';
export const COMMON = 'http://lca.jrc.it/ILCD/Common';
export const FLOW = 'http://lca.jrc.it/ILCD/Flow';
export const FLOW_PROPERTY = 'http://lca.jrc.it/ILCD/FlowProperty';
export const UNIT_GROUP = 'http://lca.jrc.it/ILCD/UnitGroup';
export const EPD_2013 = 'http://www.iai.kit.edu/EPD/2013';
export const EPD_2019 = 'http://www.indata.network/EPD/2019';

/** `name` in the first namespace, `common:` and the like for the others. */
export type Step = readonly [namespace: string, name: string];

export function childrenAt(element: XmlElement | undefined, ...path: readonly Step[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = element === undefined ? [] : [element];
  for (const [namespace, name] of path) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name && child.namespace === namespace));
  }
  return found;
}

export function childAt(element: XmlElement | undefined, ...path: readonly Step[]): XmlElement | undefined {
  return childrenAt(element, ...path)[0];
}

/** The text of the first element down a path, '' where there is none. */
export function elementText(element: XmlElement | undefined, ...path: readonly Step[]): string {
  return childAt(element, ...path)?.text.trim() ?? '';
}

export function attribute(element: XmlElement | undefined, name: string, namespace?: string): string {
  const { attributes } = element ?? {};
  return (attributes?.get(name) ?? attributes?.get(`{${namespace ?? ''}}${name}`) ?? '').trim();
}

/** The short description of a reference, in English where there is one. */
export function described(reference: XmlElement | undefined): string {
  const all = childrenAt(reference, [COMMON, 'shortDescription']);
  return (all.find((one) => one.attributes.get('xml:lang') === 'en') ?? all[0])?.text.trim() ?? '';
}
