import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../diagnostics/fault.js';
import { problem } from '../diagnostics/problem.js';
import type { Dataset, FactorReading, FactorRow } from './dataset.js';
import type { DatasetFacts } from './factor.js';

/** What the build knows of a bundled dataset (scripts/index-datasets.ts), so that a run opens only those it uses. */
export interface IndexedDataset {
  readonly facts: DatasetFacts;
  /** Bytes of datapackage.json and factors.csv: an index of other files is not used. */
  readonly sizes: readonly [description: number, table: number];
  readonly ids: readonly string[];
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

/** A dataset of which the index tells the ids; it is opened when one of its rows is asked for. */
export class LazyDataset implements Dataset {
  readonly facts: DatasetFacts;
  readonly ids: readonly string[];
  readonly #known: ReadonlySet<string>;
  #opened: Dataset | undefined;

  constructor({ facts, ids }: IndexedDataset, private readonly open: () => Dataset | undefined) {
    this.facts = facts;
    this.ids = ids;
    this.#known = new Set(ids);
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  factor(id: string): FactorReading | undefined {
    return this.has(id) ? this.#dataset().factor(id) : undefined;
  }

  rows(): readonly FactorRow[] {
    return this.#dataset().rows();
  }

  /** Throws a Fault where the files are not those that the build indexed. */
  #dataset(): Dataset {
    this.#opened ??= this.open();
    if (this.#opened?.facts.sha256 !== this.facts.sha256) {
      throw new Fault(problem('dataset-altered', { name: this.facts.name }));
    }
    return this.#opened;
  }
}
