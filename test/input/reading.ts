import { Findings } from '../../src/diagnostics/findings.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import type { Bom } from '../../src/input/bom-line.js';
import { FaultWatch } from '../../src/input/fault-watch.js';
import { readBom, type BomReading } from '../../src/input/read-bom.js';
import { readTable, type Table } from '../../src/input/table.js';
import type { Delimiter } from '../../src/input/delimiter.js';

export function source(content: string | Uint8Array, name = 'bom.csv'): { name: string; bytes: Uint8Array } {
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

export function bomOf(content: string | Uint8Array, reading: BomReading = {}): { bom: Bom | undefined; problems: Problem[] } {
  const findings = new Findings();
  const bom = readBom(source(content), reading, findings);
  return { bom, problems: findings.all() };
}

/** The bill of a text that must be free of faults. */
export function soundBom(content: string | Uint8Array, reading: BomReading = {}): Bom {
  const { bom, problems } = bomOf(content, reading);
  if (bom === undefined) throw new Error(JSON.stringify(problems.map((found) => [found.code, found.args])));
  return bom;
}

/** `code line:column` of every problem that is no note. */
export function faults(problems: readonly Problem[]): string[] {
  return problems
    .filter((found) => found.severity === 'error')
    .map((found) => `${found.code} ${String(found.spot?.line)}:${String(found.spot?.column)}`);
}

export function tableOf(text: string, delimiter?: Delimiter): { table: Table | undefined; problems: Problem[] } {
  const findings = new Findings();
  const options = { isKnown: () => true, ...(delimiter === undefined ? {} : { delimiter }) };
  const table = readTable('bom.csv', { text, encoding: 'utf-8' }, options, new FaultWatch(findings));
  return { table, problems: findings.all() };
}
