import type { Problem } from './problem.js';

export type Severity = 'error' | 'warning' | 'note';

/** Every problem tanji can find, with the particulars its wording needs. */
export interface ProblemArguments {
  // the call
  'usage': { detail: string };
  'output-unwritable': { file: string; reason: string };
  'output-is-input': { file: string };
  'findings-limit': { limit: number; more: number };
  'defect': { detail: string };

  // bytes and text
  'file-not-found': { file: string };
  'file-unreadable': { file: string; reason: string };
  'file-too-large': { file: string; limit: string };
  'file-empty': { file: string };
  'encoding-unreadable': { encoding: string };
  'encoding-unknown': { encoding: string; candidates: readonly string[] };
  'file-old-excel': { file: string };
  'option-unfit': { option: string; form: 'csv' | 'xlsx' | 'table' | 'ilcd' | 'openlca' };

  // archives and XML
  'archive-unreadable': { entry: string; detail: 'no-directory' | 'cut-off' | 'encrypted' | 'method' | 'damaged' };
  'archive-too-large': { entry: string; limit: string; of: 'bytes' | 'files' };
  'archive-unsafe': { entry: string; detail: 'outside' | 'twice' | 'ratio' };
  'xml-invalid': { part: string; line: number; column: number; detail: string };

  // workbooks
  'workbook-invalid': { part: string; detail: 'no-workbook' | 'binary' | 'no-part' | 'no-sheet' | 'cell-place' | 'string-index' };
  'sheet-not-found': { sheet: string; candidates: readonly string[] };
  'sheet-unclear': { candidates: readonly string[] };
  'cell-date': { column: string; text: string };
  'cell-error': { column: string; text: string };
  'cell-formula-value': { column: string; text: string };
  'rows-hidden': { sheet: string; rows: number; columns: readonly string[] };

  // tables
  'table-header-only': { file: string };
  'table-quote': { detail: 'unclosed' | 'stray' };
  'row-ragged': { expected: number; found: number };
  'cell-too-long': { column: string; length: number; limit: number };
  'cell-formula': { column: string; text: string };
  'cell-missing': { column: string };
  'column-missing': { column: string; found: readonly string[] };
  'column-duplicate': { column: string; first: number };
  'column-ignored': { columns: readonly string[] };
  'column-conflict': { column: string; other: string };

  // numbers in cells
  'number-invalid': { column: string; text: string };
  'number-unclear': { column: string; text: string; readings: readonly string[] };
  'number-out-of-range': { column: string; text: string };
  'number-outside': { column: string; text: string; range: string };

  // words in cells
  'word-unknown': { column: string; text: string; candidates: readonly string[] };
  'level-skipped': { level: number; previous: number };
  'loss-basis-missing': { loss: string; ofInput: string; ofOutput: string };
  'loss-missing': { basis: string };
  'factor-doubled': { factor: string };
  /** `unconfirmed`: the row that a mapping has for the item and nobody confirmed. */
  'factor-unnamed': { item: string; unconfirmed?: string };
  'supplier-factor-incomplete': { missing: string };
  'transport-incomplete': { missing: string };

  // the product file
  'json-invalid': { detail: string };
  'schema-violation': { pointer: string; rule: string; detail: string };
  'gtin-check-digit': { gtin: string; expected: string };
  'date-invalid': { column: string; text: string };
  'dates-reversed': { start: string; end: string };
  'certificate-missing': { status: string; field: string };
  'boundary-stages': { boundary: string; stages: readonly string[] };
  'product-undeclared': { product: string };
  'products-doubled': { product: string; first: number };
  'product-cell-differs': { column: string; text: string; other: string; place: string };
  'product-incomplete': { product: string; columns: readonly string[] };

  // sectors: parameters and category rules
  'sector-unknown': { sector: string; candidates: readonly string[] };
  'parameters-unread': { sector: string; candidates: readonly string[] };
  'parameter-unknown': { parameter: string; candidates: readonly string[] };
  'parameter-missing': { parameter: string; names: { readonly en: string; readonly zh: string } };
  /** `expected`: a kind of parameter, or the unit to write. */
  'parameter-invalid': { parameter: string; text: string; expected: string };
  'parameter-conflict': { parameter: string; other: string };
  'parameter-sum': { parameters: string; sum: string; expected: string };
  'preset-unverified': { parameter: string; preset: string; value: string };
  'unit-not-of-sector': { unit: string; basis: string; candidates: readonly string[] };
  'boundary-not-of-sector': { boundary: string; candidates: readonly string[] };
  'formula-division': { quantity: string; formula: string };
  'duty-unmet': { duty: string; text: { readonly en: string; readonly zh: string }; detail: string };
  'duty-advised': { duty: string; text: { readonly en: string; readonly zh: string }; detail: string };

