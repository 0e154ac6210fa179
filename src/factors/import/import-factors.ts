import type { Findings } from '../../diagnostics/findings.js';
import { problem, type Problem } from '../../diagnostics/problem.js';
import validatePackage from '../../generated/datapackage.js';
import { FORMULA } from '../../input/bom-cells.js';
import type { BomReading } from '../../input/bom-table.js';
import { FaultWatch } from '../../input/fault-watch.js';
import { addSchemaFaults } from '../../input/schema-faults.js';
import type { Source } from '../../input/source.js';
import { LONGEST_CELL } from '../../input/table.js';
import type { FactorRow } from '../dataset.js';
import { FACTOR_COLUMNS } from '../factor.js';
import { readFactor, SPLIT_COLUMNS } from '../read-factor.js';
import { LICENCE_UNSTATED, packageOf, packageText, tableText, type DatasetTitle } from './dataset-text.js';
import { importIlcd } from './ilcd/import-ilcd.js';
import { formatOfArchive, formatOfFile, IMPORT_FORMATS, type ImportFormat } from './import-format.js';
import { ImportTray, type Refusal } from './import-tray.js';
import { importOpenLca } from './openlca/import-openlca.js';
import { archiveOf, type ImportInput } from './read-import.js';
import { readMapping } from './table/column-mapping.js';
import { importTable } from './table/import-table.js';

export interface ImportRequest extends DatasetTitle {
  /** By content where absent. */
  readonly format?: ImportFormat | undefined;
  /** The mapping file of a table. */
  readonly columns?: Source | undefined;
  /** How a table is read, as for a bill. */
  readonly reading?: BomReading;
  /** The licence under which the user holds the values; that of the input where absent. */
  readonly licence?: string | undefined;
  readonly unit?: string | undefined;
  readonly impact?: string | undefined;
  readonly allowSkips?: boolean | undefined;
}

/** The files of a dataset that `--factors` loads. */
export interface ImportedDataset {
  readonly files: ReadonlyMap<'datapackage.json' | 'factors.csv', string>;
  readonly factors: number;
  /** Rows and data sets that are left out, each told of among the findings. */
  readonly skipped: number;
}

/**
 * Makes a dataset of what a user holds. What cannot be read is told of: as errors, and then there is no dataset; as
 * warnings with `allowSkips`.
 */
export function importFactors(input: ImportInput, request: ImportRequest, findings: Findings): ImportedDataset | undefined {
  const watch = new FaultWatch(findings);
  const format = request.format ?? (input.archive === undefined ? input.file && formatOfFile(input.file) : formatOfArchive(input.archive));
  const spot = { input: input.source.name, line: 0, column: 0 };
  const tray = new ImportTray();
  for (const option of unfitOptions(format, request)) {
    const form = format === 'csv' ? 'table' : format ?? 'table';
    watch.add(problem('option-unfit', { option, form }, spot));
  }
  if (format === undefined || !readInto(tray, input, format, request, watch)) {
    if (!watch.failed) watch.add(problem('import-format-unknown', { file: input.source.name, formats: IMPORT_FORMATS }, spot));
    return undefined;
  }
  if (watch.failed) return undefined;
  const rows = tray.rows.map((row) => ({ ...row, cells: { ...row.cells, licence: request.licence ?? (row.cells.licence || LICENCE_UNSTATED) } }));
  const { sound, refusals } = sifted(rows, request.name);
  const refused = [...tray.refusals, ...refusals];
  const code = request.allowSkips === true ? 'import-row-skipped' : 'import-row-refused';
  for (const { name, reason } of refused) watch.add(problem(code, { name, reason }, reason.spot));
  if (sound.length === 0 && !watch.failed) watch.add(problem('import-empty', { file: input.source.name, format }, spot));
  const members = packageOf(request, input.source, sound);
  if (!validatePackage(members)) addSchemaFaults(validatePackage.errors ?? [], { spot: () => ({ ...spot, input: 'datapackage.json' }) }, watch);
  if (watch.failed) return undefined;
  const files = new Map([['datapackage.json', packageText(members)], ['factors.csv', tableText(sound)]] as const);
  return { files, factors: sound.length, skipped: new Set(refused.map(({ name, reason }) => `${reason.spot?.input ?? ''}\n${String(reason.spot?.line ?? 0)}\n${name}`)).size };
}

