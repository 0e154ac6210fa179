import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** A datapackage.json of a bundled dataset, with what tanji itself does not read. */
export interface BundledPackage {
  readonly name: string;
  readonly title: string;
  readonly title_zh: string;
  readonly description: string;
  readonly description_zh: string;
  readonly version: string;
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  /** `credit` is what to name where the title does not name author and work. */
  readonly sources: readonly { readonly title: string; readonly path: string; readonly credit?: string }[];
  readonly gwp: readonly string[];
  readonly limits: readonly string[];
  readonly limits_zh: readonly string[];
  /** `moved`: ids that left for another dataset, by its name. */
  readonly changelog: readonly {
    readonly version: string; readonly date: string; readonly changes: string;
    readonly moved?: Readonly<Record<string, readonly string[]>>;
    /** Ids that no dataset holds any more. */
    readonly withdrawn?: readonly string[];
  }[];
  readonly resources: readonly { readonly path: string; readonly schema: { readonly fields: readonly { readonly name: string }[] } }[];
}

export interface Bundled {
  readonly name: string;
  readonly about: BundledPackage;
  readonly rows: readonly Row[];
  /** Rows of the tables beside factors.csv, by file name. */
  readonly tables: ReadonlyMap<string, readonly Row[]>;
}

const FACTORS = fileURLToPath(new URL('../../factors', import.meta.url));

/** All bundled datasets in alphabetical order, read without any of tanji's own code. */
export const BUNDLED: readonly Bundled[] = readdirSync(FACTORS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .map((name) => {
    const folder = join(FACTORS, name);
    const tables = ['gwp.csv', 'blends.csv'].filter((file) => existsSync(join(folder, file)));
    return {
      name,
      about: JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as BundledPackage,
      rows: rowsOf(join(folder, 'factors.csv')),
      tables: new Map(tables.map((file) => [file, rowsOf(join(folder, file))])),
    };
  });

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true });
}

/** How many rows hold each word of a column, the most frequent word first. */
export function countsBy(rows: readonly Row[], column: string): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = row[column] ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Rows of one publication under one licence; `title` is that of the dataset's sources. */
export interface SourceUse {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly licence: string;
  readonly rows: readonly Row[];
}

/** The publications behind rows of factors.csv, the one with most rows first. */
export function sourcesOf(rows: readonly Row[]): SourceUse[] {
  const uses = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row['source'], row['publisher'], row['url'], row['licence']]);
    const use = uses.get(key);
    if (use === undefined) uses.set(key, [row]);
    else use.push(row);
  }
  return [...uses].map(([key, members]) => {
    const [title = '', publisher = '', url = '', licence = ''] = JSON.parse(key) as string[];
    return { title, publisher, url, licence, rows: members };
  }).sort((a, b) => b.rows.length - a.rows.length || (a.title < b.title ? -1 : 1));
}