  // units
  'unit-unknown': { unit: string; candidates: readonly string[] };
  'unit-ambiguous': { unit: string; candidates: readonly string[] };
  'unit-dimension': { unit: string; dimension: string; other: string; otherDimension: string; otherPlace: string };

  // datasets and factors
  'dataset-not-found': { name: string; candidates: readonly string[] };
  'dataset-invalid': { name: string; detail: string };
  'dataset-altered': { name: string };
  'dataset-doubled': { name: string };
  'dataset-changed': { name: string; lockedVersion: string; version: string };
  'dataset-unlocked': { name: string };
  'replacement-invalid': { from: string; to: string; fault: 'kept' | 'doubled' | 'missing' };
  'factor-not-found': { factor: string; candidates: readonly string[] };
  'factor-ambiguous': { factor: string; candidates: readonly string[] };
  'factor-duplicate': { id: string; first: number };
  'factor-split': { id: string; sum: string; total: string };
  'factor-aircraft': { id: string; aircraft: string; fossil: string };
  'factor-field-missing': { id: string; column: string };
  'factor-licence-closed': { id: string; licence: string; allowed: readonly string[] };
  'factor-region-unknown': { id: string; region: string };
  'factor-column-dead': { column: string; value: string };
  'factor-magnitude': { id: string; value: string; category: string; median: string };
  'factor-stale': { id: string; year: string; age: number };
  'factor-id-form': { id: string };
  'gases-invalid': { entry: string; fault: 'form' | 'amount' | 'twice' };
  'gases-beside': { id: string; columns: readonly string[] };
  'gas-unknown': { gas: string; candidates: readonly string[] };
  'gwp-missing': { gas: string; blend: string; edition: string; others: readonly string[]; editions: readonly string[] };
  'gwp-unnamed': { factor: string; editions: readonly string[] };

  // importing datasets
  'import-format-unknown': { file: string; formats: readonly string[] };
  'import-empty': { file: string; format: string };
  'import-row-refused': { name: string; reason: Problem };
  'import-row-skipped': { name: string; reason: Problem };
  'import-id-twice': { id: string; first: string };
  'import-not-process': { root: string; namespace: string };
  'import-unit-missing': Record<string, never>;
  'import-result-missing': { impact: string };
  'import-impact-unclear': { impact: string; candidates: readonly string[] };
  'import-result-unit': { unit: string };
  'import-unit-process': { flow: string };
  'import-flow-uncountable': { flow: string; detail: 'unit' | 'both-ways' | 'regional' };
  'output-not-empty': { folder: string };
  'output-exists': { file: string };

  // mappings
  'mapping-conflict': { item: string; factor: string; first: number; other: string };
  'mapping-factor-missing': { item: string };
  'mapping-unused': { items: readonly string[] };

  'factor-contents-unsaid': { id: string; category: string };
  'factor-energy-unsaid': { id: string; category: string };
  'factor-basis-unsaid': { id: string; category: string };
  'factor-direct-unsaid': { id: string; category: string };
  'factor-combustion-unsaid': { id: string; category: string };
  'factor-gwp-odd': { id: string; gwp: string; category: string; unit: string; others: readonly string[] };
  'factor-lifecycle-co2': { id: string; category: string };

  // the product graph
  'root-unclear': { candidates: readonly string[] };
  'product-not-found': { product: string; candidates: readonly string[]; held: readonly string[] };
  'bom-cycle': { path: readonly string[] };
  'sub-product-unit': { product: string; unit: string };
  'assembly-with-factor': { item: string };
  'stage-missing': { item: string; candidates: readonly string[] };
  'stage-outside-boundary': { stage: string; boundary: string };
  'transport-needs-mass': { unit: string };
  'expectation-failed': { expected: string; computed: string };
  'gwp-mixed': { sets: readonly string[] };
  'factor-direct-grid': { factor: string; boundary: string; region: string; categories: readonly string[] };
  'factor-expired': { id: string; validTo: string; start: string };
  'factor-old': { id: string; year: string; age: number };

  // batches
  'product-unlisted': { product: string; file: string };
  'batch-memory': { file: string; limit: number };
  'batch-doubled': { product: string; bill: string };
  'batch-failed': { failed: number };
  'bill-changed': { file: string };
  'journal-standing': { file: string };
  'journal-other': { file: string; detail: 'inputs' | 'damaged' };
  'shard-unfit': { file: string; detail: 'cut' | 'damaged' | 'inputs' | 'request' | 'twice' | 'mark' };
  'shard-missing': { shards: readonly string[] };
  'shard-product': { product: string };

