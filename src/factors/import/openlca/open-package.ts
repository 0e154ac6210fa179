import type { Archive } from '../../../input/archive.js';
import { elementsAt, readExactJson, textAt } from '../../../input/exact-json.js';
import { byCodeUnit } from '../dataset-text.js';
import type { ImportTray } from '../import-tray.js';
import { refusing } from '../refusing.js';

/** The folders of an openLCA package (schemas 1 and 2) that an import reads. */
export type OpenFolder = 'processes' | 'results' | 'lcia_categories' | 'flows' | 'unit_groups' | 'locations';

/** One data set of a package: its content, and the file it stands in. */
export interface OpenEntity {
  readonly entry: string;
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
}

/** The data sets of an openLCA package, read when they are asked for. */
export class OpenPackage {
  /** By id of the unit: the group it belongs to, and how many of the group's reference unit it is. Filled by `readUnits`. */
  readonly units = new Map<string, { readonly group: string; readonly factor: string }>();
  readonly #entries = new Map<string, string[]>();
  readonly #single = new Map<string, OpenEntity | undefined>();

  constructor(private readonly archive: Archive, private readonly tray: ImportTray) {
    for (const name of [...archive.names].sort(byCodeUnit)) {
      const [file = '', folder = ''] = name.split('/').reverse();
      if (!file.endsWith('.json')) continue;
      const entries = this.#entries.get(folder) ?? [];
      entries.push(name);
      this.#entries.set(folder, entries);
    }
  }

  /** Every data set of a folder that can be read. */
  *all(folder: OpenFolder): Generator<OpenEntity> {
    for (const entry of this.#entries.get(folder) ?? []) {
      const entity = this.read(entry);
      if (entity !== undefined) yield entity;
    }
  }

  /** The data set that a reference names; undefined where the package lacks it. */
  get(folder: OpenFolder, id: string): OpenEntity | undefined {
    const key = `${folder}/${id}`;
    if (!this.#single.has(key)) {
      const entry = this.#entries.get(folder)?.find((name) => name.endsWith(`${key}.json`));
      this.#single.set(key, entry === undefined ? undefined : this.read(entry));
    }
    return this.#single.get(key);
  }

  /** Reads the unit groups, by which amounts in different units are compared. */
  readUnits(): void {
    for (const { id, value } of this.all('unit_groups')) {
      for (const unit of elementsAt(value, 'units')) {
        this.units.set(textAt(unit, '@id'), { group: id, factor: textAt(unit, 'conversionFactor') });
      }
    }
  }

  /** The data set of a file; undefined, with a refusal in the tray, where it cannot be read. */
  read(entry: string): OpenEntity | undefined {
    const bytes = this.archive.read(entry);
    if (bytes === undefined) return undefined;
    const value = refusing(this.tray, entry, (watch) => readExactJson({ name: entry, bytes }, watch))?.value;
    return value === undefined ? undefined : { entry, id: textAt(value, '@id'), name: textAt(value, 'name'), value };
  }
}
