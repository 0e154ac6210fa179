import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import { openRecord } from './csv-dataset.js';
import type { Dataset, FactorReading, FactorRow } from './dataset.js';
import { datasetDigest } from './dataset-digest.js';
import type { DatasetFacts } from './factor.js';
import type { Replacement } from './replacements.js';

/** What the build knows of a bundled dataset (scripts/index-datasets.ts), so that a run opens only those it uses. */
export interface IndexedDataset {
  readonly facts: DatasetFacts;
  /** Bytes of datapackage.json and factors.csv: an index of other files is not used. */
  readonly sizes: readonly [description: number, table: number];
  /** The header of factors.csv. */
  readonly header: readonly string[];
  readonly ids: readonly string[];
  /** Where the record of each id stands in factors.csv: its bytes, and its 1-based line. */
  readonly places: readonly (readonly [start: number, end: number, line: number])[];
}

/** The index beside the bundle, by dataset name; empty where there is none. */
export function bundledIndex(packageFolder: string): ReadonlyMap<string, IndexedDataset> {
  try {
    const content = JSON.parse(readFileSync(join(packageFolder, 'dist', 'datasets.json'), 'utf8')) as IndexedDataset[];
    return new Map(content.map((entry) => [entry.facts.name, entry]));
  } catch {
    return new Map();
  }
}

/** Whether the files of the folder are those that were indexed, as far as their sizes tell; their digest tells when they are opened. */
export function describes(entry: IndexedDataset, folder: string): boolean {
  return ['datapackage.json', 'factors.csv'].every((file, index) => {
    return statSync(join(folder, file), { throwIfNoEntry: false })?.size === entry.sizes[index];
  });
}

/**
 * A dataset of which the index tells the ids. Its files are read and held against the digest when a factor is asked
 * for, and only the record of that factor is looked at; whoever wants all rows opens it.
 */
export class LazyDataset implements Dataset {
  readonly facts: DatasetFacts;
  readonly ids: readonly string[];
  readonly #ranks: ReadonlyMap<string, number>;
  #table: Buffer | undefined;
  #opened: Dataset | undefined;

  constructor(private readonly entry: IndexedDataset, private readonly folder: string, private readonly open: () => Dataset | undefined) {
    this.facts = entry.facts;
    this.ids = entry.ids;
    this.#ranks = new Map(entry.ids.map((id, rank) => [id, rank]));
  }

  has(id: string): boolean {
    return this.#ranks.has(id);
  }

  factor(id: string): FactorReading | undefined {
    const place = this.entry.places[this.#ranks.get(id) ?? -1];
    if (place === undefined) return undefined;
    const [start, end, line] = place;
    const record = this.#bytes().toString('utf8', start, end);
    return openRecord(record, line, this.entry.header, this.facts)?.factor(id);
  }

  rows(): readonly FactorRow[] {
    return this.#dataset().rows();
  }

  replacements(): readonly Replacement[] {
    return this.#dataset().replacements();
  }

  /** The bytes of factors.csv. Throws a Fault where the files are not those that the build indexed. */
  #bytes(): Buffer {
    if (this.#table !== undefined) return this.#table;
    const table = readFileSync(join(this.folder, 'factors.csv'));
    this.#hold(datasetDigest(readFileSync(join(this.folder, 'datapackage.json')), table));
    this.#table = table;
    return table;
  }

  #dataset(): Dataset {
    this.#opened ??= this.open();
    if (this.#opened === undefined) throw new Fault(problem('dataset-altered', { name: this.facts.name }));
    this.#hold(this.#opened.facts.sha256);
    return this.#opened;
  }

  #hold(sha256: string): void {
    if (sha256 !== this.facts.sha256) throw new Fault(problem('dataset-altered', { name: this.facts.name }));
  }
}