  // energy ledgers
  'ledger-period': { text: string };
  'ledger-origin': { origin: string; carrier: string; candidates: readonly string[] };
  'ledger-unit': { unit: string; carrier: string; expected: readonly string[] };
  'ledger-overlap': { meter: string; other: number; start: string; end: string };
  'ledger-gap': { meter: string; start: string; end: string };
  'ledger-doubled': { other: number };
  'ledger-pv': { used: string; exported: string; generated: string };
  'ledger-certificates': { certificates: string; grid: string; year: string };
  'ledger-straddles': { start: string; end: string };
  'ledger-outside': { rows: number; start: string; end: string };
  'ledger-empty-period': { start: string; end: string };
  'ledger-equivalent-rate': Record<string, never>;
  'ledger-coefficient': { carrier: string; unit: string; set: string };
  'ledger-coefficients-unknown': { set: string; candidates: readonly string[] };
  'ledger-rule-unknown': { rule: string; candidates: readonly string[] };
  'ledger-factor-missing': { carrier: string; year: string };
  'ledger-location-as-market': { factor: string };
  'ledger-facts-unused': { institution: string };
  'ledger-undeclared': { start: string; end: string };
  'avoided-factor-old': { factor: string; year: string; period: string; newest: string };

  // the report
  'report-unknown': { schema: string };
  'report-not-canonical': Record<string, never>;
  'report-digest': { stated: string; computed: string };
  'report-sum': { whole: string; stated: string; parts: string; computed: string };
  'report-percent': { part: string; stated: string; computed: string };
  'report-contribution': { index: number; stated: string; computed: string };
  'report-step': { step: string; stated: string; basis: string };
  'report-quantity': { id: string; stated: string; computed: string };
  'report-derived': { index: number; quantity: string; stated: string; expected: string };
  'report-unverified': { id: string; status: string };
  'report-gases': { factor: string; member: string; stated: string; computed: string };
  'report-listed-twice': { name: string };
  'report-factor-unlisted': { index: number; factor: string };
  'report-dataset-unlisted': { factor: string; dataset: string };
  'report-dataset-other': { name: string; reported: string; given: string };
  'report-stage-unlisted': { stage: string };
  'report-display': { stated: string; computed: string };
  'report-share': { share: string; stated: string; computed: string };
  'report-unit': { unit: string; detail: string };
  'line-unexplained': { line: number };
}

export type Code = keyof ProblemArguments;

interface CodeFacts {
  readonly severity: Severity;
  /** 2: the input cannot be used; 1: it was used, and found wanting; 0: worth knowing. */
  readonly exit: 0 | 1 | 2;
}

const unusable: CodeFacts = { severity: 'error', exit: 2 };
const wanting: CodeFacts = { severity: 'error', exit: 1 };
const warning: CodeFacts = { severity: 'warning', exit: 0 };
const note: CodeFacts = { severity: 'note', exit: 0 };

