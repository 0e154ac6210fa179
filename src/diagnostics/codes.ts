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
  'factor-unnamed': { item: string };
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

  // units
  'unit-unknown': { unit: string; candidates: readonly string[] };
  'unit-ambiguous': { unit: string; candidates: readonly string[] };
  'unit-dimension': { unit: string; dimension: string; other: string; otherDimension: string; otherPlace: string };

  // datasets and factors
  'dataset-not-found': { name: string; candidates: readonly string[] };
  'dataset-invalid': { name: string; detail: string };
  'dataset-altered': { name: string };
  'dataset-doubled': { name: string };
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

  // the report
  'report-unknown': { schema: string };
  'report-not-canonical': Record<string, never>;
  'report-digest': { stated: string; computed: string };
  'report-sum': { whole: string; stated: string; parts: string; computed: string };
  'report-percent': { part: string; stated: string; computed: string };
  'report-contribution': { index: number; stated: string; computed: string };
  'report-step': { step: string; stated: string; basis: string };
  'report-listed-twice': { name: string };
  'report-factor-unlisted': { index: number; factor: string };
  'report-dataset-unlisted': { factor: string; dataset: string };
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

  'unit-unknown': unusable,
  'unit-ambiguous': unusable,
  'unit-dimension': unusable,

  'dataset-not-found': unusable,
  'dataset-invalid': unusable,
  'dataset-altered': unusable,
  'dataset-doubled': unusable,
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

  'report-unknown': wanting,
  'report-not-canonical': wanting,
  'report-digest': wanting,
  'report-sum': wanting,
  'report-percent': wanting,
  'report-contribution': wanting,
  'report-step': wanting,
  'report-listed-twice': wanting,
  'report-factor-unlisted': wanting,
  'report-dataset-unlisted': wanting,
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
