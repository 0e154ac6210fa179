import { severityOf } from '../../diagnostics/codes.js';
import { Findings } from '../../diagnostics/findings.js';
import { FaultWatch } from '../../input/fault-watch.js';
import type { ImportTray } from './import-tray.js';

/** Reads one part of an input whose faults are no faults of the whole: each goes into the tray as a refusal. */
export function refusing<T>(tray: ImportTray, name: string, read: (watch: FaultWatch) => T | undefined): T | undefined {
  const findings = new Findings();
  const value = read(new FaultWatch(findings));
  for (const found of findings.all()) if (severityOf(found.code) === 'error') tray.refuse(name, found);
  return value;
}
