import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Findings } from '../src/diagnostics/findings.js';
import { bundledDatasets } from '../src/factors/bundled-datasets.js';
import type { IndexedDataset } from '../src/factors/bundled-index.js';
import { loadDataset } from '../src/factors/load-dataset.js';
import { cellPlaces, cellText, findRecords, type RecordPlace } from '../src/factors/record-places.js';
import { FaultWatch } from '../src/input/fault-watch.js';

/** Writes the index of the bundled datasets into the folder of the bundle. */
export function indexDatasets(dist: string): void {
  const findings = new Findings();
  const watch = new FaultWatch(findings);
  const index = [...bundledDatasets(join(dist, '..')).values()].map((folder): IndexedDataset => {
    const dataset = loadDataset(folder, watch);
    if (dataset === undefined || watch.failed) throw new Error(JSON.stringify(findings.all()));
    const size = (file: string): number => statSync(join(folder, file)).size;
    const text = readFileSync(join(folder, 'factors.csv'), 'utf8');
    const found = findRecords(text);
    const [head, ...records] = found.kind === 'records' ? found.records : [];
    if (head === undefined || records.length !== dataset.ids.length) throw new Error(`${folder}: blank rows or ids`);
    return {
      facts: dataset.facts,
      sizes: [size('datapackage.json'), size('factors.csv')],
      header: Array.from(cellPlaces(text, head), (cell) => cellText(text, cell)),
      ids: dataset.ids,
      places: bytePlaces(text, records),
    };
  });
  writeFileSync(join(dist, 'datasets.json'), JSON.stringify(index));
}

/** Places in the text as places in its UTF-8 bytes. */
function bytePlaces(text: string, records: readonly RecordPlace[]): IndexedDataset['places'] {
  let at = 0;
  let bytes = 0;
  const byteAt = (position: number): number => {
    bytes += Buffer.byteLength(text.slice(at, position));
    at = position;
    return bytes;
  };
  return records.map(({ start, end, line }) => [byteAt(start), byteAt(end), line]);
}