export const codes: Readonly<Record<Code, CodeFacts>> = {
  'usage': unusable,
  'output-unwritable': unusable,
  'output-is-input': unusable,
  'findings-limit': note,
  'defect': unusable,

  'file-not-found': unusable,
  'file-unreadable': unusable,
  'file-too-large': unusable,
  'file-empty': unusable,
  'encoding-unreadable': unusable,
  'encoding-unknown': unusable,
  'file-old-excel': unusable,
  'option-unfit': unusable,

  'archive-unreadable': unusable,
  'archive-too-large': unusable,
  'archive-unsafe': unusable,
  'xml-invalid': unusable,

  'workbook-invalid': unusable,
  'sheet-not-found': unusable,
  'sheet-unclear': unusable,
  'cell-date': unusable,
  'cell-error': unusable,
  'cell-formula-value': unusable,
  'rows-hidden': note,

  'table-header-only': unusable,
  'table-quote': unusable,
  'row-ragged': unusable,
  'cell-too-long': unusable,
  'cell-formula': unusable,
  'cell-missing': unusable,
  'column-missing': unusable,
  'column-duplicate': unusable,
  'column-ignored': note,
  'column-conflict': unusable,

  'number-invalid': unusable,
  'number-unclear': unusable,
  'number-out-of-range': unusable,
  'number-outside': unusable,

  'word-unknown': unusable,
  'level-skipped': unusable,
  'loss-basis-missing': unusable,
  'loss-missing': unusable,
  'factor-doubled': unusable,
  'factor-unnamed': unusable,
  'supplier-factor-incomplete': unusable,
  'transport-incomplete': unusable,

  'json-invalid': unusable,
  'schema-violation': unusable,
  'gtin-check-digit': unusable,
  'date-invalid': unusable,
  'dates-reversed': unusable,
  'certificate-missing': unusable,
  'boundary-stages': unusable,
  'product-undeclared': warning,
  'products-doubled': unusable,
  'product-cell-differs': unusable,
  'product-incomplete': unusable,

  'sector-unknown': warning,
  'parameters-unread': unusable,
  'parameter-unknown': unusable,
  'parameter-missing': unusable,
  'parameter-invalid': unusable,
  'parameter-conflict': unusable,
  'parameter-sum': unusable,
  'preset-unverified': warning,
  'unit-not-of-sector': unusable,
  'boundary-not-of-sector': unusable,
  'formula-division': unusable,
  'duty-unmet': wanting,
  'duty-advised': warning,

  'unit-unknown': unusable,
  'unit-ambiguous': unusable,
  'unit-dimension': unusable,

  'dataset-not-found': unusable,
  'dataset-invalid': unusable,
  'dataset-altered': unusable,
  'dataset-doubled': unusable,
  'dataset-changed': unusable,
  'dataset-unlocked': unusable,
  'replacement-invalid': unusable,
  'factor-not-found': unusable,
  'factor-ambiguous': unusable,
  'factor-duplicate': unusable,
  'factor-split': unusable,
  'factor-aircraft': unusable,
  'factor-field-missing': wanting,
  'factor-licence-closed': wanting,
  'factor-region-unknown': wanting,
  'factor-column-dead': warning,
  'factor-magnitude': warning,
  'factor-stale': warning,
  'factor-id-form': wanting,
  'gases-invalid': unusable,
  'gases-beside': unusable,
  'gas-unknown': unusable,
  'gwp-missing': unusable,
  'gwp-unnamed': unusable,

  'import-format-unknown': unusable,
  'import-empty': unusable,
  'import-row-refused': wanting,
  'import-row-skipped': warning,
  'import-id-twice': wanting,
  'import-not-process': wanting,
  'import-unit-missing': wanting,
  'import-result-missing': wanting,
  'import-impact-unclear': unusable,
  'import-result-unit': wanting,
  'import-unit-process': wanting,
  'import-flow-uncountable': wanting,
  'output-not-empty': unusable,
  'output-exists': unusable,

  'mapping-conflict': unusable,
  'mapping-factor-missing': unusable,
  'mapping-unused': note,

  'factor-contents-unsaid': wanting,
  'factor-energy-unsaid': wanting,
  'factor-basis-unsaid': wanting,
  'factor-direct-unsaid': wanting,
  'factor-combustion-unsaid': wanting,
  'factor-gwp-odd': wanting,
  'factor-lifecycle-co2': wanting,

  'root-unclear': unusable,
  'product-not-found': unusable,
  'bom-cycle': unusable,
  'sub-product-unit': unusable,
  'assembly-with-factor': unusable,
  'stage-missing': unusable,
  'stage-outside-boundary': unusable,
  'transport-needs-mass': unusable,
  'expectation-failed': wanting,
  'gwp-mixed': warning,
  'factor-direct-grid': warning,
  'factor-expired': warning,
  'factor-old': warning,

  'product-unlisted': unusable,
  'batch-memory': unusable,
  'batch-doubled': unusable,
  'batch-failed': wanting,
  'bill-changed': unusable,
  'journal-standing': unusable,
  'journal-other': unusable,
  'shard-unfit': unusable,
  'shard-missing': unusable,
  'shard-product': unusable,

  'ledger-period': unusable,
  'ledger-origin': unusable,
  'ledger-unit': unusable,
  'ledger-overlap': unusable,
  'ledger-gap': warning,
  'ledger-doubled': unusable,
  'ledger-pv': unusable,
  'ledger-certificates': unusable,
  'ledger-straddles': unusable,
  'ledger-outside': note,
  'ledger-empty-period': unusable,
  'ledger-equivalent-rate': unusable,
  'ledger-coefficient': unusable,
  'ledger-coefficients-unknown': unusable,
  'ledger-rule-unknown': unusable,
  'ledger-factor-missing': unusable,
  'ledger-location-as-market': note,
  'ledger-facts-unused': warning,
  'ledger-undeclared': warning,
  'avoided-factor-old': warning,

  'report-unknown': wanting,
  'report-not-canonical': wanting,
  'report-digest': wanting,
  'report-sum': wanting,
  'report-percent': wanting,
  'report-contribution': wanting,
  'report-step': wanting,
  'report-quantity': wanting,
  'report-derived': wanting,
  'report-unverified': wanting,
  'report-gases': wanting,
  'report-listed-twice': wanting,
  'report-factor-unlisted': wanting,
  'report-dataset-unlisted': wanting,
  'report-dataset-other': unusable,
  'report-stage-unlisted': wanting,
  'report-display': wanting,
  'report-share': wanting,
  'report-unit': wanting,
  'line-unexplained': unusable,
};

export function severityOf(code: Code): Severity {
  return codes[code].severity;
}

export function exitOf(code: Code): 0 | 1 | 2 {
  return codes[code].exit;
}
