import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Findings } from '../../../src/diagnostics/findings.js';
import type { Problem } from '../../../src/diagnostics/problem.js';
import { openCsv } from '../../../src/factors/csv-dataset.js';
import type { FactorColumn } from '../../../src/factors/factor.js';
import { importFactors, type ImportRequest } from '../../../src/factors/import/import-factors.js';
import { readImport, type ImportInput } from '../../../src/factors/import/read-import.js';
import { openArchive } from '../../../src/input/archive.js';
import { FaultWatch } from '../../../src/input/fault-watch.js';
import { isArchive } from '../../../src/input/signature.js';
import type { Source } from '../../../src/input/source.js';

/** A file or folder beside this one (README.md tells what they are). */
export function fixture(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

export function fixtureText(name: string): string {
  return readFileSync(fixture(name), 'utf8');
}

export interface Imported {
  /** Cells of factors.csv by id. */
  readonly rows: ReadonlyMap<string, Readonly<Record<FactorColumn, string>>>;
  readonly ids: readonly string[];
  /** Undefined where nothing came of it. */
  readonly files: ReadonlyMap<string, string> | undefined;
  readonly exit: 0 | 1 | 2;
  /** Each problem: its own code, and that of its reason. */
  readonly told: readonly string[];
  readonly problems: readonly Problem[];
}

const REQUEST = { name: 'ours', version: '1' };

export async function importPath(path: string, request: Partial<ImportRequest> = {}): Promise<Imported> {
  const findings = new Findings();
  const input = await readImport(path, findings);
  return result(input, request, findings);
}

/** A file by its content; an archive where it is one. */
export function importBytes(name: string, content: string | Uint8Array, request: Partial<ImportRequest> = {}): Imported {
  const findings = new Findings();
  const file = sourceOf(name, content);
  const source = { name, sha256: 'unread' };
  if (!isArchive(file.bytes)) return result({ source, file }, request, findings);
  const archive = openArchive(file, new FaultWatch(findings));
  return result(archive && { source, file, archive }, request, findings);
}

export function sourceOf(name: string, content: string | Uint8Array): Source {
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

function result(input: ImportInput | undefined, request: Partial<ImportRequest>, findings: Findings): Imported {
  const dataset = input && importFactors(input, { ...REQUEST, ...request }, findings);
  const problems = findings.all();
  const told = problems.map(({ code, args }) => ('reason' in args && typeof args.reason === 'object' ? `${code}: ${args.reason.code}` : code));
  const facts = { name: 'ours', version: '1', title: 'ours', sha256: '' };
  const text = dataset?.files.get('factors.csv') ?? '';
  const rows = openCsv(text, { input: 'ours/factors.csv', facts, replacements: () => [] }, new FaultWatch(new Findings()))?.rows() ?? [];
  return {
    rows: new Map(rows.map(({ cells }) => [cells.id, cells])),
    ids: rows.map(({ cells }) => cells.id),
    files: dataset?.files,
    exit: findings.exit,
    told,
    problems,
  };
}