function unfitOptions(format: ImportFormat | undefined, { columns, unit, impact, reading = {} }: ImportRequest): string[] {
  const { encoding, delimiter, decimalMark, sheet, allowFormulas } = reading;
  const ofResults = { '--unit': unit, '--impact': impact };
  const ofTexts = { '--encoding': encoding, '--delimiter': delimiter };
  const ofWorkbooks = { '--sheet': sheet, '--allow-formulas': allowFormulas };
  const unfit = {
    csv: { ...ofResults, ...ofWorkbooks },
    xlsx: { ...ofResults, ...ofTexts },
    ilcd: { '--columns': columns, '--decimal-mark': decimalMark, ...ofTexts, ...ofWorkbooks },
    openlca: { '--columns': columns, '--decimal-mark': decimalMark, ...ofTexts, ...ofWorkbooks },
  };
  return format === undefined ? [] : Object.entries(unfit[format]).flatMap(([option, value]) => (value === undefined ? [] : [option]));
}

/** Reads the input by its format; false where it cannot be of that format at all. */
function readInto(tray: ImportTray, input: ImportInput, format: ImportFormat, request: ImportRequest, watch: FaultWatch): boolean {
  const { file, archive } = input;
  if (format === 'csv' || format === 'xlsx') {
    if (file === undefined || (format === 'xlsx') !== (archive !== undefined)) return false;
    const mapping = request.columns && readMapping(request.columns, watch);
    if (!watch.failed) importTable(file, { form: format, mapping, reading: request.reading ?? {} }, tray, watch);
    return true;
  }
  const parts = archive ?? (file && archiveOf(file));
  if (parts === undefined) return false;
  if (format === 'ilcd') importIlcd(parts, request, tray);
  else {
    const unclear = importOpenLca(parts, request, tray);
    if (unclear !== undefined) watch.add(unclear);
  }
  return true;
}

/** The rows that calc can use, and why the others cannot be. */
function sifted(rows: readonly FactorRow[], dataset: string): { sound: readonly FactorRow[]; refusals: readonly Refusal[] } {
  const sound: FactorRow[] = [];
  const refusals: Refusal[] = [];
  const places = new Map<string, string>();
  for (const row of rows) {
    const { id, name } = row.cells;
    const faults = [...cellFaults(row)];
    const reading = readFactor(row, dataset);
    if (reading.kind === 'unsound') faults.push(...reading.problems);
    const first = places.get(id);
    if (id !== '' && first !== undefined) faults.push(problem('import-id-twice', { id, first }, row.spot('id')));
    for (const reason of faults) refusals.push({ name: name || id || row.spot('id').input, reason });
    if (faults.length > 0) continue;
    sound.push(row);
    places.set(id, row.cells.locator);
  }
  return { sound, refusals };
}

const AMOUNTS: ReadonlySet<string> = new Set(['kgco2e', ...SPLIT_COLUMNS, 'aircraft', 'gsd']);

/** Texts that a spreadsheet would run, or that no table takes. */
function* cellFaults(row: FactorRow): Generator<Problem> {
  for (const column of FACTOR_COLUMNS) {
    const text = row.cells[column];
    if (text.length > LONGEST_CELL) {
      yield problem('cell-too-long', { column, length: text.length, limit: LONGEST_CELL }, row.spot(column));
    } else if (!AMOUNTS.has(column) && FORMULA.test(text)) {
      yield problem('cell-formula', { column, text: text.slice(0, 200) }, row.spot(column));
    }
  }
}
