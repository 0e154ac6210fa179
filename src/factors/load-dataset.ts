import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { problem } from '../diagnostics/problem.js';
import { systemReason } from '../diagnostics/system-reason.js';
import { decode } from '../input/encoding.js';
import type { FaultWatch } from '../input/fault-watch.js';
import type { Source } from '../input/source.js';
import { openCsv } from './csv-dataset.js';
import { readDataPackage, statedReplacements } from './data-package.js';
import type { Dataset } from './dataset.js';
import { datasetDigest } from './dataset-digest.js';
import type { Replacement } from './replacements.js';

/**
 * Loads the dataset of a folder. Undefined, with the reasons among the findings, where its datapackage.json or its
 * factors.csv is missing or unreadable, or describes no table of factors.
 */
export function loadDataset(folder: string, watch: FaultWatch): Dataset | undefined {
  const folderName = basename(resolve(folder));
  const description = readFile(folder, folderName, 'datapackage.json', watch);
  const table = readFile(folder, folderName, 'factors.csv', watch);
  const described = description && readDataPackage(description, watch);
  const decoded = table && decode(table, watch);
  if (description === undefined || table === undefined || decoded === undefined) return undefined;
  const name = described?.name ?? folderName;
  const facts = {
    name,
    version: described?.version ?? '',
    title: described?.title ?? name,
    sha256: datasetDigest(description.bytes, table.bytes),
  };
  // Of a folder whose description is wanting, the table is looked at too, so that all faults are told at once.
  // Old spreadsheets end lines with CR alone; the same text with LF has its cells at the same places.
  const text = decoded.text.replace(/\r(?!\n)/g, '\n');
  const replacements = (): readonly Replacement[] => described === undefined ? [] : statedReplacements(description, described);
  const dataset = openCsv(text, { input: `${name}/factors.csv`, facts, replacements }, watch);
  return described === undefined ? undefined : dataset;
}

/** A file of a dataset. Its name in diagnostics begins with the dataset's folder, since every dataset has such a file. */
function readFile(folder: string, folderName: string, file: string, watch: FaultWatch): Source | undefined {
  const name = `${folderName}/${file}`;
  try {
    return { name, bytes: readFileSync(join(folder, file)) };
  } catch (error) {
    const code = systemReason(error);
    watch.add(problem('dataset-invalid', { name: folderName, detail: `${file}: ${code}` }, { input: name, line: 0, column: 0 }));
    return undefined;
  }
}
