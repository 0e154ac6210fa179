import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../diagnostics/fault.js';
import { problem } from '../../diagnostics/problem.js';
import { systemReason } from '../../diagnostics/system-reason.js';
import { Exact } from '../../quantity/exact.js';
import { bundledDatasets } from '../bundled-datasets.js';
import { filesDigest } from '../dataset-digest.js';
import { cellPlaces, cellText, findRecords } from '../record-places.js';
import { GwpTable, type Blend, type BlendComponent, type Gas, type GwpValue } from './gwp-table.js';

/** The bundled dataset that holds the table, whatever datasets a run uses for its factors. */
const DATASET = 'refrigerants-and-gwp';
const GASES = 'gwp.csv';
const BLENDS = 'blends.csv';

let loaded: GwpTable | undefined;

/** The bundled table, read when it is first asked for. Throws a Fault, dataset-invalid, where its files are damaged. */
export function bundledGwp(): GwpTable {
  loaded ??= loadGwp();
  return loaded;
}

function loadGwp(): GwpTable {
  const folder = bundledDatasets().get(DATASET) ?? damaged('datapackage.json', 'ENOENT');
  const [gasBytes, blendBytes, description] = [GASES, BLENDS, 'datapackage.json'].map((file) => bytesOf(folder, file)) as [Buffer, Buffer, Buffer];
  const { version } = JSON.parse(description.toString('utf8')) as { version: string };
  const gases = gasesOf(gasBytes.toString('utf8'));
  const facts = { name: DATASET, version, sha256: filesDigest([[GASES, gasBytes], [BLENDS, blendBytes]]) };
  return new GwpTable(facts, [...gases.values()], blendsOf(blendBytes.toString('utf8'), gases));
}

function gasesOf(text: string): Map<string, Gas> {
  const columns = ['gas', 'formula', 'cas', 'edition', 'gwp100', 'source', 'publisher', 'url', 'locator', 'evidence', 'notes'] as const;
  const gases = new Map<string, Gas & { readonly values: Map<string, GwpValue> }>();
  for (const { gas: name, formula, cas, edition, ...row } of rowsOf(GASES, text, columns)) {
    const gas = gases.get(name) ?? { kind: 'gas', name, formula, cas, values: new Map<string, GwpValue>() };
    gases.set(name, gas);
    gas.values.set(edition, { gwp100: amountIn(GASES, row.gwp100), row });
  }
  return gases;
}

function blendsOf(text: string, gases: ReadonlyMap<string, Gas>): Blend[] {
  const columns = ['blend', 'component', 'mass_share', 'source', 'url', 'locator', 'evidence'] as const;
  const blends = new Map<string, BlendComponent[]>();
  for (const { blend, component, ...row } of rowsOf(BLENDS, text, columns)) {
    const gas = gases.get(component) ?? damaged(BLENDS, component);
    const components = blends.get(blend) ?? [];
    blends.set(blend, components);
    components.push({ gas, share: amountIn(BLENDS, row.mass_share), row });
  }
  return [...blends].map(([name, components]) => ({ kind: 'blend', name, components }));
}

function* rowsOf<C extends string>(file: string, text: string, columns: readonly C[]): Generator<Record<C, string>> {
  const found = findRecords(text);
  if (found.kind === 'quote') damaged(file, `line ${String(found.line)}`);
  const [head, ...records] = found.records.map((record) => Array.from(cellPlaces(text, record), (cell) => cellText(text, cell)));
  const places = columns.map((column) => [column, head?.indexOf(column) ?? -1] as const);
  for (const cells of records) {
    yield Object.fromEntries(places.map(([column, at]) => [column, cells[at] ?? damaged(file, column)])) as Record<C, string>;
  }
}

function amountIn(file: string, text: string): Exact {
  return Exact.parse(text) ?? damaged(file, text);
}

function bytesOf(folder: string, file: string): Buffer {
  try {
    return readFileSync(join(folder, file));
  } catch (error) {
    return damaged(file, systemReason(error));
  }
}

function damaged(file: string, detail: string): never {
  throw new Fault(problem('dataset-invalid', { name: DATASET, detail: `${file}: ${detail}` }));
}
