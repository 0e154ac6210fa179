import type { FactorRow } from '../dataset.js';
import { FACTOR_COLUMNS, GWP_SETS } from '../factor.js';
import { OPEN_LICENCES } from '../open-licences.js';

/** What the person who imports says of the dataset. */
export interface DatasetTitle {
  readonly name: string;
  readonly version: string;
}

/** The input of an import: a file, or a folder whose digest is that of its files' `sha256sum` listing. */
export interface ImportSource {
  readonly name: string;
  readonly sha256: string;
}

/** Written where neither the input nor the user states a licence. */
export const LICENCE_UNSTATED = 'not-stated';

/** The members of datapackage.json (schemas/datapackage.schema.json), in the order in which they are written. */
export function packageOf({ name, version }: DatasetTitle, source: ImportSource, rows: readonly FactorRow[]): Record<string, unknown> {
  const stated = [...new Set(rows.map(({ cells }) => cells.licence))].sort(byCodeUnit);
  const licences = stated.length === 0 ? [LICENCE_UNSTATED] : stated;
  return {
    profile: 'tabular-data-package',
    name,
    title: name,
    version,
    licenses: licences.map(licenceOf),
    sources: [{ title: source.name, sha256: source.sha256 }],
    gwp: GWP_SETS.filter((set) => rows.some(({ cells }) => cells.gwp === set)),
    resources: [{
      name: 'factors',
      path: 'factors.csv',
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
    }],
  };
}

export function packageText(members: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(members, undefined, 2)}\n`;
}

/** The text of factors.csv: LF, quotation marks only where a cell needs them. */
export function tableText(rows: readonly FactorRow[]): string {
  const lines = rows.map(({ cells }) => FACTOR_COLUMNS.map((column) => written(cells[column])).join(','));
  return `${[FACTOR_COLUMNS.join(','), ...lines].join('\n')}\n`;
}

function licenceOf(name: string): { name: string; title?: string; path?: string } {
  const known = OPEN_LICENCES.find(({ id }) => id === name);
  return known === undefined ? { name } : { name, title: known.title, path: known.source };
}

function written(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The order of no locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
