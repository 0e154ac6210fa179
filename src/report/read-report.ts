import type { Findings } from '../diagnostics/findings.js';
import { problem } from '../diagnostics/problem.js';
import validate from '../generated/footprint-report.js';
import { FaultWatch } from '../input/fault-watch.js';
import { readJson, type JsonDocument } from '../input/json-source.js';
import { addSchemaFaults } from '../input/schema-faults.js';
import type { Source } from '../input/source.js';
import type { SchemaCheck } from '../input/valid-json.js';
import { REPORT_SCHEMA, type FootprintReport } from './report.js';

export interface ReadReport {
  readonly report: FootprintReport;
  /** As it stands in the input, a byte order mark included. */
  readonly text: string;
}

/** Above this many bytes, violations are told by their JSON Pointer alone: the places of all members would not fit in memory. */
const MOST_BYTES_WITH_PLACES = 5_000_000;

/**
 * Reads a report and holds it against its schema; its arithmetic is validate-report's matter. Undefined, with the
 * reasons among the findings, where it is no UTF-8, no JSON, no report, or not of the schema's shape.
 */
export function readReport(source: Source, findings: Findings): ReadReport | undefined {
  const read = readSealed(source, findings, [{ schema: REPORT_SCHEMA, validate }]);
  return read === undefined ? undefined : { report: read.value as FootprintReport, text: read.text };
}

/** A kind of report: what it calls itself, and the check of its shape. */
export interface ReportKind {
  readonly schema: string;
  readonly validate: SchemaCheck;
}

/** Reads a report of one of these kinds and holds it against its schema. */
export function readSealed(source: Source, findings: Findings, kinds: readonly ReportKind[]): { readonly value: unknown; readonly kind: ReportKind; readonly text: string } | undefined {
  const watch = new FaultWatch(findings);
  const wholeFile = { input: source.name, line: 0, column: 0 };
  const text = decodeStrictly(source.bytes);
  if (text === undefined) {
    watch.add(problem('encoding-unreadable', { encoding: 'utf-8' }, wholeFile));
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  } catch {
    // Slower, but it knows where the fault stands.
    readJson(source, watch);
    return undefined;
  }
  const schema = schemaNamed(value);
  const kind = kinds.find((each) => each.schema === schema);
  if (kind === undefined) {
    watch.add(problem('report-unknown', { schema }, wholeFile));
    return undefined;
  }
  // The schema is the type in another notation; test/report/schema.test.ts holds them together.
  if (kind.validate(value)) return { value, kind, text };
  const errors = kind.validate.errors ?? [];
  const document: JsonDocument | undefined = source.bytes.length > MOST_BYTES_WITH_PLACES
    ? { value, encoding: 'utf-8', lines: 0, spot: () => wholeFile }
    : readJson(source, watch);
  if (document !== undefined) addSchemaFaults(errors, document, watch);
  return undefined;
}

const BYTE_ORDER_MARK = '\ufeff';

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** '' where the document names none. */
function schemaNamed(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'schema')) return '';
  const { schema } = value as { schema: unknown };
  return typeof schema === 'string' ? schema : '';
}
