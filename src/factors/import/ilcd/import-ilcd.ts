import type { Archive } from '../../../input/archive.js';
import { decode } from '../../../input/encoding.js';
import { readExactJson } from '../../../input/exact-json.js';
import type { FaultWatch } from '../../../input/fault-watch.js';
import { isXmlFault, xmlTree, type XmlElement } from '../../../input/xml.js';
import { problem } from '../../../diagnostics/problem.js';
import { byCodeUnit } from '../dataset-text.js';
import type { ImportTray } from '../import-tray.js';
import { refusing } from '../refusing.js';
import { addProcess, type IlcdOptions } from './process-factors.js';
import { isProcessJson, readProcessJson } from './read-process-json.js';
import { readProcessXml } from './read-process-xml.js';
import { ReferenceUnits } from './reference-units.js';
import { PROCESS } from './xml-elements.js';

/** Imports the process data sets of an ILCD package: XML, or the JSON that soda4LCA serves. */
export function importIlcd(archive: Archive, options: IlcdOptions, tray: ImportTray): void {
  const units = new ReferenceUnits(archive, (entry) => refusing(tray, entry, (watch) => readXmlEntry(archive, entry, watch)));
  for (const entry of processEntries(archive.names)) {
    if (entry.toLowerCase().endsWith('.json')) {
      const value = refusing(tray, entry, (watch) => readExactJson({ name: entry, bytes: bytesOf(archive, entry) }, watch))?.value;
      if (value === undefined) continue;
      if (isProcessJson(value)) addProcess(readProcessJson(value), entry, options, tray);
      else tray.refuse(entry, problem('import-not-process', { root: 'JSON', namespace: '' }, { input: entry, line: 0, column: 0 }));
      continue;
    }
    const root = refusing(tray, entry, (watch) => readXmlEntry(archive, entry, watch));
    if (root === undefined) continue;
    if (root.name === 'processDataSet' && root.namespace === PROCESS) {
      addProcess(readProcessXml(root, (flow) => units.of(flow)), entry, options, tray);
    } else {
      const { name, namespace } = root;
      tray.refuse(entry, problem('import-not-process', { root: name, namespace }, { input: entry, line: 0, column: 0 }));
    }
  }
}

/** The files below a folder `processes`; without one, all XML and JSON files. */
function processEntries(names: readonly string[]): readonly string[] {
  const readable = names.filter((name) => /\.(?:xml|json)$/iu.test(name));
  const within = readable.filter((name) => name.toLowerCase().split('/').includes('processes'));
  return [...(within.length > 0 ? within : readable)].sort(byCodeUnit);
}

function readXmlEntry(archive: Archive, entry: string, watch: FaultWatch): XmlElement | undefined {
  const decoded = decode({ name: entry, bytes: bytesOf(archive, entry) }, watch);
  if (decoded === undefined) return undefined;
  const root = xmlTree(decoded.text);
  if (!isXmlFault(root)) return root;
  const { line, column, detail } = root;
  watch.add(problem('xml-invalid', { part: entry, line, column, detail }, { input: entry, line, column }));
  return undefined;
}

function bytesOf(archive: Archive, entry: string): Uint8Array {
  return archive.read(entry) ?? new Uint8Array();
}
